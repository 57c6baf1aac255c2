"""This module defines a line of text that is shortened where the room ends and whole in its tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class ElidedNote(QLabel):
    """Takes the width that it is given, and never asks for more."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def whole(self) -> str:
        """All of the text."""
        return self._whole

    def say(self, text: str, tooltip: str) -> None:
        """Show `text`, with more in the tooltip; "" hides the line."""
        self._whole = text
        self.setToolTip(tooltip)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.fit()

    def fit(self) -> None:
        """Cut the text to the room there is, for one after another font."""
        self.setText(
            self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.contentsRect().width())
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
