"""A faint + stands between two columns."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui.features.diagram.style import DiagramStyle


class AddLayerItem(QGraphicsItem):
    """Paints the faint button; the overlay paints it filled while the mouse is over it."""

    def __init__(self, rect: QRectF, style: DiagramStyle) -> None:
        super().__init__()
        self._rect, self._style = rect, style
        self._is_near = False

    def set_near(self, near: bool) -> None:
        """Stand out while the mouse is between the two columns."""
        if near != self._is_near:
            self._is_near = near
            self.update()

    def update_with(self, rect: QRectF, style: DiagramStyle) -> None:
        """Stand elsewhere or look different."""
        if rect != self._rect or style is not self._style:
            self.prepareGeometryChange()
            self._rect, self._style = rect, style
            self.update()

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        style = self._style
        rim, sign = (style.accent, style.accent) if self._is_near else (style.hairline, style.muted)
        paint_plus(painter, self._rect, style.panel, rim, sign)


def paint_plus(painter: QPainter, rect: QRectF, fill: QColor, rim: QColor, sign: QColor) -> None:
    """A round button with a plus."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = rect.width() / 24
    painter.setPen(QPen(rim, line))
    painter.setBrush(fill)
    circle = rect.adjusted(2 * line, 2 * line, -2 * line, -2 * line)
    painter.drawEllipse(circle)
    painter.setPen(QPen(sign, 1.6 * line, c=Qt.PenCapStyle.RoundCap))
    centre, arm = circle.center(), 4.5 * line
    painter.drawLine(centre - QPointF(arm, 0), centre + QPointF(arm, 0))
    painter.drawLine(centre - QPointF(0, arm), centre + QPointF(0, arm))
