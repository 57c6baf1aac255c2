"""This module scales an input of the network over the plane to −1 … 1, so that it can be coloured."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from engine.data.dataset import Dataset
from engine.data.plane import Plane
from engine.data.preprocessing import Preprocessing
from gui.toolkit.drawing.colour_scale import diverging_indices, diverging_table
from gui.toolkit.drawing.pixmaps import image_of
from gui.toolkit.theme import Theme

if TYPE_CHECKING:
    from engine.data.features import Feature

Floats = NDArray[np.float64]

_SIDE = 48
_ENOUGH = 5_000  # samples that tell where the data lie; a million would make typing stall
_MARGIN = 0.12  # of the data's extent, around them


def feature_positions(plane: Plane, preprocessing: Preprocessing, side: int) -> Floats:
    """Each input of the network on `plane`, (n_inputs, rows, side), lowest y first; NaN where it has no value.

    With one axis there is one row. An input that is the same everywhere is 0.
    """
    rows = 1 if plane.y_axis is None else side
    values = preprocessing.columns(plane.inputs(side, rows)).T.reshape(-1, rows, side)
    return between_ends(values)


def between_ends(values: Floats) -> Floats:
    """Each of `values` (n, rows, columns) between its own least and greatest finite number, as −1 to 1."""
    is_finite = np.isfinite(values)
    low = np.where(is_finite, values, np.inf).min(axis=(1, 2), keepdims=True)
    high = np.where(is_finite, values, -np.inf).max(axis=(1, 2), keepdims=True)
    varies = low < high
    middle = np.where(low <= high, low, 0.0) / 2 + np.where(low <= high, high, 0.0) / 2
    half = np.where(varies, high, 1.0) / 2 - np.where(varies, low, -1.0) / 2
    return np.where(is_finite, np.where(varies, (np.where(is_finite, values, 0.0) - middle) / half, 0.0), np.nan)


def feature_image(feature: Feature, data: Dataset, theme: Theme) -> QImage:
    """A feature over the extent of `data`, on the axes of the first two inputs that it is made of."""
    plane = _plane_of(feature, data)
    rows = 1 if plane.y_axis is None else _SIDE
    values = feature.values(plane.inputs(_SIDE, rows)).reshape(1, rows, _SIDE)
    return image_of(diverging_table(theme)[diverging_indices(between_ends(values)[0], 0.0, 1.0)[::-1]])


def _plane_of(feature: Feature, data: Dataset) -> Plane:
    rows = data.raw_inputs[:: max(1, data.n_samples // _ENOUGH)]
    used = sorted(set(feature.places.values()))
    others = [index for index in range(data.n_raw_inputs) if index not in used]
    x, *rest = sorted((used + others)[:2])
    fixed = np.median(rows, axis=0) if len(rows) else np.zeros(data.n_raw_inputs)
    y = rest[0] if rest else None
    y_range = (0.0, 1.0) if y is None else _extent(rows[:, y])
    return Plane(x, y, _extent(rows[:, x]), y_range, tuple(float(value) for value in fixed))


def _extent(column: Floats) -> tuple[float, float]:
    low, high = (float(column.min()), float(column.max())) if len(column) else (-1.0, 1.0)
    margin = (high - low) * _MARGIN or 1.0
    return low - margin, high + margin
