"""This module declares the window's own commands of the File menu."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from gui.toolkit.services.actions import KEYS, spec

FILE = (
    spec(
        "new",
        QT_TRANSLATE_NOOP("Actions", "&New"),
        QT_TRANSLATE_NOOP("Actions", "Start again with XOR and a 2-4-1 network"),
        KEYS.New,
        icon="new",
    ),
    spec(
        "open",
        QT_TRANSLATE_NOOP("Actions", "&Open…"),
        QT_TRANSLATE_NOOP("Actions", "Open a project file"),
        KEYS.Open,
        icon="open",
    ),
    spec(
        "save",
        QT_TRANSLATE_NOOP("Actions", "&Save"),
        QT_TRANSLATE_NOOP("Actions", "Save the project with its run"),
        KEYS.Save,
        icon="save",
    ),
    spec(
        "save_as",
        QT_TRANSLATE_NOOP("Actions", "Save &as…"),
        QT_TRANSLATE_NOOP("Actions", "Save the project under another name"),
        "Ctrl+Shift+S",
    ),
    spec(
        "save_picture",
        QT_TRANSLATE_NOOP("Actions", "Save &picture of the window…"),
        QT_TRANSLATE_NOOP("Actions", "Save what you see as a PNG picture"),
        "Ctrl+Shift+P",
    ),
    spec("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), QT_TRANSLATE_NOOP("Actions", "Close the program"), "Ctrl+Q"),
)
