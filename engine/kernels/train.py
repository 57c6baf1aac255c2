"""The training loop: many updates in one call, stopping anywhere, going on with the same bits."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from engine.kernels.batch import update
from engine.kernels.evaluate import evaluate
from engine.kernels.jit import compiled
from engine.kernels.layout import Workspace
from engine.kernels.state import (
    ALL_RIGHT,
    DIVERGED,
    EPOCH,
    EVALUATED,
    GOING_ON,
    KEPT,
    LOSS,
    MAX_EPOCHS,
    N_RIGHT,
    N_TEST_RIGHT,
    POSITION,
    RECORDED,
    STEP,
    STOP,
    TARGET_ERROR,
    TEST_LOSS,
    Record,
    Samples,
    Settings,
    State,
)

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@compiled
def train(
    plan: Integers,
    workspace: Workspace,
    samples: Samples,
    settings: Settings,
    state: State,
    record: Record,
    rng: np.random.Generator,
    n_updates: int,
    last_epoch: int,
    blas: int | None,
) -> int:
    """Makes up to `n_updates` updates and returns how many it made.

    Ends early at a stop rule, at the end of pass `last_epoch`, and where `record` is full.
    """
    counts, n_samples = state.counts, state.order.shape[0]
    counts[RECORDED] = 0
    counts[STOP] = GOING_ON
    done = 0
    while done < n_updates:
        if counts[POSITION] == 0:
            _order_pass(state.order, settings.shuffle, rng)
        count = min(settings.batch_size, n_samples - counts[POSITION])
        update(plan, workspace, samples, settings, state, counts[POSITION], count, blas)
        counts[POSITION] += count
        counts[STEP] += 1
        done += 1
        if counts[POSITION] >= n_samples:
            counts[POSITION] = 0
            counts[STEP] = 0
            counts[EPOCH] += 1
            _finish_pass(plan, workspace, samples, settings, state, record, last_epoch, blas)
            if counts[STOP] != GOING_ON or counts[EPOCH] == last_epoch or counts[RECORDED] == record.epochs.shape[0]:
                return done
    if counts[POSITION] > 0 and not _are_finite(state.parameters):
        _fall_back(state)
    return done


@compiled
def _order_pass(order: Integers, shuffle: int, rng: np.random.Generator) -> None:
    if shuffle:
        rng.shuffle(order)
    else:
        for k in range(order.shape[0]):
            order[k] = k


@compiled
def _finish_pass(
    plan: Integers,
    workspace: Workspace,
    samples: Samples,
    settings: Settings,
    state: State,
    record: Record,
    last_epoch: int,
    blas: int | None,
) -> None:
    """Evaluates after a finished pass where that is due, and looks at the stop rules."""
    counts, epoch = state.counts, state.counts[EPOCH]
    over = last_epoch < 0 and 0 <= settings.max_epochs <= epoch
    if epoch % settings.evaluate_every != 0 and not over:
        for k in range(state.parameters.shape[0]):
            state.finished[k] = state.parameters[k]
        return
    measure(plan, workspace, samples, settings, state, state.parameters, blas)
    if not (math.isfinite(state.figures[LOSS]) and _are_finite(state.parameters)):
        _fall_back(state)
        return
    for k in range(state.parameters.shape[0]):
        state.kept[k] = state.parameters[k]
    counts[KEPT] = epoch
    place = counts[RECORDED]
    record.epochs[place] = epoch
    record.losses[place] = state.figures[LOSS]
    record.test_losses[place] = state.figures[TEST_LOSS]
    counts[RECORDED] = place + 1
    if state.figures[LOSS] <= settings.target_error:
        counts[STOP] = TARGET_ERROR
    elif settings.stop_when_all_right and counts[N_RIGHT] == state.order.shape[0]:
        counts[STOP] = ALL_RIGHT
    elif over:
        counts[STOP] = MAX_EPOCHS


@compiled
def measure(
    plan: Integers,
    workspace: Workspace,
    samples: Samples,
    settings: Settings,
    state: State,
    parameters: Floats,
    blas: int | None,
) -> None:
    """Writes the losses and the samples right at `parameters`, training and test, into the state."""
    loss, task, middle = settings.loss, settings.task, settings.middle
    net_inputs, activations = workspace.net_inputs, workspace.activations
    total, n_right = evaluate(
        plan, parameters, samples.inputs, samples.targets, loss, task, middle, net_inputs, activations, blas
    )
    state.figures[LOSS] = total
    state.counts[N_RIGHT] = n_right
    state.counts[EVALUATED] = state.counts[EPOCH]
    if samples.test_targets.shape[0] > 0:
        total, n_right = evaluate(
            plan,
            parameters,
            samples.test_inputs,
            samples.test_targets,
            loss,
            task,
            middle,
            net_inputs,
            activations,
            blas,
        )
        state.figures[TEST_LOSS] = total
        state.counts[N_TEST_RIGHT] = n_right


@compiled
def _are_finite(parameters: Floats) -> bool:
    """One sum tells: a product with 0 is 0 unless the factor is infinite or NaN."""
    total = 0.0
    for k in range(parameters.shape[0]):
        total += parameters[k] * 0.0
    return total == 0.0


@compiled
def _fall_back(state: State) -> None:
    """Back to the last finite evaluation: the run has diverged."""
    for k in range(state.parameters.shape[0]):
        state.parameters[k] = state.kept[k]
        state.finished[k] = state.kept[k]
    counts = state.counts
    counts[EVALUATED] = -1
    counts[STOP] = DIVERGED
    counts[EPOCH] = counts[KEPT]
    counts[POSITION] = 0
    counts[STEP] = 0
