"""This module describes lessons as values: what their files hold. docs: resources/lessons/README.md."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, get_args

from msgspec import Meta, Struct

from engine.lessons.checks import Check
from engine.lessons.localized_text import LocalizedText

Card = Literal["data", "training", "diagram", "samples", "region", "error"]
MOST_STEPS = 60
CARDS: tuple[str, ...] = get_args(Card)
Name = Annotated[str, Meta(min_length=1, max_length=80, pattern=r"^[A-Za-z0-9_.\-]+$")]


class Start(Struct, frozen=True, forbid_unknown_fields=True):
    """What stands in the window at first: an example of the program (`demo`) or a project file beside the lesson."""

    demo: Name | None = None
    project: Name | None = None


class Answer(Struct, frozen=True, forbid_unknown_fields=True):
    """One answer to choose."""

    text: LocalizedText
    right: bool = False


class Question(Struct, frozen=True, forbid_unknown_fields=True):
    """A question with answers to choose from.

    With `predict`, the answer is a guess before the run: whether it is right is told when the step's checks pass.
    `explain` is told together with that.
    """

    text: LocalizedText
    answers: Annotated[tuple[Answer, ...], Meta(min_length=2, max_length=6)]
    explain: LocalizedText
    predict: bool = False


@dataclass(frozen=True)
class CheckLine:
    """What the reader reads of one check or several; `checks` are their indexes in the step, and all of them count."""

    says: LocalizedText
    checks: tuple[int, ...]


class Step(Struct, frozen=True, forbid_unknown_fields=True):
    """One step of a lesson: a text, what to do, and how the program sees that it is done.

    start: brings another project, when the step is begun. page and table come to the front. need: the panels that are
    open, the others are folded; all are open where none is named. hide: panels that are not there, or "diagnosis": what
    the program has found out about the run is told only when it is asked for. lock: names of controls that cannot be
    used.
    point_at: the name of a control that is marked. pause_at: training pauses after so many passes. Without checks and
    question a step is done by reading it.
    """

    title: LocalizedText
    text: LocalizedText
    start: Start | None = None
    notation: Literal["lecture", "textbook"] | None = None
    page: Name | None = None
    table: Name | None = None
    need: tuple[Card, ...] = ()
    hide: tuple[Card | Literal["diagnosis"], ...] = ()
    lock: Annotated[tuple[Name, ...], Meta(max_length=40)] = ()
    point_at: Name | None = None
    pause_at: Annotated[int, Meta(ge=1, le=2**53)] | None = None
    checks: Annotated[tuple[Check, ...], Meta(max_length=12)] = ()
    question: Question | None = None
    hint: LocalizedText | None = None

    @property
    def lines(self) -> tuple[CheckLine, ...]:
        """The checks as they are shown: a check that says nothing belongs to the line of the check before it."""
        lines: list[CheckLine] = []
        for index, check in enumerate(self.checks):
            if check.says is None and lines:
                lines[-1] = CheckLine(lines[-1].says, (*lines[-1].checks, index))
            elif check.says is not None:
                lines.append(CheckLine(check.says, (index,)))
        return tuple(lines)


class Lesson(Struct, frozen=True, forbid_unknown_fields=True):
    """A lesson. `name` is what its progress is remembered under; `minutes` is about how long it takes."""

    format: Literal["perceptra-lesson"]
    version: Literal[1]
    name: Name
    title: LocalizedText
    summary: LocalizedText
    steps: Annotated[tuple[Step, ...], Meta(min_length=1, max_length=MOST_STEPS)]
    start: Start | None = None
    minutes: Annotated[int, Meta(ge=1, le=600)] = 10
