"""This module says in the plot why the region shows nothing: no samples yet, or outputs that are no finite numbers."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QWidget

from engine.analysis.frame import Frame
from engine.data.dataset import Dataset
from engine.network.plane_trace import PlaneTrace
from gui.features.decision_region.output_reading import can_place_points
from gui.toolkit.labels.label_over import PlotHint


class RegionHint(PlotHint):
    """Hidden while there is something to see."""

    def __init__(self, area: QWidget, data: Dataset) -> None:
        super().__init__(area)
        self._data = data
        self._not_finite: Frame | None = None  # the one on show, where its outputs are no finite numbers

    def show_data(self, data: Dataset) -> None:
        """The plot shows `data` from now on."""
        self._data = data
        self.retranslate()

    def show_trace(self, trace: PlaneTrace, frame: Frame) -> None:
        """The plot shows `trace` of `frame`, or a map of one of its units."""
        before, self._not_finite = self._not_finite, None if np.isfinite(trace.region).all() else frame
        if before is not self._not_finite:
            self.retranslate()

    def retranslate(self) -> None:
        self.show_text(self._sentence())

    def _sentence(self) -> str:
        """A network that answers its samples with numbers has not diverged, whatever it says between them."""
        if self._data.n_samples + self._data.n_test_samples == 0:
            return self.tr("Click to place the first point") if can_place_points(self._data) else self.tr("No samples")
        frame = self._not_finite
        if frame is None:
            return ""
        if np.isfinite(frame.outputs).all() and np.isfinite(frame.snapshot.parameters).all():
            return self.tr("The inputs on this plane are too large for outputs that are finite numbers.")
        return self.tr("The outputs are no longer finite numbers: the network has diverged.")
