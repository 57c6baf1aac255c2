"""This module walks downhill from given weights, by steps so short that they cross no ridge of the error.

The direction is that of L-BFGS (Nocedal and Wright, Numerical Optimization, algorithm 7.4), which knows narrow valleys;
where the error does not bend upwards, it is the gradient. SciPy's form takes steps of any length.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Pairs = deque[tuple[Floats, Floats]]

_LONGEST, _FIRST = 0.5, 0.1
"""Lengths of a step, in weights."""
_REMEMBERED = 8
_HALVINGS = 12
_SURE = 1e-4  # of the fall that the slope promises


def walk_down(
    error_at: Callable[[Floats], float],
    gradient_at: Callable[[Floats], Floats],
    point: Floats,
    steps: int,
    enough: float,
) -> float:
    """The error after at most so many steps from `point`, each of which lowers it; it ends early below `enough`."""
    error, gradient = error_at(point), gradient_at(point)
    pairs: Pairs = deque(maxlen=_REMEMBERED)
    for _ in range(steps):
        direction = _direction(gradient, pairs)
        slope = float(gradient @ direction)
        if not slope < 0.0 or error < enough:
            break
        length = 1.0
        for _halving in range(_HALVINGS):
            lower = error_at(point + length * direction)
            if lower <= error + _SURE * length * slope:
                break
            length /= 2.0
        else:
            if not pairs:
                break
            pairs.clear()
            continue
        step = length * direction
        point, error, before = point + step, lower, gradient
        gradient = gradient_at(point)
        if step @ (gradient - before) > 1e-12 * float(step @ step):
            pairs.append((step, gradient - before))
        else:
            pairs.clear()
    return error if np.isfinite(error) else np.inf


def _direction(gradient: Floats, pairs: Pairs) -> Floats:
    """The step to try first."""
    norm = float(np.linalg.norm(gradient))
    if not norm > 0.0:
        return np.zeros_like(gradient)
    if not pairs:
        return gradient * (-_FIRST / norm)
    rest, shares = gradient.copy(), []
    for step, change in reversed(pairs):
        share = float(step @ rest) / float(step @ change)
        shares.append(share)
        rest -= share * change
    step, change = pairs[-1]
    rest *= float(step @ change) / float(change @ change)
    for (step, change), share in zip(pairs, reversed(shares), strict=True):
        rest += (share - float(change @ rest) / float(step @ change)) * step
    length = float(np.linalg.norm(rest))
    return -rest * min(1.0, _LONGEST / length) if length > 0.0 else -rest
