"""This module names what goes into the training kernel and what it changes.

A record is one element of a structured array. Numba passes its address, so that the kernels change its fields in place
(`state.progress.epoch += 1`), and Python reads the same fields by the same names.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple, Self, TypeVar

import numpy as np

from engine.network.kernels.jit import Floats, Integers
from engine.network.kernels.memory_layout import Work, weights_only
from engine.network.kernels.settings import Settings
from engine.network.kernels.words import record_dtype
from engine.spec.rules import rule_of_code
from engine.spec.specs import NetworkSpec

GOING_ON, TARGET_ERROR, ALL_RIGHT, MAX_EPOCHS, DIVERGED = range(5)
"""Values of `Progress.stop`."""


if TYPE_CHECKING:

    class NamedNumbers:
        """Numbers in one place of memory, of the names and types that a subclass declares."""

        def copy(self) -> Self:
            """The same numbers in another place."""

else:
    NamedNumbers = np.record  # which NumPy's stubs, unlike NumPy, mark as final

_Kind = TypeVar("_Kind", bound=NamedNumbers)


class Samples(NamedTuple):
    """One set, flat, row after row."""

    n_samples: int
    inputs: Floats
    targets: Floats


class Progress(NamedNumbers):
    """How far a run has come.

    epoch: passes finished. step: updates made in the begun pass. position: samples used in it. stop: why training
    stopped. n_recorded: evaluations written in this call. n_kept: moments written in it. last_finite_epoch: the epoch
    of `State.last_finite`.
    """

    epoch: int
    step: int
    position: int
    stop: int
    n_recorded: int
    n_kept: int
    last_finite_epoch: int


class EvaluationFigures(NamedNumbers):
    """The last evaluation: summed losses and samples right on both sets, and its epoch (-1: the figures are stale)."""

    loss_sum: float
    test_loss_sum: float
    n_right: int
    n_test_right: int
    epoch: int


class RuleNumbers(NamedNumbers):
    """The numbers of the training rule.

    learning_rate: the current one. n_updates: updates made (adam's t), a float64 because a power is taken with it.
    objective: what `adaptive` descends, as it was after the last step; NaN where it is not known.
    """

    learning_rate: float
    n_updates: float
    objective: float


class State(NamedTuple):
    """All that training changes, vectors like the parameters unless said otherwise.

    parameters and gradient are those of the `Work`. free: 1.0 where a parameter may move, 0.0 where it is locked or
    cut. penalised: 1.0 at weights, 0.0 at biases. memory_1, memory_2: the rule's vectors. finished: the parameters
    after the last finished pass where that was not evaluated. last_finite: those of the last evaluation, all finite.
    rule, evaluation, progress: the records above. order (n_samples,): the samples in the order of the begun pass.
    """

    n_parameters: int
    parameters: Floats
    gradient: Floats
    free: Floats
    penalised: Floats
    memory_1: Floats
    memory_2: Floats
    finished: Floats
    last_finite: Floats
    rule: RuleNumbers
    evaluation: EvaluationFigures
    progress: Progress
    order: Integers


class Training(NamedTuple):
    """A run: what is trained, on what, how, and how far it is."""

    work: Work
    samples: Samples
    tests: Samples
    settings: Settings
    state: State


class Record(NamedTuple):
    """Room for the evaluations of one call: epochs, summed losses, summed test losses; and for the moments it keeps.

    stride: every so many passes a moment is kept, a power of two. room: rows that are left, 0 where none is kept.
    numbers (rows, N_NUMBERS), vectors (rows, N_VECTORS * n_parameters), orders (rows, n_ordered): see `moment_layout`.
    """

    length: int
    epochs: Integers
    losses: Floats
    test_losses: Floats
    stride: int
    room: int
    n_ordered: int
    numbers: Floats
    vectors: Floats
    orders: Integers


def make_samples(inputs: Floats, targets: Floats) -> Samples:
    """Writable copies, so that the kernels meet one type of array only."""
    return Samples(len(inputs), inputs.flatten(), targets.flatten())


def make_state(network: NetworkSpec, work: Work, n_samples: int) -> State:
    """The state before the first update, sharing parameters and gradient with `work`."""
    return State(
        n_parameters=work.n_parameters,
        parameters=work.parameters,
        gradient=work.gradient,
        free=np.ones(work.n_parameters),
        penalised=weights_only(network),
        memory_1=np.zeros(work.n_parameters),
        memory_2=np.zeros(work.n_parameters),
        finished=work.parameters.copy(),
        last_finite=work.parameters.copy(),
        rule=_make_numbers(RuleNumbers, 0.0, 0.0, math.nan),
        evaluation=_make_numbers(EvaluationFigures, math.nan, math.nan, 0, 0, -1),
        progress=_make_numbers(Progress, 0, 0, 0, GOING_ON, 0, 0, 0),
        order=np.arange(n_samples),
    )


def clear_memory(state: State, rule: int, learning_rate: float) -> None:
    """The rule's memory as it is before its first update."""
    state.memory_1[:] = 0.0
    state.memory_2[:] = rule_of_code(rule).memory_start
    state.rule.learning_rate, state.rule.n_updates, state.rule.objective = learning_rate, 0.0, math.nan


def make_record(length: int) -> Record:
    """Room for `length` evaluations, and for no moments."""
    none, no_orders = np.zeros(0), np.zeros(0, dtype=np.int64)
    epochs, losses, test_losses = np.zeros(length, dtype=np.int64), np.zeros(length), np.full(length, math.nan)
    return Record(length, epochs, losses, test_losses, 1, 0, 0, none, none, no_orders)


def _make_numbers(kind: type[_Kind], *values: float) -> _Kind:
    """A record of `kind` that holds `values`, in the order in which its class declares the fields."""
    room = np.zeros(1, record_dtype(kind))
    room[0] = values
    record: _Kind = room[0]
    return record
