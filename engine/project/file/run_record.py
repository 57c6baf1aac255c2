"""This module defines how a run stands in a project file.

The numbers of the run stand in one array and four of its vectors in another one, in a fixed order.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
import numpy as np

from engine.project.file.array_record import ArrayRecord, Count, Record, array_record, frozen_array
from engine.project.file.moments_record import MomentsRecord, moments_of, moments_of_film, moments_record
from engine.spec.errors import EngineError
from engine.spec.frozen_array import FrozenArray
from engine.training.curve_marks import MOST_MARKS, CurveMark, MarkKind, Marks
from engine.training.run import Evaluation, RuleState, Run

StopReason = Literal["target_error", "all_right", "max_epochs", "diverged"]

_N_SCALARS, _N_VECTORS = 10, 4
_MOST_WHOLE = 2**53  # a float64 holds whole numbers exactly up to here


class MarkRecord(Record, frozen=True):
    """A CurveMark."""

    epoch: Count
    kind: MarkKind
    before: Annotated[str, msgspec.Meta(max_length=40)] = ""


MarkRecords = Annotated[list[MarkRecord], msgspec.Meta(max_length=MOST_MARKS)]


class RunRecord(Record, frozen=True):
    """A Run.

    memory (4, n_parameters): the rule's two vectors, the parameters after the last finished pass, and those of the last
    finite evaluation. scalars (10,): learning rate, updates made and objective of the rule; loss sum, test loss sum,
    samples right, test samples right and epoch of the last evaluation; evaluations in the history; epoch of the last
    finite evaluation. film: what files up to version 2 have in the place of `moments`.
    """

    epoch: Count
    step: Count
    position: Count
    parameters: ArrayRecord
    memory: ArrayRecord
    scalars: ArrayRecord
    order: ArrayRecord
    rng_state: Annotated[str, msgspec.Meta(max_length=4000)]
    curve: ArrayRecord
    stop_reason: StopReason | None
    milestones: ArrayRecord | None = None
    film: ArrayRecord | None = None
    moments: MomentsRecord | None = None
    marks: MarkRecords = msgspec.field(default_factory=list)


def run_record(run: Run | None) -> RunRecord | None:
    """`run` as it stands in a file; None stays None."""
    if run is None:
        return None
    rule, last = run.rule, run.evaluation
    vectors = (rule.memory_1, rule.memory_2, run.finished, run.last_finite)
    scalars = (
        *(rule.learning_rate, rule.n_updates, rule.objective),
        *(last.loss_sum, last.test_loss_sum, last.n_right, last.n_test_right, last.epoch),
        *(run.n_evaluations, run.last_finite_epoch),
    )
    return RunRecord(
        epoch=int(run.epoch),
        step=int(run.step),
        position=int(run.position),
        parameters=array_record(run.parameters),
        memory=array_record(FrozenArray(np.vstack([vector.array for vector in vectors]))),
        scalars=array_record(FrozenArray(scalars)),
        order=array_record(run.order),
        rng_state=run.rng_state,
        curve=array_record(run.curve),
        stop_reason=run.stop_reason,  # type: ignore[arg-type]  # one of the four, or None
        milestones=array_record(run.milestones),
        moments=moments_record(run.moments),
        marks=mark_records(run.marks),
    )


def run_of(record: RunRecord | None) -> Run | None:
    """The run that `record` describes; None stays None. Raises EngineError for a damaged one."""
    if record is None:
        return None
    memory, scalars = frozen_array(record.memory).array, frozen_array(record.scalars).array
    if memory.ndim != 2 or len(memory) != _N_VECTORS or scalars.shape != (_N_SCALARS,):
        raise EngineError("The saved run is damaged; reset and train again.")
    memory_1, memory_2, finished, last_finite = (FrozenArray(vector) for vector in memory)
    learning_rate, n_updates, objective, loss_sum, test_loss_sum, *counts = scalars.tolist()
    n_right, n_test_right, epoch, n_evaluations, last_finite_epoch = (_whole(value) for value in counts)
    return Run(
        epoch=record.epoch,
        step=record.step,
        position=record.position,
        parameters=frozen_array(record.parameters),
        rule=RuleState(learning_rate, n_updates, objective, memory_1, memory_2),
        evaluation=Evaluation(epoch, loss_sum, test_loss_sum, n_right, n_test_right),
        finished=finished,
        last_finite=last_finite,
        last_finite_epoch=last_finite_epoch,
        order=frozen_array(record.order, "int64"),
        rng_state=record.rng_state,
        curve=frozen_array(record.curve),
        n_evaluations=n_evaluations,
        stop_reason=record.stop_reason,
        milestones=frozen_array(record.milestones),
        moments=moments_of(record.moments) or moments_of_film(frozen_array(record.film)),
        marks=marks_of(record.marks),
    )


def mark_records(marks: Marks) -> list[MarkRecord]:
    """`marks` as they stand in a file."""
    return [MarkRecord(epoch=mark.epoch, kind=mark.kind, before=mark.before) for mark in marks]


def marks_of(records: list[MarkRecord]) -> Marks:
    """The marks that `records` describe."""
    return tuple(CurveMark(record.epoch, record.kind, record.before) for record in records)


def _whole(value: float) -> int:
    if not abs(value) <= _MOST_WHOLE or value != int(value):
        raise EngineError("The saved run is damaged; reset and train again.")
    return int(value)
