"""This module makes one update: the mean gradient of a batch, then the rule's formula."""

from __future__ import annotations

from engine.network.kernels.backward import add_gradient_part, backward_part
from engine.network.kernels.forward import forward_part
from engine.network.kernels.jit import copied_part, part
from engine.network.kernels.memory_layout import AFTER, COLUMNS, INPUTS, UNITS, Work
from engine.network.kernels.state import Samples, State, Training
from engine.network.kernels.update import apply_rule
from engine.spec.rules import PERCEPTRON, WIDROW_HOFF


@copied_part
def update(training: Training, count: int, blas: int) -> None:
    """One update from the next `count` samples in the order."""
    _fill_gradient(training, count, blas)
    training.state.rule.n_updates += 1.0
    apply_rule(training, blas)


@copied_part
def _fill_gradient(training: Training, count: int, blas: int) -> None:
    """The mean gradient of the next `count` samples, as many rows at a time as there is room for."""
    work, settings = training.work, training.settings
    for k in range(work.n_parameters):
        work.gradient[k] = 0.0
    first = training.state.progress.position
    for start in range(first, first + count, work.room):
        rows = min(work.room, first + count - start)
        _gather(work, training.samples, training.state, start, rows)
        forward_part(work, rows, blas)
        if settings.rule in (PERCEPTRON, WIDROW_HOFF):
            _fill_misses(work, settings.rule, rows)
        else:
            backward_part(work, settings.grading.loss, rows, blas)
        add_gradient_part(work, rows, blas)
    if count > 1:
        share = 1.0 / count
        for k in range(work.n_parameters):
            work.gradient[k] *= share


@copied_part
def _gather(work: Work, samples: Samples, state: State, start: int, rows: int) -> None:
    """Brings the samples at places `start` and on of the order to work."""
    n_inputs, units = work.plan[INPUTS], work.plan[(work.n_layers - 1) * COLUMNS + UNITS]
    order, activations, targets = state.order, work.activations, work.targets
    given, wanted = samples.inputs, samples.targets
    for row in range(rows):
        sample = order[start + row]
        for i in range(n_inputs):
            activations[row * n_inputs + i] = given[sample * n_inputs + i]
        for unit in range(units):
            targets[row * units + unit] = wanted[sample * units + unit]


@part
def _fill_misses(work: Work, rule: int, rows: int) -> None:
    """In place of deltas: d − o for the perceptron rule, d − net for Widrow and Hoff's."""
    start = work.plan[AFTER]
    for k in range(rows * work.plan[UNITS]):
        given = work.activations[start + k] if rule == PERCEPTRON else work.net_inputs[start + k]
        work.deltas[start + k] = work.targets[k] - given
