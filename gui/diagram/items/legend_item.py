"""The one scale of all weights and biases: colour and width from the most negative to the most positive."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui.diagram.number_text import compact
from gui.diagram.style import LEVELS, DiagramStyle
from gui.number_text import MINUS

_STEP = 4


class LegendItem(QGraphicsItem):
    """A bar as thick as the connections are, its ends labelled with the span."""

    def __init__(self, style: DiagramStyle) -> None:
        super().__init__()
        self._rect, self._style, self._widest = QRectF(), style, 1.0
        self._span: float | None = None
        self._caption = ""

    def update_with(self, rect: QRectF, style: DiagramStyle, widest: float, caption: str) -> None:
        """Stand elsewhere or look different."""
        self.prepareGeometryChange()
        self._rect, self._style, self._widest, self._caption = rect, style, widest, caption
        self.update()

    def show_span(self, span: float | None) -> None:
        """Label the ends ±span; None hides the legend."""
        if span != self._span:
            self._span = span
            self.update()

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._span is None:
            return
        scale = self._style.theme.scale
        middle = self._rect.center() - QPointF(0, 4 * scale)
        painter.setFont(self._style.text_font)
        metrics = QFontMetricsF(self._style.text_font)
        half = LEVELS * _STEP * scale
        gap = 8 * scale
        self._paint_bar(painter, middle.x(), middle.y(), half)
        low, high = MINUS + compact(self._span), "+" + compact(self._span)
        painter.setPen(self._style.muted)
        top, height = middle.y() - self._rect.height() / 2, self._rect.height()
        edge = middle.x() - half - gap
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.drawText(QRectF(edge - 200, top, 200, height), flags | Qt.AlignmentFlag.AlignRight, low)
        caption_edge = edge - metrics.horizontalAdvance(low) - 2 * gap
        painter.drawText(
            QRectF(caption_edge - 300, top, 300, height), flags | Qt.AlignmentFlag.AlignRight, self._caption
        )
        start = middle.x() + half + gap
        painter.drawText(QRectF(start, top, 200, height), flags | Qt.AlignmentFlag.AlignLeft, high)
        painter.drawText(
            QRectF(middle.x() - 20, middle.y() + 3 * scale, 40, height / 2), Qt.AlignmentFlag.AlignCenter, "0"
        )

    def _paint_bar(self, painter: QPainter, x: float, y: float, half: float) -> None:
        step = half / LEVELS
        painter.setPen(Qt.PenStyle.NoPen)
        for level in range(-LEVELS, LEVELS + 1):
            width = self._style.level_width(level, self._widest)
            painter.setBrush(self._style.level_colour(level))
            left = x + (level - 0.5) * step
            painter.drawRect(QRectF(left, y - width / 2, step + 0.5, width))
