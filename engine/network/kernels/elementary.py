"""This module computes the exponential and its relatives without branches, so that they can be vectorised.

libm's `exp` and `tanh` take one number at a time. These are within 4 units in the last place of them over the
whole range: x = n ln 2 + r with |r| <= ln 2 / 2, then exp(r) - 1 by its Taylor polynomial of degree 13, whose
remainder is below 1e-17 of it.
"""

from __future__ import annotations

import numpy as np

from engine.network.kernels.jit import exact_part

_LOG2_E = 1.4426950408889634
_LN2_HIGH = 0.693147180369123816490  # ln 2 in two parts: n * _LN2_HIGH is exact
_LN2_LOW = 1.90821492927058770002e-10
_ROUND = 6755399441055744.0  # 1.5 * 2**52: a number added to it stands in its lowest bits

_C2, _C3, _C4, _C5 = 1 / 2, 1 / 6, 1 / 24, 1 / 120
_C6, _C7, _C8, _C9 = 1 / 720, 1 / 5040, 1 / 40320, 1 / 362880
_C10, _C11, _C12, _C13 = 1 / 3628800, 1 / 39916800, 1 / 479001600, 1 / 6227020800


@exact_part
def _power_of_two(n: float) -> float:
    """2**n for a whole n from -1022 to 1023, put together from its bits."""
    bits = np.float64(n + _ROUND).view(np.int64) + 1023
    return np.int64(bits << 52).view(np.float64)


@exact_part
def _exp_of_remainder_minus_1(r: float) -> float:
    """exp(r) - 1 for |r| <= 0.35; the terms in pairs, so that they need not wait for each other."""
    r2 = r * r
    r4 = r2 * r2
    low = (_C2 + _C3 * r) + r2 * (_C4 + _C5 * r)
    middle = (_C6 + _C7 * r) + r2 * (_C8 + _C9 * r)
    high = (_C10 + _C11 * r) + r2 * (_C12 + _C13 * r)
    return r + r2 * (low + r4 * (middle + r4 * high))


@exact_part
def exp(x: float) -> float:
    """e**x for -708 <= x <= 709, held at the ends outside; NaN stays NaN."""
    x = -708.0 if x < -708.0 else x
    x = 709.0 if x > 709.0 else x
    n = np.floor(x * _LOG2_E + 0.5)
    r = (x - n * _LN2_HIGH) - n * _LN2_LOW
    scale = _power_of_two(n)
    return scale + scale * _exp_of_remainder_minus_1(r)


@exact_part
def tanh(x: float) -> float:
    """The hyperbolic tangent, exact to a few units in the last place near 0 as well; NaN stays NaN."""
    y = -2.0 * abs(x)
    y = -40.0 if y < -40.0 else y  # the result is 1 from here on
    n = np.floor(y * _LOG2_E + 0.5)
    r = (y - n * _LN2_HIGH) - n * _LN2_LOW
    scale = _power_of_two(n)
    minus_1 = scale * _exp_of_remainder_minus_1(r) + (scale - 1.0)  # exp(y) - 1 without cancellation
    return float(np.copysign(minus_1 / (2.0 + minus_1), x))


@exact_part
def sigmoid(x: float) -> float:
    """1 / (1 + e**-x)."""
    return 1.0 / (1.0 + exp(-x))
