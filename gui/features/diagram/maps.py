"""Neurons' answers over the plane become small pictures; a layer is coloured at once and shares one buffer."""

from __future__ import annotations

from collections.abc import Sequence

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


class LayerMaps:
    """The pictures of one layer's units, of those alone that `choose` names: a wide layer shows few of its units.

    values (units, rows, columns), row 0 the lowest y, each on the scale `middles` ± `spans` (units,) of its unit.
    """

    def __init__(self, values: Floats, middles: Floats, spans: Floats) -> None:
        self._values, self._middles, self._spans = values, middles, spans
        self._units: tuple[int, ...] = ()
        self._indices = np.empty((0, 1, 1), dtype=np.uint8)
        self._buffer: NDArray[np.uint32] = np.empty(0, dtype=np.uint32)  # the memory that the images show
        self.images: dict[int, QImage] = {}

    def choose(self, units: Sequence[int]) -> None:
        """Have pictures of these units, once they are painted; of those that there are."""
        self._units = tuple(unit for unit in units if unit < len(self._values))
        chosen = list(self._units)
        middles, spans = (part[chosen, np.newaxis, np.newaxis] for part in (self._middles, self._spans))
        self._indices = diverging_indices(self._values[chosen], middles, spans)

    def paint(self, colours: NDArray[np.uint32]) -> None:
        """Colour the maps with a table of 256 words; the pictures' top row is the highest y."""
        self._buffer = np.ascontiguousarray(colours[self._indices[:, ::-1, :]])
        rows, columns = self._indices.shape[1:]
        self.images = {
            unit: QImage(pixels.data, columns, rows, columns * 4, QImage.Format.Format_RGB32)
            for unit, pixels in zip(self._units, self._buffer, strict=True)
        }

    def looks_like(self, other: LayerMaps | None) -> bool:
        """Whether the chosen pictures of both look the same."""
        return other is not None and self._units == other._units and np.array_equal(self._indices, other._indices)


def layer_maps(values: Floats, scales: Sequence[UnitScale]) -> LayerMaps:
    """Maps (units, rows, columns) of a layer, each on its unit's scale."""
    middles, spans = np.array([(scale.middle, scale.span) for scale in scales]).T
    return LayerMaps(values, middles, spans)


def input_maps(plane: Plane, data: Dataset) -> LayerMaps:
    """Each input over the plane: a ramp for the two that vary, an even colour for one that is fixed.

    The middle of the scale is the middle of the shown range, for a fixed feature that of its data. Derived features,
    and all inputs of an oblique plane, are coloured by what they are worth on the plane; scaling changes no map.
    """
    if data.preprocessing.features or plane.oblique is not None:
        return _on_one_scale(feature_positions(plane, data.preprocessing, _RAMP))
    rows = 1 if plane.y_axis is None else _RAMP
    positions = np.empty((data.n_raw_inputs, rows, _RAMP))
    for feature in range(data.n_raw_inputs):
        positions[feature] = _feature(plane, data, feature, rows)
    return _on_one_scale(positions)


def _on_one_scale(positions: Floats) -> LayerMaps:
    return LayerMaps(positions, np.zeros(len(positions)), np.ones(len(positions)))


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
