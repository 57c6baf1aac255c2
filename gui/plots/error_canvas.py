"""The plot area of the error curve: pyqtgraph's own zoom and pan, and what it lacks."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame

from gui.plots.plot_focus import claims, show_focus
from gui.plots.plot_style import make_plot_axes, strip_plot

KEYS = frozenset((Qt.Key.Key_Home,))


class ErrorCanvas(pg.PlotWidget):  # type: ignore[misc]
    """Tells where the mouse is, and when a double click or Home asks for the whole curve; leaves other keys alone."""

    pointed_at = Signal(QPointF)
    left = Signal()
    reset_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(axisItems=make_plot_axes())
        strip_plot(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.getViewBox().setLimits(xMin=0)

    def picture_area(self) -> QRectF:
        """The part of the viewport inside the axes."""
        return QRectF(self.viewportTransform().mapRect(self.getViewBox().sceneBoundingRect()))

    def epoch_at(self, position: QPointF) -> float:
        """The epoch at `position` of the viewport."""
        area, (first, last) = self.picture_area(), self.getViewBox().viewRange()[0]
        return float(first + (position.x() - area.left()) / max(1.0, area.width()) * (last - first))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.pointed_at.emit(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.reset_wanted.emit()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_focus(self, True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        show_focus(self, False)

    def event(self, event: QEvent) -> bool:
        return claims(event, KEYS) or bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Home:
            self.reset_wanted.emit()
            event.accept()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()
