"""This module makes the window black, so that the audience looks at the lecturer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.features.stage_tools.layer import Layer


class BlackScreen(Layer):
    """A click anywhere asks for the end."""

    clicked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__("black_screen", window)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.BlankCursor)

    def blacken(self, on: bool) -> None:
        """Cover the window, or let it be seen again."""
        if on:
            self.cover()
            self.take_keys()
        else:
            self.hide()
            self.give_keys_back()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), Qt.GlobalColor.black)
        painter.end()
