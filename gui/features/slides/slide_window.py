"""What slides need of the window around them."""

from __future__ import annotations

from typing import Protocol

from engine.lessons.lesson_source import LessonSource
from engine.lessons.slides.slide import Look
from engine.training.run import Run


class SlideWindow(Protocol):
    """Tells how the window stands, and lets it stand like this again; `gui/window/slide_setup.py` does."""

    def look(self) -> Look:
        """How it stands now."""

    def begin(self) -> None:
        """Note how it stands, before the first slide."""

    def show(self, look: Look) -> None:
        """Let it stand like this."""

    def clear(self) -> None:
        """Put back what `show` changed, before a lesson sets the window up."""

    def end(self) -> None:
        """Let it stand as it did before the first slide."""

    def show_place(self, place: str) -> None:
        """Show which slide of how many is on show, "" for none."""


class LessonPlayer(Protocol):
    """Leads through lessons that are slides; `gui/features/lessons` does."""

    def play(self, source: LessonSource, run: Run | None, from_end: bool) -> None:
        """Begin a lesson at its first step or its last; `run` is the user's own, unless their work waits already."""

    def put_away(self) -> None:
        """End the lesson that is on, if any."""
