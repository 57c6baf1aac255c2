"""What goes into the training kernel and what it changes: plain arrays and numbers under names."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.dataset import Dataset
from engine.kernels.evaluate import CLASSES, SIDES, VALUES
from engine.kernels.layout import weights_only
from engine.kernels.update import OBJECTIVE, RATE, RPROP_FIRST
from engine.losses import LOSSES
from engine.rules import RPROP, RULE_TABLE
from engine.specs import NetworkSpec, TrainingSpec

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

EPOCH, STEP, POSITION, STOP, RECORDED, N_RIGHT, N_TEST_RIGHT, EVALUATED, KEPT = range(9)
"""Places in `State.counts`: passes finished, updates made in the begun pass, samples used in it, why it stopped,
records written in this call, samples right, test samples right, epoch of the last evaluation, epoch of `kept`."""

LOSS, TEST_LOSS = range(2)
"""Places in `State.figures`: summed losses of the last evaluation."""

GOING_ON, TARGET_ERROR, ALL_RIGHT, MAX_EPOCHS, DIVERGED = range(5)


class Samples(NamedTuple):
    """The sets, flat, row after row."""

    inputs: Floats
    targets: Floats
    test_inputs: Floats
    test_targets: Floats


class Settings(NamedTuple):
    """A TrainingSpec in numbers; max_epochs and target_error are -1 where there is none."""

    rule: int
    loss: int
    task: int
    batch_size: int
    shuffle: int
    evaluate_every: int
    max_epochs: int
    stop_when_all_right: int
    momentum: float
    l1: float
    l2: float
    target_error: float
    middle: float


class State(NamedTuple):
    """All that training changes. free, penalised: 1.0 and 0.0 marks like the parameters. memory (2, n_parameters):
    the rule's vectors. finished: the parameters after the last finished pass where that was not evaluated.
    kept: those of the last evaluation, all finite."""

    parameters: Floats
    free: Floats
    penalised: Floats
    memory: Floats
    scalars: Floats
    order: Integers
    finished: Floats
    kept: Floats
    counts: Integers
    figures: Floats


class Record(NamedTuple):
    """Room for the evaluations of one call: epochs, summed losses, summed test losses."""

    epochs: Integers
    losses: Floats
    test_losses: Floats


_TASKS = {"values": VALUES, "binary": SIDES, "columns": SIDES, "classes": CLASSES}


def make_samples(data: Dataset) -> Samples:
    """Writable copies, so that the kernels meet one type of array only."""
    return Samples(
        data.inputs.flatten(), data.targets.flatten(), data.test_inputs.flatten(), data.test_targets.flatten()
    )


def make_settings(training: TrainingSpec, data: Dataset) -> Settings:
    """The numbers of `training` for `data`."""
    return Settings(
        rule=RULE_TABLE[training.rule].code,
        loss=LOSSES[training.loss],
        task=_TASKS[data.task],
        batch_size=min(int(training.batch_size or data.n_samples), data.n_samples),
        shuffle=int(training.shuffle),
        evaluate_every=int(training.evaluate_every),
        max_epochs=-1 if training.max_epochs is None else int(training.max_epochs),
        stop_when_all_right=int(training.stop_when_all_right),
        momentum=float(training.momentum),
        l1=float(training.l1),
        l2=float(training.l2),
        target_error=-1.0 if training.target_error is None else float(training.target_error),
        middle=float(data.middle),
    )


def make_state(spec: NetworkSpec, parameters: Floats, n_samples: int) -> State:
    """The state before the first update; `parameters` is shared, not copied."""
    state = State(
        parameters=parameters,
        free=np.ones(len(parameters)),
        penalised=weights_only(spec),
        memory=np.zeros((2, len(parameters))),
        scalars=np.zeros(3),
        order=np.arange(n_samples),
        finished=parameters.copy(),
        kept=parameters.copy(),
        counts=np.zeros(9, dtype=np.int64),
        figures=np.zeros(2),
    )
    state.counts[EVALUATED] = -1
    return state


def clear_memory(state: State, rule: int, learning_rate: float) -> None:
    """The rule's memory as it is before its first update."""
    state.memory[:] = 0.0
    if rule == RPROP:
        state.memory[1] = RPROP_FIRST
    state.scalars[:] = 0.0
    state.scalars[RATE] = learning_rate
    state.scalars[OBJECTIVE] = math.nan


def make_record(length: int) -> Record:
    """Room for `length` evaluations."""
    return Record(np.zeros(length, dtype=np.int64), np.zeros(length), np.full(length, math.nan))
