"""This module is the training loop: many updates in one call, which may stop anywhere and go on with the same bits."""

from __future__ import annotations

import math

import numpy as np

from engine.network.kernels.batch import update
from engine.network.kernels.evaluate import evaluate
from engine.network.kernels.jit import Integers, copied_part, kernel, part
from engine.network.kernels.settings import scheduled_rate
from engine.network.kernels.state import (
    ALL_RIGHT,
    DIVERGED,
    GOING_ON,
    MAX_EPOCHS,
    TARGET_ERROR,
    Record,
    State,
    Training,
)
from engine.network.kernels.words import draw
from engine.network.moment_layout import (
    EPOCH,
    EVALUATED,
    LAST_FINITE_EPOCH,
    LOSS,
    N_NUMBERS,
    N_RIGHT,
    N_TEST_RIGHT,
    N_UPDATES,
    N_VECTORS,
    OBJECTIVE,
    POSITION,
    RATE,
    STEP,
    TEST_LOSS,
)


@kernel
def train(  # noqa: PLR0917  (a kernel takes no keywords)
    training: Training,
    record: Record,
    rng: np.random.Generator,
    n_updates: int,
    last_epoch: int,
    blas: int,
) -> int:
    """Makes up to `n_updates` updates and returns how many it made.

    Ends early at a stop rule, at the end of pass `last_epoch`, and where the record has no room for another evaluation
    or moment. Where `last_epoch` is given (not -1), max_epochs is no stop rule.
    """
    settings, state, progress = training.settings, training.state, training.state.progress
    n_samples = training.samples.n_samples
    progress.n_recorded = 0
    progress.n_kept = 0
    progress.stop = GOING_ON
    done = 0
    while done < n_updates:
        if progress.position == 0:
            _order_pass(state.order, n_samples, settings.shuffle, rng)
        count = min(settings.batch_size, n_samples - progress.position)
        update(training, count, blas)
        progress.position += count
        progress.step += 1
        done += 1
        if progress.position >= n_samples:
            finish_pass(training, record, int(last_epoch < 0), blas)
            _follow_schedule(training)
            if progress.n_kept < record.room and (progress.epoch & (record.stride - 1)) == 0:
                if progress.stop != DIVERGED:
                    keep(training, record, progress.n_kept)
                    progress.n_kept += 1
                if progress.n_kept == record.room:
                    break
            if progress.stop != GOING_ON or progress.epoch == last_epoch or progress.n_recorded == record.length:
                break
    if progress.position > 0 and not _are_finite(state):
        _fall_back(state)
        _follow_schedule(training)
    return done


@part
def _order_pass(order: Integers, n_samples: int, shuffle: int, rng: np.random.Generator) -> None:
    """A new order for every pass (Fisher and Yates's shuffle), or the samples as they stand."""
    if shuffle:
        for k in range(n_samples - 1, 0, -1):
            other = int(draw(rng) * (k + 1))
            sample = order[k]
            order[k] = order[other]
            order[other] = sample
    else:
        for k in range(n_samples):
            order[k] = k


@kernel
def finish_pass(training: Training, record: Record, limited: int, blas: int) -> None:
    """Evaluates after a finished pass where that is due, and looks at the stop rules."""
    settings, state, progress = training.settings, training.state, training.state.progress
    progress.position = 0
    progress.step = 0
    progress.epoch += 1
    over = limited and 0 <= settings.max_epochs <= progress.epoch
    if progress.epoch % settings.evaluate_every != 0 and not over:
        for k in range(state.n_parameters):
            state.finished[k] = state.parameters[k]
        return
    _measure(training, blas)
    if not (math.isfinite(state.evaluation.loss_sum) and _are_finite(state)):
        _fall_back(state)
        return
    for k in range(state.n_parameters):
        state.last_finite[k] = state.parameters[k]
    progress.last_finite_epoch = progress.epoch
    _record(state, record)
    if state.evaluation.loss_sum <= settings.target_error:
        progress.stop = TARGET_ERROR
    elif settings.stop_when_all_right and state.evaluation.n_right == training.samples.n_samples:
        progress.stop = ALL_RIGHT
    elif over:
        progress.stop = MAX_EPOCHS


@copied_part
def _follow_schedule(training: Training) -> None:
    """The learning rate of the pass that comes next, where it is another one in each pass."""
    settings, state = training.settings, training.state
    if settings.has_schedule:
        state.rule.learning_rate = scheduled_rate(settings, state.progress.epoch)


@copied_part
def _measure(training: Training, blas: int) -> None:
    """Writes the losses and the samples right, training and test, into the state."""
    state, grading = training.state, training.settings.grading
    state.evaluation.loss_sum = evaluate(training.work, training.samples, grading, blas)
    state.evaluation.n_right = training.work.n_right[0]
    state.evaluation.epoch = state.progress.epoch
    if training.tests.n_samples > 0:
        state.evaluation.test_loss_sum = evaluate(training.work, training.tests, grading, blas)
        state.evaluation.n_test_right = training.work.n_right[0]


@copied_part
def _record(state: State, record: Record) -> None:
    place = state.progress.n_recorded
    record.epochs[place] = state.progress.epoch
    record.losses[place] = state.evaluation.loss_sum
    record.test_losses[place] = state.evaluation.test_loss_sum
    state.progress.n_recorded = place + 1


@kernel
def keep(training: Training, record: Record, row: int) -> None:
    """Writes the moment at which the run stands, all that the next update goes by, into row `row` of the record."""
    state = training.state
    numbers, at = record.numbers, row * N_NUMBERS
    numbers[at + EPOCH] = state.progress.epoch
    numbers[at + STEP] = state.progress.step
    numbers[at + POSITION] = state.progress.position
    numbers[at + LAST_FINITE_EPOCH] = state.progress.last_finite_epoch
    numbers[at + RATE] = state.rule.learning_rate
    numbers[at + N_UPDATES] = state.rule.n_updates
    numbers[at + OBJECTIVE] = state.rule.objective
    numbers[at + EVALUATED] = state.evaluation.epoch
    numbers[at + LOSS] = state.evaluation.loss_sum
    numbers[at + TEST_LOSS] = state.evaluation.test_loss_sum
    numbers[at + N_RIGHT] = state.evaluation.n_right
    numbers[at + N_TEST_RIGHT] = state.evaluation.n_test_right
    count = state.n_parameters
    at = row * N_VECTORS * count
    for k in range(count):
        record.vectors[at + k] = state.parameters[k]
        record.vectors[at + count + k] = state.memory_1[k]
        record.vectors[at + 2 * count + k] = state.memory_2[k]
        record.vectors[at + 3 * count + k] = state.last_finite[k]
    for k in range(record.n_ordered):
        record.orders[row * record.n_ordered + k] = state.order[k]


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
        state.parameters[k] = state.last_finite[k]
        state.finished[k] = state.last_finite[k]
    state.progress.stop = DIVERGED
    state.progress.epoch = state.progress.last_finite_epoch
    state.progress.position = 0
    state.progress.step = 0
    state.evaluation.epoch = -1
