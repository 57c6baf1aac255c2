"""One update: the mean gradient of a batch, then the rule's formula."""

from __future__ import annotations

import math

from engine.network.kernels.backward import add_gradient, backward
from engine.network.kernels.evaluate import evaluate
from engine.network.kernels.forward import forward
from engine.network.kernels.jit import copied_part, part
from engine.network.kernels.memory_layout import AFTER, COLUMNS, INPUTS, UNITS, Work
from engine.network.kernels.radial import hold_widths
from engine.network.kernels.state import Samples, State, Training
from engine.network.kernels.update import adam, add_penalties, descend, penalties, rprop
from engine.spec.rules import ADAM, ADAPTIVE, PERCEPTRON, RPROP, WIDROW_HOFF

LOSS_RISE, RATE_SHRINKAGE, RATE_GROWTH = 1.04, 0.7, 1.05


@copied_part
def update(training: Training, count: int, blas: int | None) -> None:
    """One update from the next `count` samples in the order."""
    settings, state = training.settings, training.state
    _fill_gradient(training, count, blas)
    state.rule.n_updates += 1.0
    if settings.rule in (PERCEPTRON, WIDROW_HOFF):
        descend(state, 0.0)
        return
    if settings.l1 != 0.0 or settings.l2 != 0.0:
        add_penalties(state, settings.l1, settings.l2)
    if settings.rule == RPROP:
        rprop(state)
    elif settings.rule == ADAM:
        adam(state)
    elif settings.rule == ADAPTIVE:
        _adapt(training, blas)
    else:
        descend(state, settings.momentum)
    hold_widths(training.work, state.free)


@copied_part
def _fill_gradient(training: Training, count: int, blas: int | None) -> None:
    """The mean gradient of the next `count` samples, as many rows at a time as there is room for."""
    work, settings = training.work, training.settings
    for k in range(work.n_parameters):
        work.gradient[k] = 0.0
    first = training.state.progress.position
    for start in range(first, first + count, work.room):
        rows = min(work.room, first + count - start)
        _gather(work, training.samples, training.state, start, rows)
        forward(work, rows, blas)
        if settings.rule in (PERCEPTRON, WIDROW_HOFF):
            _fill_misses(work, settings.rule, rows)
        else:
            backward(work, settings.grading.loss, rows, blas)
        add_gradient(work, rows, blas)
    if count > 1:
        share = 1.0 / count
        for k in range(work.n_parameters):
            work.gradient[k] *= share


@copied_part
def _gather(work: Work, samples: Samples, state: State, start: int, rows: int) -> None:
    """Brings the samples at places `start` and on of the order to work."""
    n_inputs, units = work.plan[INPUTS], work.plan[(work.n_layers - 1) * COLUMNS + UNITS]
    for row in range(rows):
        sample = state.order[start + row]
        for i in range(n_inputs):
            work.activations[row * n_inputs + i] = samples.inputs[sample * n_inputs + i]
        for unit in range(units):
            work.targets[row * units + unit] = samples.targets[sample * units + unit]


@part
def _fill_misses(work: Work, rule: int, rows: int) -> None:
    """In place of deltas: d − o for the perceptron rule, d − net for Widrow and Hoff's."""
    start = work.plan[AFTER]
    for k in range(rows * work.plan[UNITS]):
        given = work.activations[start + k] if rule == PERCEPTRON else work.net_inputs[start + k]
        work.deltas[start + k] = work.targets[k] - given


@part
def _adapt(training: Training, blas: int | None) -> None:
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
def _objective(training: Training, blas: int | None) -> float:
    """Mean loss over the set plus the penalties: what the adaptive rule descends."""
    settings, samples = training.settings, training.samples
    total, _ = evaluate(training.work, samples, settings.grading, blas)
    return total / samples.n_samples + penalties(training.state, settings.l1, settings.l2)
