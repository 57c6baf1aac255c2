"""The commands of the Lessons menu."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from gui.toolkit.services.actions import spec

LESSONS = (
    spec(
        "lesson_next",
        QT_TRANSLATE_NOOP("Actions", "&Next step"),
        QT_TRANSLATE_NOOP("Actions", "The next step of the lesson, or the next slide"),
        "PgDown",
    ),
    spec(
        "lesson_previous",
        QT_TRANSLATE_NOOP("Actions", "&Previous step"),
        QT_TRANSLATE_NOOP("Actions", "The step before in the lesson, or the slide before"),
        "PgUp",
    ),
    spec(
        "lesson_leave",
        QT_TRANSLATE_NOOP("Actions", "&Leave lesson or slides"),
        QT_TRANSLATE_NOOP("Actions", "Leave the lesson or the slides: your own work comes back as it was"),
        "Ctrl+Shift+Q",
    ),
    spec(
        "lesson_open",
        QT_TRANSLATE_NOOP("Actions", "&Open a lesson…"),
        QT_TRANSLATE_NOOP("Actions", "Open a lesson file that you or your lecturer wrote"),
    ),
)
