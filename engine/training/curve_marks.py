"""This module marks the places of an error curve at which something else than training changed what it shows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal, get_args

from engine.spec.errors import EngineError

MarkKind = Literal["data", "weights"]
MARK_KINDS: tuple[MarkKind, ...] = get_args(MarkKind)
MOST_MARKS = 64
"""Of one curve; then the one that follows its neighbour of the same kind most closely goes."""


@dataclass(frozen=True)
class CurveMark:
    """After `epoch` passes the run went on with other data, or with weights that were set by hand.

    before: the fingerprint of the data before, while nothing has been trained with the new ones: when they come back,
    the mark goes. "" from the next update on.
    """

    epoch: int
    kind: MarkKind
    before: str = ""


Marks = tuple[CurveMark, ...]


def with_weights_mark(marks: Marks, epoch: int) -> Marks:
    """`marks` and one more: weights were set by hand after `epoch`. A drag sets them often, which is one mark."""
    last = max((mark.epoch for mark in marks if mark.kind == "weights"), default=-1)
    return marks if last == epoch else _bounded((*marks, CurveMark(epoch, "weights")))


def with_data_mark(marks: Marks, epoch: int, before: str, after: str) -> Marks:
    """`marks` once data of the fingerprint `before` have given way to those of `after`, after `epoch` passes.

    Where nothing was trained since the data were changed before, that change and this one are one, or none.
    """
    waiting = next((mark for mark in marks if mark.before), None)
    if waiting is None:
        return marks if before == after else _bounded((*marks, CurveMark(epoch, "data", before)))
    return tuple(mark for mark in marks if mark is not waiting) if after == waiting.before else marks


def settled(marks: Marks) -> Marks:
    """`marks` from the next update on."""
    return tuple(replace(mark, before="") for mark in marks) if any(mark.before for mark in marks) else marks


def marks_up_to(marks: Marks, epoch: int) -> Marks:
    """`marks` of a run that returns to `epoch`: it has the weights of then, but goes on with the data of now."""
    kept = tuple(mark for mark in marks if mark.epoch <= epoch)
    later = any(mark.kind == "data" for mark in marks if mark.epoch > epoch)
    here = any(mark == CurveMark(epoch, "data") for mark in kept)
    return (*kept, CurveMark(epoch, "data")) if later and not here else kept


def check_marks(marks: Marks, epoch: int) -> None:
    """Raises EngineError for marks that no run can have that stands at `epoch`."""
    epochs = [mark.epoch for mark in marks]
    rising = all(one <= other for one, other in pairwise([0, *epochs, epoch]))
    if not rising or len(marks) > MOST_MARKS or any(mark.kind not in MARK_KINDS for mark in marks):
        raise EngineError("The marks of the saved error curve are damaged; reset and train again.")


def _bounded(marks: Marks) -> Marks:
    if len(marks) <= MOST_MARKS:
        return marks
    last: dict[MarkKind, int] = {}
    distances = []
    for index, mark in enumerate(marks[:-1]):  # the newest stays
        if mark.kind in last:
            distances.append((mark.epoch - last[mark.kind], index))
        last[mark.kind] = mark.epoch
    _, nearest = min(distances)
    return marks[:nearest] + marks[nearest + 1 :]
