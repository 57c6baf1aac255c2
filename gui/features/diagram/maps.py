"""Neurons' answers over the plane become small pictures; a layer is coloured at once and shares one buffer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from engine.data.dataset import Dataset
from engine.data.plane import Plane, pixel_centres
from gui.toolkit.drawing.colour_scale import diverging_indices
from gui.toolkit.drawing.feature_map import feature_positions
from gui.toolkit.drawing.unit_scale import UnitScale

Floats = NDArray[np.float64]

_RAMP = 32


@dataclass
class LayerMaps:
    """The pictures of one layer; `buffer` is the memory they show and lives as long as they do."""

    indices: NDArray[np.uint8]
    buffer: NDArray[np.uint32] = field(default_factory=lambda: np.empty(0, dtype=np.uint32))
    images: list[QImage] = field(default_factory=list)

    def paint(self, colours: NDArray[np.uint32]) -> None:
        """Colour the maps with a table of 256 words; the pictures' top row is the highest y."""
        self.buffer = np.ascontiguousarray(colours[self.indices[:, ::-1, :]])
        _, rows, columns = self.buffer.shape
        self.images = [
            QImage(unit.data, columns, rows, columns * 4, QImage.Format.Format_RGB32) for unit in self.buffer
        ]

    def looks_like(self, other: LayerMaps | None) -> bool:
        """Whether both look the same."""
        return other is not None and np.array_equal(self.indices, other.indices)


def layer_maps(values: Floats, scales: Sequence[UnitScale]) -> LayerMaps:
    """Maps (units, rows, columns) of a layer, each on its unit's scale."""
    middles, spans = np.array([(scale.middle, scale.span) for scale in scales]).T[:, :, np.newaxis, np.newaxis]
    return LayerMaps(diverging_indices(values, middles, spans))


def input_maps(plane: Plane, data: Dataset) -> LayerMaps:
    """Each input over the plane: a ramp for the two that vary, an even colour for one that is fixed.

    The middle of the scale is the middle of the shown range, for a fixed feature that of its data. Derived features,
    and all inputs of an oblique plane, are coloured by what they are worth on the plane; scaling changes no map.
    """
    if data.preprocessing.features or plane.oblique is not None:
        return LayerMaps(diverging_indices(feature_positions(plane, data.preprocessing, _RAMP), 0.0, 1.0))
    rows = 1 if plane.y_axis is None else _RAMP
    positions = np.empty((data.n_raw_inputs, rows, _RAMP))
    for feature in range(data.n_raw_inputs):
        positions[feature] = _feature(plane, data, feature, rows)
    return LayerMaps(diverging_indices(positions, 0.0, 1.0))


def _feature(plane: Plane, data: Dataset, feature: int, rows: int) -> Floats:
    """Where a feature stands between −1 and 1 of its range, (rows, columns) or what broadcasts to it."""
    ramp = pixel_centres((-1.0, 1.0), _RAMP)
    if feature == plane.x_axis:
        return ramp[np.newaxis, :]
    if feature == plane.y_axis:
        return ramp[:rows, np.newaxis]
    column = data.raw_inputs[:, feature]
    low, high = (float(column.min()), float(column.max())) if len(column) else (-1.0, 1.0)
    half = (high - low) / 2 or 1.0
    return np.full((1, 1), (plane.fixed[feature] - (low + high) / 2) / half)
