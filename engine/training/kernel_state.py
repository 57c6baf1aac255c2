"""Copies what the kernels change, the `State`, into a Run and back, and tells the last update from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.network.kernels.memory_layout import AFTER, UNITS, Work
from engine.network.kernels.state import State
from engine.spec.frozen_array import FrozenArray
from engine.training.run import Evaluation, RuleState, Run
from engine.training.run_evaluation import finished_parameters

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Update:
    """One update from sample `sample`: net_inputs and outputs (n_outputs,), changes flat like the parameters."""

    sample: int
    net_inputs: Floats
    outputs: Floats
    changes: Floats


def run_of(state: State, **record: Any) -> Run:
    """A frozen copy of all that the kernels work on, with `record`, the other fields of a Run."""
    progress = state.progress
    return Run(
        epoch=int(progress.epoch),
        step=int(progress.step),
        position=int(progress.position),
        parameters=FrozenArray(state.parameters),
        rule=_rule_of(state),
        evaluation=_evaluation_of(state),
        finished=FrozenArray(finished_parameters(state)),
        last_finite=FrozenArray(state.last_finite),
        last_finite_epoch=int(progress.last_finite_epoch),
        order=FrozenArray(state.order, np.int64),
        **record,
    )


def update_of(state: State, work: Work) -> Update:
    """The last update, read from the kernels' buffers; for batches of one sample on a single layer.

    It is right only after a call that ended with that update and evaluated nothing after it.
    """
    row = work.plan[-1]
    units = slice(int(row[AFTER]), int(row[AFTER] + row[UNITS]))
    return Update(
        sample=int(state.order[state.progress.position - 1]),
        net_inputs=work.net_inputs[units].copy(),
        outputs=work.activations[units].copy(),
        changes=state.memory_1.copy(),
    )


def _rule_of(state: State) -> RuleState:
    """A frozen copy of the rule's numbers and vectors."""
    return RuleState(
        learning_rate=float(state.rule.learning_rate),
        n_updates=float(state.rule.n_updates),
        objective=float(state.rule.objective),
        memory_1=FrozenArray(state.memory_1),
        memory_2=FrozenArray(state.memory_2),
    )


def _evaluation_of(state: State) -> Evaluation:
    """A frozen copy of the last evaluation's figures."""
    figures = state.evaluation
    return Evaluation(
        epoch=int(figures.epoch),
        loss_sum=float(figures.loss_sum),
        test_loss_sum=float(figures.test_loss_sum),
        n_right=int(figures.n_right),
        n_test_right=int(figures.n_test_right),
    )


def restore_state(state: State, run: Run) -> None:
    """Writes all of `run` that the kernels work on into `state`, which is of the same network and data set."""
    state.parameters[:] = run.parameters.array
    state.memory_1[:], state.memory_2[:] = run.rule.memory_1.array, run.rule.memory_2.array
    state.finished[:], state.last_finite[:] = run.finished.array, run.last_finite.array
    state.order[:] = run.order.array
    progress, numbers, figures = state.progress, state.rule, state.evaluation
    progress.epoch, progress.step, progress.position = run.epoch, run.step, run.position
    progress.last_finite_epoch = run.last_finite_epoch
    numbers.learning_rate, numbers.n_updates = run.rule.learning_rate, run.rule.n_updates
    numbers.objective = run.rule.objective
    figures.epoch = run.evaluation.epoch
    figures.loss_sum, figures.n_right = run.evaluation.loss_sum, run.evaluation.n_right
    figures.test_loss_sum, figures.n_test_right = run.evaluation.test_loss_sum, run.evaluation.n_test_right
