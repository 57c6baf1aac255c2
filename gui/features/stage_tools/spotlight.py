"""This module dims the window but for a circle round the pointer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect
from PySide6.QtGui import QColor, QCursor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QWheelEvent, QWindow
from PySide6.QtWidgets import QWidget

from gui.features.stage_tools.layer import Layer

_DIMMED = QColor(0, 0, 0, 175)
_RADIUS, _SMALLEST, _LARGEST = 130.0, 40.0, 600.0
_A_NOTCH, _PART = 120, 1.15


class SpotlightLayer(Layer):
    """The mouse works on what is below, except that the wheel makes the circle larger and smaller."""

    def __init__(self, window: QWidget) -> None:
        super().__init__("spotlight_layer", window)
        self.let_mouse_through(True)
        self._radius = _RADIUS
        self._centre = QPoint()
        self._watched: QWindow | None = None

    def light(self, on: bool) -> None:
        """Begin round the pointer, or end."""
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched = None
        self.setVisible(on)
        if on:
            self._centre = self.mapFromGlobal(QCursor.pos())
            self.cover()
            self._watched = self._window.windowHandle()
            self._watched.installEventFilter(self)  # hears of every move, whichever widget it is over

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._watched:
            return super().eventFilter(watched, event)
        if isinstance(event, QWheelEvent):
            self._light_up(self._centre, self._radius * _PART ** (event.angleDelta().y() / _A_NOTCH))
            return True
        if isinstance(event, QMouseEvent):
            self._light_up(event.position().toPoint(), self._radius)
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dark, light = QPainterPath(), QPainterPath()
        dark.addRect(self.rect())
        light.addEllipse(QPointF(self._centre), self._radius, self._radius)
        painter.fillPath(dark.subtracted(light), _DIMMED)
        painter.end()

    def _light_up(self, centre: QPoint, radius: float) -> None:
        before = self._circle()
        self._centre, self._radius = centre, min(max(radius, _SMALLEST), _LARGEST)
        self.update(before)
        self.update(self._circle())

    def _circle(self) -> QRect:
        size = int(self._radius) + 2
        return QRect(self._centre.x() - size, self._centre.y() - size, 2 * size, 2 * size)
