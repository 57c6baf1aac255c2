"""What a lesson needs of the window around it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QWidget

from engine.lessons import Step


class LessonWindow(Protocol):
    """Sets the window up for a lesson's step and puts everything back afterwards; `gui/window/lesson_setup.py` does."""

    def add_panel(self, panel: QWidget) -> None:
        """Place the lesson's panel, which is hidden until `make_room`."""

    def make_room(self, *, is_quiet: bool) -> None:
        """Show the lesson's panel, and make the rest of the window narrower for it; quieter where steps name panels."""

    def give_room_back(self) -> None:
        """Hide the lesson's panel; the rest of the window is as it was before."""

    def set_up(self, step: Step) -> None:
        """Show, hide, lock and point at what `step` asks for."""

    def lock(self, step: Step) -> None:
        """Lock what `step` locks; again after an edit, since panels free their controls."""

    def clear(self) -> None:
        """Put everything back that `set_up` changed."""

    def unknown_names(self, step: Step) -> list[str]:
        """What the step locks, points at or shows, but the window does not have."""
