"""What goes into the training kernel and what it changes: plain arrays and numbers under names."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from engine.data.dataset import Dataset
from engine.network.kernels.jit import Floats, Integers, part, pointer
from engine.network.kernels.memory_layout import Work, weights_only, work_pointers
from engine.spec.losses import LOSSES
from engine.spec.rules import RPROP, RULE_TABLE
from engine.spec.specs import NetworkSpec, TrainingSpec

EPOCH, STEP, POSITION, STOP, RECORDED, N_RIGHT, N_TEST_RIGHT, EVALUATED, KEPT = range(9)
"""Places in `State.counts`: passes finished, updates made in the begun pass, samples used in it, why it stopped,
records written in this call, samples right, test samples right, epoch of the last evaluation, epoch of `kept`."""

LOSS, TEST_LOSS = range(2)
"""Places in `State.figures`: summed losses of the last evaluation."""

RATE, UPDATES, OBJECTIVE = range(3)
"""Places in `State.scalars`: current learning rate, updates made (adam's t), the objective that `adaptive` last had."""

GOING_ON, TARGET_ERROR, ALL_RIGHT, MAX_EPOCHS, DIVERGED = range(5)
"""Values of `counts[STOP]`."""

VALUES, SIDES, CLASSES = range(3)
"""What makes a sample right: nothing does, every output on its side of the middle, or the largest output."""

_TASKS = {"values": VALUES, "binary": SIDES, "columns": SIDES, "classes": CLASSES}
_RPROP_FIRST_STEP = 0.1


class Samples(NamedTuple):
    """One set, flat, row after row."""

    n_samples: int
    inputs: Floats
    targets: Floats


class Grading(NamedTuple):
    """What counts as a loss and as right."""

    loss: int
    task: int
    middle: float


class Settings(NamedTuple):
    """A TrainingSpec in numbers; max_epochs and target_error are -1 where there is none."""

    rule: int
    grading: Grading
    batch_size: int
    shuffle: int
    evaluate_every: int
    max_epochs: int
    stop_when_all_right: int
    momentum: float
    l1: float
    l2: float
    target_error: float


class State(NamedTuple):
    """All that training changes, vectors like the parameters unless said otherwise.

    parameters and gradient are those of the `Work`. free: 1.0 where a parameter may move, 0.0 where it is locked or
    cut. penalised: 1.0 at weights, 0.0 at biases. memory_1, memory_2: the rule's vectors. finished: the parameters
    after the last finished pass where that was not evaluated. kept: those of the last evaluation, all finite.
    scalars, counts, figures: see above. order (n_samples,): the samples in the order of the begun pass.
    """

    n_parameters: int
    parameters: Floats
    gradient: Floats
    free: Floats
    penalised: Floats
    memory_1: Floats
    memory_2: Floats
    finished: Floats
    kept: Floats
    scalars: Floats
    figures: Floats
    counts: Integers
    order: Integers


class Training(NamedTuple):
    """A run: what is trained, on what, how, and how far it is."""

    work: Work
    samples: Samples
    tests: Samples
    settings: Settings
    state: State


class Record(NamedTuple):
    """Room for the evaluations of one call: epochs, summed losses, summed test losses."""

    length: int
    epochs: Integers
    losses: Floats
    test_losses: Floats


def make_samples(inputs: Floats, targets: Floats) -> Samples:
    """Writable copies, so that the kernels meet one type of array only."""
    return Samples(len(inputs), inputs.flatten(), targets.flatten())


def make_settings(training: TrainingSpec, data: Dataset) -> Settings:
    """The numbers of `training` for `data`."""
    return Settings(
        rule=RULE_TABLE[training.rule].code,
        grading=Grading(LOSSES[training.loss], _TASKS[data.task], float(data.middle)),
        batch_size=min(int(training.batch_size or data.n_samples), data.n_samples),
        shuffle=int(training.shuffle),
        evaluate_every=int(training.evaluate_every),
        max_epochs=-1 if training.max_epochs is None else int(training.max_epochs),
        stop_when_all_right=int(training.stop_when_all_right),
        momentum=float(training.momentum),
        l1=float(training.l1),
        l2=float(training.l2),
        target_error=-1.0 if training.target_error is None else float(training.target_error),
    )


def make_state(network: NetworkSpec, work: Work, n_samples: int) -> State:
    """The state before the first update, sharing parameters and gradient with `work`."""
    state = State(
        n_parameters=work.n_parameters,
        parameters=work.parameters,
        gradient=work.gradient,
        free=np.ones(work.n_parameters),
        penalised=weights_only(network),
        memory_1=np.zeros(work.n_parameters),
        memory_2=np.zeros(work.n_parameters),
        finished=work.parameters.copy(),
        kept=work.parameters.copy(),
        scalars=np.zeros(3),
        figures=np.full(2, math.nan),
        counts=np.zeros(9, dtype=np.int64),
        order=np.arange(n_samples),
    )
    state.counts[EVALUATED] = -1
    return state


def clear_memory(state: State, rule: int, learning_rate: float) -> None:
    """The rule's memory as it is before its first update."""
    state.memory_1[:] = 0.0
    state.memory_2[:] = _RPROP_FIRST_STEP if rule == RPROP else 0.0
    state.scalars[[RATE, UPDATES, OBJECTIVE]] = learning_rate, 0.0, math.nan


def make_record(length: int) -> Record:
    """Room for `length` evaluations."""
    return Record(length, np.zeros(length, dtype=np.int64), np.zeros(length), np.full(length, math.nan))


@part
def samples_pointers(samples: Samples) -> Samples:
    """The same with pointers in place of the arrays."""
    return Samples(samples.n_samples, pointer(samples.inputs), pointer(samples.targets))


@part
def record_pointers(record: Record) -> Record:
    """The same with pointers in place of the arrays."""
    return Record(record.length, pointer(record.epochs), pointer(record.losses), pointer(record.test_losses))


@part
def training_pointers(training: Training) -> Training:
    """The same with pointers in place of the arrays."""
    return Training(
        work_pointers(training.work),
        samples_pointers(training.samples),
        samples_pointers(training.tests),
        training.settings,
        _state_pointers(training.state),
    )


@part
def _state_pointers(state: State) -> State:
    """The same with pointers in place of the arrays."""
    return State(
        state.n_parameters,
        pointer(state.parameters),
        pointer(state.gradient),
        pointer(state.free),
        pointer(state.penalised),
        pointer(state.memory_1),
        pointer(state.memory_2),
        pointer(state.finished),
        pointer(state.kept),
        pointer(state.scalars),
        pointer(state.figures),
        pointer(state.counts),
        pointer(state.order),
    )
