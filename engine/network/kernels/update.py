"""The rules' updates: one formula each over the flat vector of parameters. Sources: `engine/spec/rules.py`."""

from __future__ import annotations

import math

from engine.network.kernels.jit import part
from engine.network.kernels.state import State

RPROP_GROWTH, RPROP_SHRINKAGE, RPROP_MAXIMUM, RPROP_MINIMUM = 1.2, 0.5, 50.0, 1e-6
ADAM_FIRST, ADAM_SECOND, ADAM_EPSILON = 0.9, 0.999, 1e-8


@part
def add_penalties(state: State, l1: float, l2: float) -> None:
    """Adds l1 sign(w) + l2 w to the gradient of every weight."""
    for k in range(state.n_parameters):
        value = state.parameters[k]
        sign = 1.0 if value > 0 else (-1.0 if value < 0 else 0.0)
        state.gradient[k] += state.penalised[k] * (l1 * sign + l2 * value)


@part
def penalties(state: State, l1: float, l2: float) -> float:
    """l1 Σ|w| + ½ l2 Σw², what `add_penalties` is the gradient of."""
    total = 0.0
    for k in range(state.n_parameters):
        value = state.parameters[k]
        total += state.penalised[k] * (l1 * abs(value) + 0.5 * l2 * value * value)
    return total


@part
def descend(state: State, momentum: float) -> None:
    """velocity = momentum · velocity − rate · gradient; then added."""
    rate, velocity = state.rule.learning_rate, state.memory_1
    for k in range(state.n_parameters):
        velocity[k] = state.free[k] * (momentum * velocity[k] - rate * state.gradient[k])
        state.parameters[k] += velocity[k]


@part
def rprop(state: State) -> None:
    """Each parameter by a step size of its own, against the sign of its gradient."""
    before, sizes = state.memory_1, state.memory_2
    for k in range(state.n_parameters):
        gradient = state.gradient[k]
        agreement = gradient * before[k]
        if agreement > 0:
            sizes[k] = min(sizes[k] * RPROP_GROWTH, RPROP_MAXIMUM)
        elif agreement < 0:
            sizes[k] = max(sizes[k] * RPROP_SHRINKAGE, RPROP_MINIMUM)
            gradient = 0.0
        before[k] = gradient
        if gradient > 0:
            state.parameters[k] -= state.free[k] * sizes[k]
        elif gradient < 0:
            state.parameters[k] += state.free[k] * sizes[k]
        elif gradient != 0.0:
            state.parameters[k] = gradient  # NaN: a run that diverged must not look as if it stood still


@part
def adam(state: State) -> None:
    """The moments in memory_1 and memory_2; `n_updates` counts this update, 1 for the first."""
    first, second, rate, updates = state.memory_1, state.memory_2, state.rule.learning_rate, state.rule.n_updates
    first_share = 1.0 - math.pow(ADAM_FIRST, updates)
    second_share = 1.0 - math.pow(ADAM_SECOND, updates)
    for k in range(state.n_parameters):
        slope = state.gradient[k]
        first[k] = ADAM_FIRST * first[k] + (1.0 - ADAM_FIRST) * slope
        second[k] = ADAM_SECOND * second[k] + (1.0 - ADAM_SECOND) * slope * slope
        step = rate * (first[k] / first_share) / (math.sqrt(second[k] / second_share) + ADAM_EPSILON)
        state.parameters[k] -= state.free[k] * step
