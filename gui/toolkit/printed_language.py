"""This module switches the language for a moment, since a report may be for other readers than the window."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from gui.toolkit.translation import current_language, exchange


@contextmanager
def speaking(app: QApplication, language: str) -> Iterator[None]:
    """Within it texts and numbers are in `language`, and no view notices.

    For a stretch of work in the GUI thread that lets no event through.
    """
    present = current_language()
    if language == present:
        yield
        return
    try:
        exchange(app, language)
        yield
    finally:
        exchange(app, present)
        for receiver in (*app.topLevelWidgets(), *app.topLevelWindows()):
            QCoreApplication.removePostedEvents(receiver, QEvent.Type.LanguageChange.value)
