"""One update: the mean gradient of a batch, then the rule's formula."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from engine.kernels.backward import add_gradient, all_deltas
from engine.kernels.evaluate import evaluate
from engine.kernels.forward import forward
from engine.kernels.jit import at, compiled
from engine.kernels.layout import AFTER, INPUTS, ROWS, UNITS, Workspace
from engine.kernels.state import Samples, Settings, State
from engine.kernels.update import OBJECTIVE, RATE, UPDATES, adam, add_penalties, descend, penalties, rprop
from engine.rules import ADAM, ADAPTIVE, PERCEPTRON, RPROP, WIDROW_HOFF

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

LOSS_RISE, RATE_SHRINKAGE, RATE_GROWTH = 1.04, 0.7, 1.05


@compiled
def update(
    plan: Integers,
    workspace: Workspace,
    samples: Samples,
    settings: Settings,
    state: State,
    first: int,
    count: int,
    blas: int | None,
) -> None:
    """One update from `count` samples, `first` being the place of the first in the order."""
    parameters, gradient, scalars = state.parameters, workspace.gradient, state.scalars
    batch_gradient(plan, workspace, samples, settings.rule, settings.loss, parameters, state.order, first, count, blas)
    scalars[UPDATES] += 1.0
    if settings.rule in (PERCEPTRON, WIDROW_HOFF):
        descend(parameters, state.free, gradient, state.memory[0], scalars[RATE], 0.0)
        return
    if settings.l1 != 0.0 or settings.l2 != 0.0:
        add_penalties(parameters, state.penalised, gradient, settings.l1, settings.l2)
    if settings.rule == RPROP:
        rprop(parameters, state.free, gradient, state.memory[0], state.memory[1])
    elif settings.rule == ADAM:
        adam(parameters, state.free, gradient, state.memory[0], state.memory[1], scalars[RATE], scalars[UPDATES])
    elif settings.rule == ADAPTIVE:
        _adapt(plan, workspace, samples, settings, state, blas)
    else:
        descend(parameters, state.free, gradient, state.memory[0], scalars[RATE], settings.momentum)


@compiled
def batch_gradient(
    plan: Integers,
    workspace: Workspace,
    samples: Samples,
    rule: int,
    loss: int,
    parameters: Floats,
    order: Integers,
    first: int,
    count: int,
    blas: int | None,
) -> None:
    """Fills `workspace.gradient` with the mean gradient of a batch; as many rows at a time as there is room for."""
    net_inputs, activations, deltas = workspace.net_inputs, workspace.activations, workspace.deltas
    gradient, targets = workspace.gradient, workspace.targets
    for k in range(gradient.shape[0]):
        gradient[k] = 0.0
    for start in range(first, first + count, plan[0, ROWS]):
        rows = min(plan[0, ROWS], first + count - start)
        _gather(plan, samples, order, start, rows, activations, targets)
        forward(plan, parameters, rows, net_inputs, activations, blas)
        if rule in (PERCEPTRON, WIDROW_HOFF):
            _misses(plan, rule, rows, net_inputs, activations, targets, deltas)
        else:
            all_deltas(plan, parameters, loss, rows, net_inputs, activations, targets, deltas, blas)
        add_gradient(plan, rows, activations, deltas, gradient, workspace.product, blas)
    if count > 1:
        share = 1.0 / count
        for k in range(gradient.shape[0]):
            gradient[k] *= share


@compiled
def _gather(
    plan: Integers,
    samples: Samples,
    order: Integers,
    start: int,
    rows: int,
    activations: Floats,
    targets: Floats,
) -> None:
    n_inputs, units = plan[0, INPUTS], plan[plan.shape[0] - 1, UNITS]
    for row in range(rows):
        sample = order[at(start + row)]
        for i in range(n_inputs):
            activations[at(row * n_inputs + i)] = samples.inputs[at(sample * n_inputs + i)]
        for unit in range(units):
            targets[at(row * units + unit)] = samples.targets[at(sample * units + unit)]


@compiled
def _misses(
    plan: Integers,
    rule: int,
    rows: int,
    net_inputs: Floats,
    activations: Floats,
    targets: Floats,
    deltas: Floats,
) -> None:
    """d − o for the perceptron rule, d − net for Widrow and Hoff's."""
    start = plan[0, AFTER]
    for k in range(rows * plan[0, UNITS]):
        given = activations[at(start + k)] if rule == PERCEPTRON else net_inputs[at(start + k)]
        deltas[at(start + k)] = targets[at(k)] - given


@compiled
def _adapt(
    plan: Integers, workspace: Workspace, samples: Samples, settings: Settings, state: State, blas: int | None
) -> None:
    """A step with momentum that is taken back where it raises the objective too much."""
    parameters, velocity, before, scalars = state.parameters, state.memory[0], state.memory[1], state.scalars
    if math.isnan(scalars[OBJECTIVE]):
        scalars[OBJECTIVE] = _objective(plan, workspace, samples, settings, state, blas)
    for k in range(parameters.shape[0]):
        before[k] = parameters[k]
    descend(parameters, state.free, workspace.gradient, velocity, scalars[RATE], settings.momentum)
    objective = _objective(plan, workspace, samples, settings, state, blas)
    if objective <= LOSS_RISE * scalars[OBJECTIVE]:
        if objective < scalars[OBJECTIVE]:
            scalars[RATE] *= RATE_GROWTH
        scalars[OBJECTIVE] = objective
        return
    scalars[RATE] *= RATE_SHRINKAGE
    for k in range(parameters.shape[0]):
        parameters[k] = before[k]
        velocity[k] = 0.0


@compiled
def _objective(
    plan: Integers, workspace: Workspace, samples: Samples, settings: Settings, state: State, blas: int | None
) -> float:
    """Mean loss over the set plus the penalties: what the adaptive rule descends."""
    total, _ = evaluate(
        plan,
        state.parameters,
        samples.inputs,
        samples.targets,
        settings.loss,
        0,
        0.0,
        workspace.net_inputs,
        workspace.activations,
        blas,
    )
    mean = total / state.order.shape[0]
    return mean + penalties(state.parameters, state.penalised, settings.l1, settings.l2)
