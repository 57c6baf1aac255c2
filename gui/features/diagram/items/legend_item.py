"""One scale explains all weights and biases: colour and width from the most negative to the most positive."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui.features.diagram.style import LEVELS, DiagramStyle
from gui.words.number_text import MINUS, few_figures

_STEP = 4


class LegendItem(QGraphicsItem):
    """Paints a bar as thick as the connections are, its ends labelled with the span."""

    def __init__(self, style: DiagramStyle) -> None:
        super().__init__()
        self._rect, self._style, self._widest = QRectF(), style, 1.0
        self._span: float | None = None
        self._caption = ""
        self._is_aside = self._is_short = False

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

    def step_aside(self, aside: bool, is_short: bool = False) -> None:
        """Stand at the right end, without words, where a title needs the line; half as long where that `is_short`."""
        if (aside, aside and is_short) != (self._is_aside, self._is_short):
            self._is_aside, self._is_short = aside, aside and is_short
            self.update()

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._span is None:
            return
        scale = self._style.theme.scale
        metrics = QFontMetricsF(self._style.text_font)
        gap, bar = 8 * scale, (1 if self._is_short else 2) * LEVELS * _STEP * scale
        low, high = MINUS + few_figures(self._span), "+" + few_figures(self._span)
        widths = [metrics.horizontalAdvance(text) + gap for text in (self._caption, low, high)]
        room = self._rect.width() - 2 * gap
        caption = self._caption if sum(widths) + gap + bar <= room and not self._is_aside else ""
        shown = sum(widths) + gap if caption else widths[1] + widths[2]
        x = max(self._rect.center().x() - (shown + bar) / 2, gap)
        if self._is_aside:
            x = self._rect.right() - gap - shown - bar
        y = self._rect.center().y() - 4 * scale
        painter.setFont(self._style.text_font)
        painter.setPen(self._style.muted)
        if caption:
            self._write(painter, x, y, caption)
            x += widths[0] + gap
        self._write(painter, x, y, low)
        x += widths[1]
        self._write(painter, x + bar + gap, y, high)
        zero = metrics.horizontalAdvance("0")
        self._write(painter, x + (bar - zero) / 2, y + 11 * scale, "0")
        self._paint_bar(painter, x + bar / 2, y, bar / 2)

    def _write(self, painter: QPainter, left: float, y: float, text: str) -> None:
        """Write `text` from `left`, its middle at the height `y`."""
        height = self._rect.height()
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextDontClip
        painter.drawText(QRectF(left, y - height / 2, self._rect.width(), height), flags, text)

    def _paint_bar(self, painter: QPainter, x: float, y: float, half: float) -> None:
        step = half / LEVELS
        painter.setPen(Qt.PenStyle.NoPen)
        for level in range(-LEVELS, LEVELS + 1):
            width = self._style.level_width(level, self._widest)
            painter.setBrush(self._style.level_colour(level))
            left = x + (level - 0.5) * step
            painter.drawRect(QRectF(left, y - width / 2, step + 0.5, width))
