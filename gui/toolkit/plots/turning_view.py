"""This module defines the base of pictures in space: mouse and keys turn them, whatever they show."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from gui.toolkit.drawing.camera import Camera
from gui.toolkit.plots.plot_focus import PaintsFocus, claims, is_plain
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View

TURN_PER_PIXEL = 0.01
KEY_TURN = math.radians(5)
ZOOM_STEP = 1.15
MARGIN = 20.0
_TURNS = {
    Qt.Key.Key_Left: (-KEY_TURN, 0.0),
    Qt.Key.Key_Right: (KEY_TURN, 0.0),
    Qt.Key.Key_Up: (0.0, KEY_TURN),
    Qt.Key.Key_Down: (0.0, -KEY_TURN),
}
KEYS = frozenset((*_TURNS, Qt.Key.Key_Home, Qt.Key.Key_Plus, Qt.Key.Key_Minus))


class TurningView(PaintsFocus, View, QWidget):
    """Drawn with QPainter alone, so that it works on every machine. `hovered` tells what is under the mouse."""

    hovered = Signal(str)

    def __init__(self, name: str, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.themes = themes
        self.camera = Camera()
        self._grabbed: QPointF | None = None
        self.setMinimumSize(180, 110)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def paint_space(self, painter: QPainter, theme: Theme) -> None:
        """Paint what stands in the space, within `area`."""
        raise NotImplementedError

    def sentence_at(self, position: QPointF) -> str:
        """What is under the mouse, in one sentence."""
        return self.accessibleDescription()

    def area(self) -> QRectF:
        """What the box may fill: around it stand the numbers of the axes."""
        margin = MARGIN * self.themes.theme.scale
        return QRectF(self.rect()).adjusted(margin, margin / 2, -margin, -margin)

    def reset_view(self) -> None:
        """Look from where one looked first."""
        self._look(Camera())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.themes.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.panel))
        self.paint_space(painter, theme)
        self.paint_focus(painter, theme)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() == Qt.MouseButton.LeftButton:
            self._grabbed = event.position()
            self._before = self.camera
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if self._grabbed is None:
            self.hovered.emit(self.sentence_at(event.position()))
            return
        way = event.position() - self._grabbed
        self._look(self._before.turned(-way.x() * TURN_PER_PIXEL, way.y() * TURN_PER_PIXEL))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self._let_go()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.reset_view()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        self._look(self.camera.zoomed(ZOOM_STEP ** (event.angleDelta().y() / 120)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self._grabbed is not None:
            self._look(self._before)
            self._let_go()
        elif not is_plain(event) or key not in KEYS:
            event.ignore()
            return
        elif key == Qt.Key.Key_Home:
            self.reset_view()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self._look(self.camera.zoomed(1.25 if key == Qt.Key.Key_Plus else 1 / 1.25))
        else:
            self._look(self.camera.turned(*_TURNS[Qt.Key(key)]))
        event.accept()

    def event(self, event: QEvent) -> bool:
        return claims(event, KEYS) or bool(super().event(event))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit("")

    def sizeHint(self) -> QSize:
        return QSize(360, 300)

    def apply_theme(self, theme: Theme) -> None:
        self.update()

    def retranslate(self) -> None:
        """Tell how it is turned; what it shows is told by the view that derives from it."""
        self.setAccessibleDescription(
            QCoreApplication.translate(
                "TurningView",
                "A drag or the arrow keys turn it, the wheel or + and − zoom, a double click or Home resets it.",
            )
        )

    def _look(self, camera: Camera) -> None:
        if camera != self.camera:
            self.camera = camera
            self.update()

    def _let_go(self) -> None:
        self._grabbed = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
