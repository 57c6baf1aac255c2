"""The rules' updates: one formula each over the flat vector of parameters. Sources: `engine/rules.py`.

`free` is 1.0 where a parameter may move and 0.0 where it is locked or cut.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from engine.kernels.jit import compiled

Floats = NDArray[np.float64]

RATE, UPDATES, OBJECTIVE = range(3)
"""Places in the rule's scalars: the current learning rate, the updates made (adam's t), adaptive's last objective."""

RPROP_FIRST, RPROP_GROWTH, RPROP_SHRINKAGE, RPROP_MAXIMUM, RPROP_MINIMUM = 0.1, 1.2, 0.5, 50.0, 1e-6
ADAM_FIRST, ADAM_SECOND, ADAM_EPSILON = 0.9, 0.999, 1e-8


@compiled
def add_penalties(parameters: Floats, penalised: Floats, gradient: Floats, l1: float, l2: float) -> None:
    """Adds l1 sign(w) + l2 w to the gradient of every weight; `penalised` is 1.0 at weights and 0.0 at biases."""
    for k in range(parameters.shape[0]):
        value = parameters[k]
        sign = 1.0 if value > 0 else (-1.0 if value < 0 else 0.0)
        gradient[k] += penalised[k] * (l1 * sign + l2 * value)


@compiled
def penalties(parameters: Floats, penalised: Floats, l1: float, l2: float) -> float:
    """l1 Σ|w| + ½ l2 Σw², what `add_penalties` is the gradient of."""
    total = 0.0
    for k in range(parameters.shape[0]):
        value = parameters[k]
        total += penalised[k] * (l1 * abs(value) + 0.5 * l2 * value * value)
    return total


@compiled
def descend(parameters: Floats, free: Floats, gradient: Floats, velocity: Floats, rate: float, momentum: float) -> None:
    """velocity = momentum · velocity − rate · gradient; then added."""
    for k in range(parameters.shape[0]):
        velocity[k] = free[k] * (momentum * velocity[k] - rate * gradient[k])
        parameters[k] += velocity[k]


@compiled
def rprop(parameters: Floats, free: Floats, gradient: Floats, before: Floats, sizes: Floats) -> None:
    """Each parameter by its own step size against the sign of its gradient; `before` is the last gradient."""
    for k in range(parameters.shape[0]):
        agreement = gradient[k] * before[k]
        if agreement > 0:
            sizes[k] = min(sizes[k] * RPROP_GROWTH, RPROP_MAXIMUM)
        elif agreement < 0:
            sizes[k] = max(sizes[k] * RPROP_SHRINKAGE, RPROP_MINIMUM)
            gradient[k] = 0.0
        if gradient[k] > 0:
            parameters[k] -= free[k] * sizes[k]
        elif gradient[k] < 0:
            parameters[k] += free[k] * sizes[k]
        elif gradient[k] != 0.0:
            parameters[k] = gradient[k]  # NaN: the run has diverged and must not look as if it stood still
        before[k] = gradient[k]


@compiled
def adam(
    parameters: Floats, free: Floats, gradient: Floats, first: Floats, second: Floats, rate: float, updates: float
) -> None:
    """`updates` counts this one: 1 for the first."""
    first_share = 1.0 - math.pow(ADAM_FIRST, updates)
    second_share = 1.0 - math.pow(ADAM_SECOND, updates)
    for k in range(parameters.shape[0]):
        slope = gradient[k]
        first[k] = ADAM_FIRST * first[k] + (1.0 - ADAM_FIRST) * slope
        second[k] = ADAM_SECOND * second[k] + (1.0 - ADAM_SECOND) * slope * slope
        step = rate * (first[k] / first_share) / (math.sqrt(second[k] / second_share) + ADAM_EPSILON)
        parameters[k] -= free[k] * step
