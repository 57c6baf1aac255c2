"""This module shows keyboard focus on a plot by a frame and keeps its keys from the window's shortcuts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QWidget

from gui.toolkit.theme import Theme

if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object  # a mixin, before one of Qt's classes

IGNORED = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier  # "+" needs Shift on many keyboards


class PaintsFocus(_Base):
    """A widget that paints itself otherwise while keys go to it."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paint_focus(self, painter: QPainter, theme: Theme) -> None:
        """Paint a thin frame around everything, for those that want one, while keys go to it."""
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), 1.5))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))


def show_focus(plot: Any, has_focus: bool) -> None:
    """Draw a thin frame around the picture while keys go to it."""
    colour = plot.palette().color(QPalette.ColorRole.Highlight)
    plot.getViewBox().setBorder(pg.mkPen(colour, width=1.5) if has_focus else None)


def is_plain(event: QKeyEvent) -> bool:
    """Whether neither Ctrl, Alt nor Meta is held."""
    return not event.modifiers() & ~IGNORED


def claims(event: QEvent, keys: frozenset[Qt.Key]) -> bool:
    """Whether `event` asks if a key is meant for the plot, and it is one of `keys`; accepts the event then."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.key() not in keys or not is_plain(event):
        return False
    event.accept()
    return True
