"""A tool draws over the picture the circle that it reaches, the lasso's line, and the outline of the selection."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem, QStyleOptionGraphicsItem, QWidget

from gui.toolkit.theme import Theme


class LineOverlay(QGraphicsPathItem):
    """Draws a thin line in two colours, so that it is seen on every ground, in pixels of the viewport."""

    def __init__(self, view: Any, *, dashed: bool) -> None:
        super().__init__(view)
        self._dashed = dashed
        self._view = view
        self._halo = QPen()
        self.setZValue(60)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.hide()

    def apply_theme(self, theme: Theme) -> None:
        """Colours and widths."""
        line = QPen(QColor(theme.accent if self._dashed else theme.text), 1.3 * theme.scale)
        if self._dashed:
            line.setStyle(Qt.PenStyle.DashLine)
        self._halo = QPen(QColor(theme.panel), 3.6 * theme.scale)
        self.setPen(line)

    def show_path(self, path: QPainterPath, origin: QPointF) -> None:
        """Draw `path`; an empty one is none. `origin` is the viewport's pixel at the picture's top left corner."""
        self.setPos(-origin)
        self.setPath(path)
        self.setVisible(not path.isEmpty())

    def boundingRect(self) -> QRectF:
        room = self._halo.widthF()
        return super().boundingRect().adjusted(-room, -room, room, room)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self.mapRectFromParent(QRectF(self._view.rect())))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in (self._halo, self.pen()):
            painter.setPen(pen)
            painter.drawPath(self.path())


def circle(centre: QPointF, radius: float) -> QPainterPath:
    """The outline of a circle."""
    path = QPainterPath()
    path.addEllipse(centre, radius, radius)
    return path
