"""The commands of slides in the Lessons menu."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from gui.toolkit.services.actions import spec

SLIDES = (
    spec(
        "keep_slide",
        QT_TRANSLATE_NOOP("Actions", "&Keep this moment as a slide"),
        QT_TRANSLATE_NOOP(
            "Actions", "Add what the window shows now to the list of slides: project, run, cards, moment"
        ),
        "Ctrl+F5",
    ),
    spec(
        "slides",
        QT_TRANSLATE_NOOP("Actions", "&Slides…"),
        QT_TRANSLATE_NOOP("Actions", "The list of slides: their order and names, saving and opening"),
        "Ctrl+Shift+F5",
    ),
    spec(
        "slides_show",
        QT_TRANSLATE_NOOP("Actions", "S&how the slides"),
        QT_TRANSLATE_NOOP("Actions", "Walk through the slides from the first one; Page Down leads on, Page Up back"),
        "Shift+F5",
    ),
)
