"""The commands of the Train menu."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from gui.toolkit.services.actions import spec

TRAIN = (
    spec(
        "export_ledger",
        QT_TRANSLATE_NOOP("Actions", "E&xport the ledger …"),
        QT_TRANSLATE_NOOP("Actions", "Write every step of a run by the perceptron rule into a table"),
    ),
)
