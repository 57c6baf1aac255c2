"""The row of controls for a slice is made when there is one: most data have no more inputs than the plane."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engine.data.dataset import Dataset
from gui.features.decision_region.slices.slice_controls import Row, SliceControls
from gui.features.decision_region.slices.slicing import Slicing
from gui.toolkit.containers.later import Later
from gui.toolkit.theme import ThemeManager
from gui.words.notation import Notation
from gui.words.plot_names import input_names


class SliceRow(Later[SliceControls]):
    """Keeps what the controls are to show until they are made; their signals are its own."""

    plane_chosen = Signal()
    slice_moved = Signal()

    def __init__(self, data: Dataset, slicing: Slicing, themes: ThemeManager, notation: Notation, parent: QWidget):
        super().__init__(self._new_controls, parent)
        self._data, self._slicing, self._themes, self._notation = data, slicing, themes, notation
        self._sample: tuple[Row | None, str] = (None, "")
        self._height = 0

    def show_data(self, data: Dataset) -> None:
        """Offer the inputs of `data`, also while hidden: it must not speak of inputs that are gone."""
        self._data = data
        if self.made:
            self._show_inputs(self.made)

    def show_sample(self, row: Row | None, name: str) -> None:
        """As `SliceControls.show_sample`."""
        self._sample = row, name
        if self.made:
            self.made.show_sample(row, name)

    def leave_room(self, height: int) -> None:
        """As `SliceControls.leave_room`."""
        self._height = height
        if self.made:
            self.made.leave_room(height)

    def _new_controls(self, parent: QWidget) -> SliceControls:
        controls = SliceControls(self._slicing, self._themes, parent)
        self._show_inputs(controls)
        controls.show_sample(*self._sample)
        controls.leave_room(self._height)
        controls.plane_chosen.connect(self.plane_chosen)
        controls.slice_moved.connect(self.slice_moved)
        return controls

    def _show_inputs(self, controls: SliceControls) -> None:
        data = self._data
        controls.show_inputs(input_names(data, self._notation), list(data.input_ranges), data.preprocessing.words)
