"""This module shows and hides a part of the window, for the user and for what needs its room."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction


class ToggledPart(QObject):
    """A lesson and the stage hide it, and a lesson's step shows it, each for its time; a choice by hand ends that."""

    def __init__(self, action: QAction, parent: QObject) -> None:
        super().__init__(parent)
        self._action = action
        self._wanted = True
        self._hidden_for: set[str] = set()
        self._shown_for: set[str] = set()
        action.setChecked(True)
        action.triggered.connect(self._on_action_triggered)

    @property
    def is_shown(self) -> bool:
        """Whether it is there now."""
        return self._action.isChecked()

    @property
    def is_wanted(self) -> bool:
        """Whether the user's last choice was to see it, whatever hides or shows it for a time."""
        return self._wanted

    def hide_for(self, reason: str) -> None:
        """Hide it until `let_go`."""
        self._hidden_for.add(reason)
        self._show()

    def show_for(self, reason: str) -> None:
        """Show it until `let_go`, whatever else wants it hidden."""
        self._shown_for.add(reason)
        self._show()

    def let_go(self, reason: str) -> None:
        """What was done for `reason` ends."""
        self._hidden_for.discard(reason)
        self._shown_for.discard(reason)
        self._show()

    def _show(self) -> None:
        self._action.setChecked(bool(self._shown_for) or (self._wanted and not self._hidden_for))

    def _on_action_triggered(self, checked: bool) -> None:
        self._wanted = checked
        self._hidden_for.clear()
        self._shown_for.clear()
