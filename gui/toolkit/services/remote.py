"""This module knows what Page Down and Page Up, as a presenter's remote sends them, walk through."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction


class Walker(Protocol):
    """Something with steps, such as a lesson or a list of slides."""

    def can_go(self, by: int) -> bool:
        """Whether there is a step after (1) or before (−1) the one on show; of none on show there is neither."""

    def go(self, by: int) -> None:
        """Show that step."""


class Remote(QObject):
    """The innermost walker goes first; where it is at its end, the next one outside it does."""

    def __init__(self, forward: QAction, back: QAction, parent: QObject) -> None:
        super().__init__(parent)
        self._walkers: list[Walker] = []
        self._actions = {1: forward, -1: back}
        for by, action in self._actions.items():
            action.triggered.connect(lambda _checked=False, by=by: self.go(by))
        self.refresh()

    def add(self, walker: Walker) -> None:
        """Walk through `walker` too, outside those that are there."""
        self._walkers.append(walker)

    def can_go(self, by: int) -> bool:
        """Whether anything follows (1) or comes before (−1)."""
        return any(walker.can_go(by) for walker in self._walkers)

    def go(self, by: int) -> None:
        """One step on (1) or back (−1)."""
        walker = next((walker for walker in self._walkers if walker.can_go(by)), None)
        if walker is not None:
            walker.go(by)

    def refresh(self) -> None:
        """Let the commands be there only while they lead somewhere; a walker that has gone says so by this."""
        for by, action in self._actions.items():
            action.setEnabled(self.can_go(by))
