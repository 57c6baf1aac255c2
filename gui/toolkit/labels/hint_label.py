"""This module defines a muted sentence that wraps and never asks for width."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.toolkit.look import wear


class HintLabel(QLabel):
    """Explains in place what can be done here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        wear(self, caption=True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())
