"""This module holds the update formula of each rule over the flat vector. Sources: `engine/spec/rules.py`."""

from __future__ import annotations

import math

from engine.network.kernels.evaluate import evaluate
from engine.network.kernels.jit import inlined_part, kernel, part
from engine.network.kernels.radial import hold_widths
from engine.network.kernels.state import State, Training
from engine.spec.rules import ADAM, ADAPTIVE, NESTEROV, PERCEPTRON, RPROP, WIDROW_HOFF
from engine.spec.ties import REMAINDER

RPROP_GROWTH, RPROP_SHRINKAGE, RPROP_MAXIMUM, RPROP_MINIMUM = 1.2, 0.5, 50.0, 1e-6
LOSS_RISE, RATE_SHRINKAGE, RATE_GROWTH = 1.04, 0.7, 1.05
ADAM_FIRST, ADAM_SECOND, ADAM_EPSILON = 0.9, 0.999, 1e-8


@inlined_part
def apply_rule(training: Training, blas: int) -> None:
    """One update of the parameters from the gradient, by the rule in force."""
    settings, state = training.settings, training.state
    if settings.rule == PERCEPTRON:
        correct(state)
        return
    if settings.rule == WIDROW_HOFF:
        descend(state, 0.0)
        return
    if settings.l1 != 0.0 or settings.l2 != 0.0:
        add_penalties(state, settings.l1, settings.l2)
    if settings.rule == RPROP:
        rprop(state)
    elif settings.rule == ADAM:
        adam(state)
    elif settings.rule == NESTEROV:
        nesterov(state, settings.momentum)
    elif settings.rule == ADAPTIVE:
        adapt(training, blas)
    else:
        descend(state, settings.momentum)
    hold_widths(training.work, state.free)


@kernel
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


@kernel
def correct(state: State) -> None:
    """−rate · gradient is added, and a weight that this takes back to 0 is 0: nothing of its last digits stays."""
    descend(state, 0.0)
    for k in range(state.n_parameters):
        if abs(state.parameters[k]) < REMAINDER * abs(state.memory_1[k]):
            state.parameters[k] = 0.0


@kernel
def nesterov(state: State, momentum: float) -> None:
    """velocity = momentum · velocity − rate · gradient; then momentum · velocity − rate · gradient is added.

    Sutskever et al. 2013 (equations 3 and 4) take the gradient at the look-ahead w + momentum · velocity and add the
    velocity to w. Written for the look-ahead in place of w, which is what `parameters` holds, that is this step, with
    the gradient at the parameters themselves. While the velocity is 0 both are the same point.
    """
    rate, velocity = state.rule.learning_rate, state.memory_1
    for k in range(state.n_parameters):
        descent = rate * state.gradient[k]
        velocity[k] = state.free[k] * (momentum * velocity[k] - descent)
        state.parameters[k] += state.free[k] * (momentum * velocity[k] - descent)


@kernel
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


@kernel
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


@kernel
def adapt(training: Training, blas: int) -> None:
    """A step with momentum that is taken back where it raises the objective too much."""
    state, numbers = training.state, training.state.rule
    if math.isnan(numbers.objective):
        numbers.objective = _objective(training, blas)
    for k in range(state.n_parameters):
        state.memory_2[k] = state.parameters[k]
    descend(state, training.settings.momentum)
    hold_widths(training.work, state.free)
    objective = _objective(training, blas)
    if objective <= LOSS_RISE * numbers.objective:
        if objective < numbers.objective:
            numbers.learning_rate *= RATE_GROWTH
        numbers.objective = objective
    else:
        numbers.learning_rate *= RATE_SHRINKAGE
        for k in range(state.n_parameters):
            state.parameters[k] = state.memory_2[k]
            state.memory_1[k] = 0.0


@part
def _objective(training: Training, blas: int) -> float:
    """Mean loss over the set plus the penalties: what the adaptive rule descends."""
    settings, samples = training.settings, training.samples
    total = evaluate(training.work, samples, settings.grading, blas)
    return total / samples.n_samples + penalties(training.state, settings.l1, settings.l2)
