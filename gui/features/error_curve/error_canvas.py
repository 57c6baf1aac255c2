"""This module defines the plot area of the error curve, with zoom and pan."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from gui.toolkit.plots.plot_canvas import PlotCanvas
from gui.toolkit.plots.plot_ranges import Range, limit_zoom

_FARTHEST_OUT = 4.0
KEYS = frozenset((Qt.Key.Key_Home,))


class ErrorCanvas(PlotCanvas):
    """Tells where the mouse is and clicks, and when a double click or Home asks for the whole curve.

    It leaves other keys alone.
    """

    reset_wanted = Signal()
    epoch_clicked = Signal(int)
    keys = KEYS

    def __init__(self) -> None:
        super().__init__()
        self._pressed: QPointF | None = None
        self.getViewBox().setLimits(xMin=0)

    def limit_zoom(self, x_range: Range, y_range: Range) -> None:
        """Let people zoom around this rectangle, which shows the whole run."""
        limit_zoom(self.getViewBox(), x_range, y_range, _FARTHEST_OUT)
        self.getViewBox().setLimits(xMin=0)

    def epoch_at(self, position: QPointF) -> float:
        """The epoch at `position` of the viewport."""
        area, (first, last) = self.picture_area(), self.getViewBox().viewRange()[0]
        return float(first + (position.x() - area.left()) / max(1.0, area.width()) * (last - first))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.pointed_at.emit(event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        is_left = event.button() == Qt.MouseButton.LeftButton and self.picture_area().contains(event.position())
        self._pressed = event.position() if is_left else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is not None and (event.position() - pressed).manhattanLength() < QApplication.startDragDistance():
            self.epoch_clicked.emit(max(0, round(self.epoch_at(event.position()))))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.reset_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Home:
            self.reset_wanted.emit()
            event.accept()
        else:
            event.ignore()
