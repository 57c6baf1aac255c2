"""A preview draws at once what a stroke has done so far; the project follows when there is time."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray

from gui.features.decision_region.sample_layer import SampleLayer

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]


class StrokePreview:
    """Draws new samples on top of those of a `SampleLayer`, and some of these elsewhere or not at all."""

    def __init__(self, view: Any, samples: SampleLayer) -> None:
        self._samples = samples
        self._new = pg.ScatterPlotItem(pxMode=True)
        self._new.setZValue(15)
        view.addItem(self._new, ignoreBounds=True)
        self._is_altered = False

    def add(self, points: Floats, look: dict[str, Any]) -> None:
        """Draw new samples at `points` (n, 2) of the plane, looking like `SampleLayer.look`."""
        if len(points):
            self._new.addPoints(x=points[:, 0], y=points[:, 1], **look)

    def hide(self, indices: Indices) -> None:
        """Draw the samples at `indices` no longer."""
        self._alter(indices, np.zeros(2), is_visible=False)

    def move(self, indices: Indices, by: Floats) -> None:
        """Draw the samples at `indices` so far (2,) away from where they stand."""
        self._alter(indices, by, is_visible=True)

    def clear(self) -> None:
        """The samples have been shown anew: nothing is ahead of them."""
        if len(self._new.data):
            self._new.clear()
        self._is_altered = False

    def restore(self) -> None:
        """Draw the samples as they are, because the stroke is not to be."""
        if self._is_altered:
            self._alter(np.empty(0, dtype=np.intp), np.zeros(2), is_visible=True)
        self.clear()

    def _alter(self, indices: Indices, by: Floats, *, is_visible: bool) -> None:
        self._is_altered = True
        positions = self._samples.positions
        meant = np.zeros(len(positions), dtype=bool)
        meant[indices] = True
        for item, members in self._samples.members.items():
            if len(members):
                is_meant = meant[members]
                _set_places(item, positions[members] + by * is_meant[:, np.newaxis], is_visible | ~is_meant)


def _set_places(item: Any, places: Floats, shown: NDArray[np.bool_]) -> None:
    """Put the spots of a scatter item elsewhere. Its own methods for that would look up every spot's picture again."""
    item.prepareGeometryChange()
    item.data["x"], item.data["y"] = places.T
    item.data["visible"] = shown
    item.bounds = [None, None]
    item.invalidate()
