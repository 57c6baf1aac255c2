"""This module tells the user of a fault of the program itself that no part of the window foresaw."""

from __future__ import annotations

import sys
from types import TracebackType

from PySide6.QtCore import QObject, QTimer

from gui.toolkit.services.message_bar import MessageBar
from gui.words.error_text import fault_name


class FaultNotice(QObject):
    """Takes what reaches `sys.excepthook`, from slots and from `gui.toolkit.guard`; each kind of fault is told once."""

    def __init__(self, messages: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._messages = messages
        self._told: set[str] = set()
        self._before = sys.excepthook
        sys.excepthook = self._on_fault

    def _on_fault(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self._before(kind, error, trace)  # which writes it to the terminal
        what = fault_name(error)
        if what not in self._told:
            self._told.add(what)
            QTimer.singleShot(0, self, lambda: self._tell(what))  # not from within a paint

    def _tell(self, what: str) -> None:
        text = self.tr(
            "A fault of the program ({what}) has spoiled something in the window. Your work is untouched: save it, "
            "and tell those who make Perceptra."
        )
        self._messages.warn(text.format(what=what), stays=True)
