"""This module defines slides: what stood in the window at one moment, or a lesson, shown one after the other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Literal

from msgspec import Meta, Struct

from engine.lessons.lesson_source import LessonSource
from engine.lessons.schema import Card, Name
from engine.project.project import Project
from engine.spec.readable import readable

MOST_SLIDES = 200
MAX_NAME = 200
_Times = Annotated[float, Meta(ge=1, le=1000)]
_Share = Annotated[float, Meta(ge=0, le=1)]


class Look(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How the window stood: its page, the table below the network, the card that was alone, and those folded.

    epoch: the past moment of the run that was on show; None for its end. side_panel: whether the left column was there;
    large_table: whether the table had the network's room. notation: the one that was in force; None, of an older
    program, for any. hides_answer: whether the answer was covered. diagram_part: how many times larger than the whole
    the network was drawn, and what of it was in the middle, as shares of its width and height; None for the whole.
    """

    page: Name = "workbench"
    table: Name | None = None
    zoomed: Card | None = None
    folded: tuple[Card, ...] = ()
    side_panel: bool = True
    large_table: bool = False
    epoch: Annotated[int, Meta(ge=0, le=2**53)] | None = None
    notation: Literal["lecture", "textbook"] | None = None
    hides_answer: bool = False
    diagram_part: tuple[_Times, _Share, _Share] | None = None


USUAL = Look()


@dataclass(frozen=True)
class Slide:
    """A slide shows a project with its run as `look` says, or leads through a lesson, which sets the window up itself.

    key: tells it from all others while the program runs, whatever it is called.
    """

    name: str
    content: Project | LessonSource
    look: Look = USUAL
    key: object = field(default_factory=object, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", readable(" ".join(self.name.split()))[:MAX_NAME])


Slides = tuple[Slide, ...]
