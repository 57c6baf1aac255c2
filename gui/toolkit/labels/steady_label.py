"""This module defines a label for numbers that change with every frame, beside which nothing moves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStyleOption, QWidget

_DIGITS = str.maketrans("123456789", "0" * 9)


def shape_of(text: str) -> str:
    """`text` with 0 for every digit: texts of the same shape need the same room."""
    return text.translate(_DIGITS)


class SteadyLabel(QLabel):
    """It asks for the room that its text needs whatever the digits, and paints the text itself.

    An ordinary label has the whole window laid out again for every text, which takes longer than to paint it.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._text = ""
        self.setText(text)

    def text(self) -> str:
        return self._text

    def setText(self, text: str) -> None:
        if text == self._text:
            return
        self._text = text
        super().setText(text if QAccessible.isActive() else shape_of(text))  # nothing happens while that is the same
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        flags = int((self.alignment() | Qt.TextFlag.TextSingleLine).value)
        self.style().drawItemText(
            painter, self.contentsRect(), flags, option.palette, self.isEnabled(), self._text, self.foregroundRole()
        )
        painter.end()
