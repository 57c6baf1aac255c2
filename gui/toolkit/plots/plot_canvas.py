"""This module defines what both plots share: bare axes, the mouse position, and visible keyboard focus."""

from __future__ import annotations

from collections.abc import Callable

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from gui.toolkit.plots.plot_focus import claims, show_focus
from gui.toolkit.plots.plot_style import make_plot_axes, strip_plot


class PlotCanvas(pg.PlotWidget):  # type: ignore[misc]
    """A plot that tells where the mouse is and keeps `keys`, while it has the focus, from the window's shortcuts.

    sentence: makes what a screen reader says of the picture. said_instead: where it gives any text, that is said.
    """

    pointed_at = Signal(QPointF)
    left = Signal()
    _size_became_due = Signal()
    _is_size_due = False  # pyqtgraph gives it a size before it is made
    keys: frozenset[Qt.Key] = frozenset()
    sentence: Callable[[], str] | None = None
    said_instead: Callable[[], str] | None = None

    def __init__(self) -> None:
        super().__init__(axisItems=make_plot_axes(), enableMenu=False)  # whose forms would be made and never seen
        self._size_became_due.connect(self._take_size, Qt.ConnectionType.QueuedConnection)
        strip_plot(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)

    def spoken_sentence(self) -> str:
        """What it shows now, for screen readers."""
        instead = "" if self.said_instead is None else self.said_instead()
        return instead or ("" if self.sentence is None else self.sentence())

    def mouse_area(self) -> QWidget:
        """The widget that takes the mouse events: pyqtgraph's viewport, with a type."""
        viewport: QWidget = self.viewport()
        return viewport

    def picture_area(self) -> QRectF:
        """The part of the viewport inside the axes."""
        return QRectF(self.viewportTransform().mapRect(self.getViewBox().sceneBoundingRect()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """While nothing is painted, as a window changes to the stage, only the last of many sizes counts."""
        if self.updatesEnabled():
            super().resizeEvent(event)
        elif not self._is_size_due:
            self._is_size_due = True
            self._size_became_due.emit()

    def _take_size(self) -> None:
        self._is_size_due = False
        super().resizeEvent(QResizeEvent(self.size(), self.size()))

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
        return claims(event, self.keys) or bool(super().event(event))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()
