"""The training loop: many updates in one call, stopping anywhere, going on with the same bits."""

from __future__ import annotations

import math

import numpy as np

from engine.network.kernels.batch import update
from engine.network.kernels.evaluate import evaluate
from engine.network.kernels.jit import Integers, copied_part, kernel, part
from engine.network.kernels.state import (
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
    State,
    Training,
    record_pointers,
    training_pointers,
)


@kernel
def train(  # noqa: PLR0917  (a kernel takes no keywords)
    training_arrays: Training,
    record_arrays: Record,
    rng: np.random.Generator,
    n_updates: int,
    last_epoch: int,
    blas: int | None,
) -> int:
    """Makes up to `n_updates` updates and returns how many it made.

    Ends early at a stop rule, at the end of pass `last_epoch`, and where the record is full. Where `last_epoch` is
    given (not -1), max_epochs is no stop rule.
    """
    training, record = training_pointers(training_arrays), record_pointers(record_arrays)
    settings, state, counts = training.settings, training.state, training.state.counts
    n_samples = training.samples.n_samples
    counts[RECORDED] = 0
    counts[STOP] = GOING_ON
    done = 0
    while done < n_updates:
        if counts[POSITION] == 0:
            _order_pass(state.order, n_samples, settings.shuffle, rng)
        count = min(settings.batch_size, n_samples - counts[POSITION])
        update(training, count, blas)
        counts[POSITION] += count
        counts[STEP] += 1
        done += 1
        if counts[POSITION] >= n_samples:
            _finish_pass(training, record, last_epoch < 0, blas)
            if counts[STOP] != GOING_ON or counts[EPOCH] == last_epoch or counts[RECORDED] == record.length:
                break
    if counts[POSITION] > 0 and not _are_finite(state):
        _fall_back(state)
    return done


@part
def _order_pass(order: Integers, n_samples: int, shuffle: int, rng: np.random.Generator) -> None:
    """A new order for every pass (Fisher and Yates's shuffle), or the samples as they stand."""
    if shuffle:
        for k in range(n_samples - 1, 0, -1):
            other = int(rng.random() * (k + 1))
            sample = order[k]
            order[k] = order[other]
            order[other] = sample
    else:
        for k in range(n_samples):
            order[k] = k


@copied_part
def _finish_pass(training: Training, record: Record, limited: bool, blas: int | None) -> None:
    """Evaluates after a finished pass where that is due, and looks at the stop rules."""
    settings, state, counts = training.settings, training.state, training.state.counts
    counts[POSITION] = 0
    counts[STEP] = 0
    counts[EPOCH] += 1
    over = limited and 0 <= settings.max_epochs <= counts[EPOCH]
    if counts[EPOCH] % settings.evaluate_every != 0 and not over:
        for k in range(state.n_parameters):
            state.finished[k] = state.parameters[k]
        return
    _measure(training, blas)
    if not (math.isfinite(state.figures[LOSS]) and _are_finite(state)):
        _fall_back(state)
        return
    for k in range(state.n_parameters):
        state.kept[k] = state.parameters[k]
    counts[KEPT] = counts[EPOCH]
    _record(state, record)
    if state.figures[LOSS] <= settings.target_error:
        counts[STOP] = TARGET_ERROR
    elif settings.stop_when_all_right and counts[N_RIGHT] == training.samples.n_samples:
        counts[STOP] = ALL_RIGHT
    elif over:
        counts[STOP] = MAX_EPOCHS


@copied_part
def _measure(training: Training, blas: int | None) -> None:
    """Writes the losses and the samples right, training and test, into the state."""
    state, grading = training.state, training.settings.grading
    total, n_right = evaluate(training.work, training.samples, grading, blas)
    state.figures[LOSS] = total
    state.counts[N_RIGHT] = n_right
    state.counts[EVALUATED] = state.counts[EPOCH]
    if training.tests.n_samples > 0:
        total, n_right = evaluate(training.work, training.tests, grading, blas)
        state.figures[TEST_LOSS] = total
        state.counts[N_TEST_RIGHT] = n_right


@copied_part
def _record(state: State, record: Record) -> None:
    place = state.counts[RECORDED]
    record.epochs[place] = state.counts[EPOCH]
    record.losses[place] = state.figures[LOSS]
    record.test_losses[place] = state.figures[TEST_LOSS]
    state.counts[RECORDED] = place + 1


@part
def _are_finite(state: State) -> bool:
    """Whether all parameters are: a product with 0 is 0 unless the factor is infinite or NaN, so one sum tells."""
    total = 0.0
    for k in range(state.n_parameters):
        total += state.parameters[k] * 0.0
    return total == 0.0


@part
def _fall_back(state: State) -> None:
    """Back to the last finite evaluation: the run has diverged."""
    for k in range(state.n_parameters):
        state.parameters[k] = state.kept[k]
        state.finished[k] = state.kept[k]
    state.counts[STOP] = DIVERGED
    state.counts[EPOCH] = state.counts[KEPT]
    state.counts[POSITION] = 0
    state.counts[STEP] = 0
    state.counts[EVALUATED] = -1
