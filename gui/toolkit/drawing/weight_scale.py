"""This module decides on which scale weights are drawn, and how very many of them fit into few pixels."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

_STEPS = (1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
_SHRINK_BELOW = 0.6


def nice_span(largest: float, before: float | None = None) -> float:
    """A round number at least `largest` for the ends of the scale.

    The span before is kept while it fits and is not far too wide, so that the scale does not flicker in training.
    """
    if before is not None and _SHRINK_BELOW * before < largest <= before:
        return before
    if not 1e-12 < largest < 1e300:
        return 1.0 if largest <= 1e-12 else largest
    power = 10.0 ** math.floor(math.log10(largest))
    return next((step * power for step in _STEPS if step * power >= largest), 10 * power)


def strongest(weights: NDArray[np.float64], rows: int, columns: int) -> NDArray[np.float64]:
    """`weights` as at most so many rows and columns; of those that fall together the one farthest from 0 stands."""
    return _fewer_rows(_fewer_rows(weights, rows).T, columns).T


def _fewer_rows(weights: NDArray[np.float64], most: int) -> NDArray[np.float64]:
    """Row for row of the groups that fall together: NumPy's own way over groups takes ten times as long."""
    count = len(weights)
    if count <= most:
        return weights
    lying = np.ascontiguousarray(weights)
    begins = np.arange(most) * count // most
    lasts = np.append(begins[1:], count) - 1
    # What passes by a weight that is no number is slower, and hardly ever needed.
    smaller, larger = (np.fmin, np.fmax) if np.isnan(lying.min()) else (np.minimum, np.maximum)
    low = high = lying[begins]
    for step in range(1, int((lasts - begins).max()) + 1):
        row = lying[np.minimum(begins + step, lasts)]
        low, high = smaller(low, row), larger(high, row)
    return np.where(high >= -low, high, low)
