"""This module declares the commands of the Help menu."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from gui.toolkit.services.actions import KEYS, spec

HELP = (
    spec(
        "first_steps",
        QT_TRANSLATE_NOOP("Actions", "&First steps"),
        QT_TRANSLATE_NOOP("Actions", "A short guide: what to click and what you will see"),
        KEYS.HelpContents,
    ),
    spec(
        "guide",
        QT_TRANSLATE_NOOP("Actions", "&Guide"),
        QT_TRANSLATE_NOOP("Actions", "What each part of the window can do, in a few sentences"),
        "Shift+F1",
    ),
    spec(
        "keyboard",
        QT_TRANSLATE_NOOP("Actions", "&Keyboard"),
        QT_TRANSLATE_NOOP("Actions", "Every key that does something"),
        "Ctrl+K",
    ),
    spec(
        "about", QT_TRANSLATE_NOOP("Actions", "&About Perceptra"), QT_TRANSLATE_NOOP("Actions", "Version and licence")
    ),
)
