"""Inputs of the network over the plane as numbers that can be coloured: from −1, the least there, to 1, the most."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.plane import Plane
from engine.preprocessing import Preprocessing

Floats = NDArray[np.float64]


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
    middle = np.where(low <= high, (low / 2 + high / 2), 0.0)
    half = np.where(varies, high / 2 - low / 2, 1.0)
    return np.where(is_finite, np.where(varies, (np.where(is_finite, values, 0.0) - middle) / half, 0.0), np.nan)
