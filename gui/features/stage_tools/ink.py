"""This module draws with the mouse over the window."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from gui.features.stage_tools.layer import Layer
from gui.toolkit.theme import Theme

SECONDS = 6.0  # that ink stays whole, unless it stays for good
FADING_SECONDS = 1.0
_TICK_MS = 40
_WIDTH, _RIM = 4, 2


@dataclass
class _Stroke:
    points: QPolygonF = field(default_factory=QPolygonF)
    end: float = 0.0  # when the button was let go; 0 while it is being drawn


class InkLayer(Layer):
    """Strokes of the pen. With the pen put down, the ink is still there and the mouse goes through.

    A right click puts the pen down, as whoever draws on a touch screen has no keys at hand.
    """

    put_down = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__("ink_layer", window)
        self._theme = theme
        self._strokes: list[_Stroke] = []
        self._stays = False
        self._fading = QTimer(self)
        self._fading.setInterval(_TICK_MS)
        self._fading.timeout.connect(self._fade)
        self.setCursor(Qt.CursorShape.CrossCursor)

    @property
    def has_ink(self) -> bool:
        """Whether anything is drawn."""
        return bool(self._strokes)

    def draw(self, on: bool) -> None:
        """Take the pen, or put it down."""
        self.let_mouse_through(not on)
        if on:
            self.cover()
        self._hide_if_idle()

    def set_stays(self, stays: bool) -> None:
        """Whether ink stays until it is cleared; what is there begins to fade anew where it does not."""
        self._stays = stays
        for stroke in self._strokes:
            stroke.end = time.monotonic() if stroke.end else 0.0
        self._fade_if_needed()
        self.update()

    def clear(self) -> None:
        """Take all ink away."""
        self._strokes.clear()
        self._fading.stop()
        self.update()
        self._hide_if_idle()

    def apply_theme(self, theme: Theme) -> None:
        """Draw in the theme's colours and sizes."""
        self._theme = theme
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.RightButton:
            self.put_down.emit()
        elif event.button() == Qt.MouseButton.LeftButton:
            self._strokes.append(_Stroke())
            self._add(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._strokes and not self._strokes[-1].end and event.buttons() & Qt.MouseButton.LeftButton:
            self._add(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._strokes:
            self._strokes[-1].end = time.monotonic()
            self._fade_if_needed()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._theme.scale * _WIDTH
        for stroke in self._strokes:
            painter.setOpacity(self._opacity(stroke))
            for colour, pen_width in ((self._theme.panel, width + 2 * _RIM), (self._theme.wrong, width)):
                pen = QPen(QColor(colour), pen_width)
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
                pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
                painter.setPen(pen)
                painter.drawPolyline(stroke.points) if stroke.points.size() > 1 else painter.drawPoint(
                    stroke.points.first()
                )
        painter.end()

    def _add(self, point: QPointF) -> None:
        points = self._strokes[-1].points
        last = points.last() if points.size() else point
        points.append(point)
        margin = int(self._theme.scale * _WIDTH + 2 * _RIM + 2)
        box = QPolygonF([last, point]).boundingRect().toAlignedRect()
        self.update(box.adjusted(-margin, -margin, margin, margin))

    def _opacity(self, stroke: _Stroke) -> float:
        if self._stays or not stroke.end:
            return 1.0
        return min(1.0, max(0.0, 1 - (time.monotonic() - stroke.end - SECONDS) / FADING_SECONDS))

    def _fade_if_needed(self) -> None:
        if self._stays or not self._strokes:
            self._fading.stop()
        else:
            self._fading.start()

    def _fade(self) -> None:
        fading = [stroke for stroke in self._strokes if self._opacity(stroke) < 1]
        self._strokes = [stroke for stroke in self._strokes if self._opacity(stroke) > 0]
        if fading:
            self.update()
        self._fade_if_needed()
        self._hide_if_idle()

    def _hide_if_idle(self) -> None:
        through = self.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if through and not self._strokes:
            self.hide()
