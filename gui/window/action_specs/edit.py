"""The commands of the Edit menu."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from gui.toolkit.services.actions import KEYS, spec

EDIT = (
    spec(
        "undo",
        QT_TRANSLATE_NOOP("Actions", "&Undo"),
        QT_TRANSLATE_NOOP("Actions", "Take back the last edit"),
        KEYS.Undo,
        icon="undo",
    ),
    spec(
        "redo",
        QT_TRANSLATE_NOOP("Actions", "&Redo"),
        QT_TRANSLATE_NOOP("Actions", "Make the edit again that was taken back"),
        "Ctrl+Shift+Z",
        "Ctrl+Y",
        icon="redo",
    ),
)
