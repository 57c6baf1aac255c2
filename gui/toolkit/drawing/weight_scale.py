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
    for axis, most in enumerate((rows, columns)):
        count = weights.shape[axis]
        if count > most:
            begins = np.arange(most) * count // most
            low, high = (part.reduceat(weights, begins, axis=axis) for part in (np.fmin, np.fmax))
            weights = np.where(high >= -low, high, low)
    return weights
