"""A text beside the mouse shows the number that a drag has reached."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui.features.diagram.style import DiagramStyle


class ReadoutItem(QGraphicsItem):
    """Paints its text in a box right of and above `pos`, as large as other text at any zoom."""

    def __init__(self, style: DiagramStyle) -> None:
        super().__init__()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self._style, self._text = style, ""
        self.hide()

    @property
    def text(self) -> str:
        """What it says; "" while hidden."""
        return self._text

    def show_text(self, text: str, at: QPointF, style: DiagramStyle) -> None:
        """Say `text` beside a point of the scene; "" for nothing."""
        self.prepareGeometryChange()
        self._text, self._style = text, style
        self.setPos(at)
        self.setVisible(bool(text))
        self.update()

    def boundingRect(self) -> QRectF:
        scale = self._style.theme.scale
        width = QFontMetricsF(self._style.label_font).horizontalAdvance(self._text) + 16 * scale
        return QRectF(12 * scale, -34 * scale, width, 24 * scale)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        scale = self._style.theme.scale
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._style.accent, scale))
        painter.setBrush(self._style.panel)
        rect = self.boundingRect().adjusted(scale, scale, -scale, -scale)
        painter.drawRoundedRect(rect, 4 * scale, 4 * scale)
        painter.setFont(self._style.label_font)
        painter.setPen(self._style.text)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._text)
