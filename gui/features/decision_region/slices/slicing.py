"""The region plot shows a plane along two inputs, the others held, or along two principal components."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QObject, Signal

from engine.data.dataset import Dataset
from engine.data.plane import Plane, can_share_scale
from engine.data.principal_components import PrincipalAxes, principal_axes
from gui.features.decision_region.slices.plane_choice import Range, all_inputs, default_fixed, home_view, with_margin
from gui.toolkit.background_job import Background
from gui.toolkit.probe import Probe

MANY_INPUTS = 3
"""With more, no two inputs say much: the principal components are shown to begin with, if the inputs are measured."""
_AT_ONCE = 20_000_000  # products, a few milliseconds; what costs more is computed in the background
_UNKNOWN = (-3.0, 3.0)  # scores before there are samples


class Slicing(QObject):
    """Holds the axes, the values of the other inputs, and whether components take the inputs' place.

    `found`: components that were computed in the background are there now, or it is known that there are none.
    """

    found = Signal()

    def __init__(self, data: Dataset, parent: QObject) -> None:
        super().__init__(parent)
        self.axes, self.components = (0, 1), (0, 1)
        self.fixed = default_fixed(data)
        self.principal: PrincipalAxes | None = None
        self._data = data
        self._is_wanted = _needs_components(data)
        self._has_none = False
        self._worker: Background | None = None
        self._find()

    @property
    def shows_components(self) -> bool:
        """Whether the plane lies along principal components."""
        return self._is_wanted and self.principal is not None

    @property
    def can_show_components(self) -> bool:
        """Whether there can be components to choose: more inputs than axes, and samples in which they vary."""
        return self._data.n_raw_inputs > 2 and not self._has_none and not self._data.preprocessing.one_hot

    def take(self, data: Dataset, keep: bool) -> bool:
        """Go over to `data`; with `keep` the other inputs stay where they are held.

        Whether the plane is of the same kind as before, so that the view may stay, too.
        """
        was_shown = self.shows_components
        before, self._data = self._data, data
        if before.n_raw_inputs != data.n_raw_inputs:
            self.axes, self.components = (0, 1), (0, 1)
            self._is_wanted = _needs_components(data)
        if not keep:
            self.fixed = default_fixed(data)
        if before is not data:
            self._has_none = False
            if not keep or before.n_raw_inputs != data.n_raw_inputs:
                self.principal = None  # else they are shown until those computed in the background come
            self._find()
        return was_shown == self.shows_components

    def show_components(self, on: bool) -> None:
        """Lay the plane along principal components, or along two inputs again."""
        self._is_wanted = on
        if self.principal is None:
            self._find()

    def plane(self, x_range: Range, y_range: Range) -> Plane:
        """The plane with this rectangle."""
        if self._data.n_raw_inputs == 1:
            return Plane(0, None, x_range, (0.0, 1.0), self.fixed)
        if self._is_wanted and self.principal is not None:
            return self.principal.plane(self.components, x_range, y_range)
        return Plane(*self.axes, x_range, y_range, self.fixed)

    def home_view(self) -> tuple[Range, Range]:
        """The ranges of both axes around the data."""
        if not self.shows_components:
            return home_view(self._data, self.axes)
        places = self.plane(_UNKNOWN, _UNKNOWN).places(all_inputs(self._data))
        low, high = places.min(axis=0), places.max(axis=0)
        first, second = (with_margin((float(low[k]), float(high[k])), 0.06) for k in range(2))
        return first, second

    @property
    def can_share_scale(self) -> bool:
        """Whether both axes are inputs of which a unit can be as long on one as on the other."""
        along_inputs = self._data.n_raw_inputs > 1 and not self.shows_components
        return along_inputs and can_share_scale(*home_view(self._data, self.axes))

    def hold(self, column: int, value: float) -> None:
        """Hold an input at `value`."""
        self.fixed = (*self.fixed[:column], value, *self.fixed[column + 1 :])

    def pass_through(self, row: Sequence[float] | NDArray[np.float64]) -> None:
        """Hold every input where `row` (n_inputs,) has it."""
        self.fixed = tuple(float(value) for value in row)

    def middle(self) -> tuple[float, ...]:
        """Where the inputs are held to begin with."""
        return default_fixed(self._data)

    def _find(self) -> None:
        if self._worker is not None:
            self._worker.cancel()  # what it finds is of former data
        if not (self._is_wanted and self.can_show_components):
            return
        inputs = self._data.raw_inputs
        if inputs.shape[0] * inputs.shape[1] ** 2 <= _AT_ONCE:
            self._take_found(principal_axes(inputs))
        else:
            self._background().submit(_job(inputs))

    def _background(self) -> Background:
        if self._worker is None:
            self._worker = Background("perceptra-components", self)
            self._worker.done.connect(self._on_worker_done)
        return self._worker

    def _take_found(self, axes: PrincipalAxes | None) -> None:
        self.principal, self._has_none = axes, axes is None
        self._is_wanted = self._is_wanted and axes is not None
        if axes is not None and max(self.components) >= axes.count:
            self.components = (0, 1)

    def _on_worker_done(self, axes: PrincipalAxes | None) -> None:
        self._take_found(axes)
        self.found.emit()


def chosen_sample(data: Dataset, selected: int | None, probe: Probe | None) -> tuple[tuple[float, ...] | None, str]:
    """The inputs of the sample that the plane may be laid through, and what it is called; None: none is chosen.

    That is the sample `selected` in the plot, training samples first, else what the probe passes through the network.
    """
    if selected is None and probe is not None and probe.sample is not None:
        selected = probe.sample
    if selected is not None and selected < data.n_samples + data.n_test_samples:
        is_test = selected >= data.n_samples
        row = data.raw_test_inputs[selected - data.n_samples] if is_test else data.raw_inputs[selected]
        translate = QCoreApplication.translate
        text = (
            translate("SliceControls", "Test sample {number}")
            if is_test
            else translate("SliceControls", "Sample {number}")
        )
        number = selected - data.n_samples + 1 if is_test else selected + 1
        return tuple(float(value) for value in row), text.format(number=number)
    return None, ""


def _job(inputs: NDArray[np.float64]) -> Callable[[Callable[[], bool]], PrincipalAxes | None]:
    return lambda _unwanted: principal_axes(inputs)


def _needs_components(data: Dataset) -> bool:
    """Whether to begin with components; inputs of two codes, as in truth tables, and words have none that say much."""
    if data.n_raw_inputs <= MANY_INPUTS or data.n_samples == 0 or data.preprocessing.has_words:
        return False
    low, high = data.raw_inputs.min(), data.raw_inputs.max()
    return bool(((data.raw_inputs != low) & (data.raw_inputs != high)).any())
