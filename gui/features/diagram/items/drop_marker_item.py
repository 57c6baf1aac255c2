"""A marker shows where what is dragged will stand."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui.features.diagram.style import DiagramStyle, faded


class DropMarkerItem(QGraphicsItem):
    """Paints a dashed frame in the accent colour."""

    def __init__(self, style: DiagramStyle) -> None:
        super().__init__()
        self._style, self._rect, self._scale = style, QRectF(), 1.0
        self.setZValue(12)

    @property
    def rect(self) -> QRectF:
        """The frame in scene coordinates."""
        return self._rect

    def show_at(self, rect: QRectF, scale: float) -> None:
        """Stand around `rect`."""
        if rect != self._rect:
            self.prepareGeometryChange()
            self._rect, self._scale = rect, scale
            self.update()

    def boundingRect(self) -> QRectF:
        return self._rect.adjusted(-3, -3, 3, 3)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._style.accent, 2 * self._scale, Qt.PenStyle.DashLine))
        painter.setBrush(faded(self._style.accent, 0.10))
        painter.drawRoundedRect(self._rect, 8 * self._scale, 8 * self._scale)
