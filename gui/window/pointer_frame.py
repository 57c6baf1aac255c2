"""This module draws a frame round the control that a lesson, or the tour, names."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from gui.toolkit.theme import Theme

_MARGIN = 4


class PointerFrame(QWidget):
    """Drawn over the window round one of its widgets, wherever that moves; the mouse goes through it.

    `followed` tells that it has its place, or is away because the widget is.
    """

    followed = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("pointer_frame")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme, self._window = theme, window
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._part: Callable[[], QRect] | None = None
        self.hide()

    def point_at(self, target: QWidget | None, part: Callable[[], QRect] | None = None) -> None:
        """Frame `target`, or a part of it; None for nothing."""
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._target, self._part = target, part
        self._watched = [] if target is None else self._up_to_window(target)
        for widget in self._watched:
            widget.installEventFilter(self)
        self._follow()

    def _up_to_window(self, target: QWidget) -> list[QWidget]:
        """`target` and what it stands in: it moves with each of them."""
        found: list[QWidget] = []
        widget: QWidget | None = target
        while widget is not None and widget is not self._window:
            found.append(widget)
            widget = widget.parentWidget()
        return found

    def apply_theme(self, theme: Theme) -> None:
        """Draw in the theme's colours."""
        self._theme = theme
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide):
            self._follow()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.accent), 2.5))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 7, 7)
        painter.end()

    def _follow(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not target.isVisible():
            self.hide()
        else:
            here = target.rect() if self._part is None else self._part()
            here.moveTopLeft(target.mapTo(self._window, here.topLeft()))
            self.setGeometry(here.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN))
            self.show()
            self.raise_()
        self.followed.emit()
