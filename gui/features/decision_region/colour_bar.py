"""A bar beside the plot says what the colours of the region mean in numbers."""

from __future__ import annotations

import math
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from gui.features.decision_region.output_reading import Reading
from gui.toolkit.drawing.colour_scale import diverging_table
from gui.toolkit.drawing.pixmaps import image_of
from gui.toolkit.plots.plot_style import font_of
from gui.toolkit.theme import LIGHT, Theme
from gui.words.number_text import few_figures


class ColourBar(pg.GraphicsWidget):  # type: ignore[misc]
    """Shows low, middle and high value of one output, with the threshold marked; ≤ and ≥ where values go beyond."""

    def __init__(self) -> None:
        super().__init__()
        self._theme = LIGHT
        self._texts = ("", "", "")
        self._title = ""
        self._table = diverging_table(LIGHT)

    @property
    def texts(self) -> tuple[str, str, str]:
        """The numbers at the low end, the middle and the high end."""
        return self._texts

    def apply_theme(self, theme: Theme) -> None:
        """Colours and sizes."""
        self._theme = theme
        self._table = diverging_table(theme)
        self._fit()
        self.update()

    def show_scale(self, title: str, reading: Reading, beyond: tuple[bool, bool]) -> None:
        """Label the bar; `beyond`: whether outputs below the low and above the high end are on screen."""
        ends = (reading.middle - reading.span, reading.middle, reading.middle + reading.span)
        low, middle, high = (few_figures(end, 3, beside=reading.span) for end in ends)
        texts = (f"≤{low}" if beyond[0] else low, middle, f"≥{high}" if beyond[1] else high)
        if (texts, title) != (self._texts, self._title):
            self._texts, self._title = texts, title
            self._fit()
            self.update()

    def _fit(self) -> None:
        """As wide as the numbers, with room for ≤ and ≥, so that these move nothing when they come."""
        metrics = QFontMetricsF(font_of(self._theme))
        widest = max(metrics.horizontalAdvance("≥" + text.lstrip("≤≥")) for text in (*self._texts, "0.5"))
        self.setFixedWidth(math.ceil(widest) + self._theme.px(21))

    def paint(self, painter: QPainter, *arguments: Any) -> None:
        theme, height = self._theme, self.size().height()
        top, width = theme.letters(20), theme.px(9)
        bar = QRectF(theme.px(6), top, width, height - top - 1)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(bar, image_of(self._table[::-1].reshape(-1, 1, 4)))
        painter.setPen(QPen(QColor(theme.hairline if not theme.dark else theme.muted), 1))
        painter.drawRect(bar)
        painter.setPen(QPen(QColor(theme.text), 1.6 * theme.scale))
        painter.drawLine(QPointF(bar.left(), bar.center().y()), QPointF(bar.right(), bar.center().y()))
        self._paint_texts(painter, bar)

    def _paint_texts(self, painter: QPainter, bar: QRectF) -> None:
        theme = self._theme
        painter.setFont(font_of(theme))
        painter.setPen(QColor(theme.muted))
        line = theme.letters(14)
        left, room = bar.right() + theme.px(3), self.size().width() - bar.right() - theme.px(3)
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        heights = (bar.bottom() - line, bar.center().y() - line / 2, bar.top())
        for text, y in zip(self._texts, heights, strict=True):
            painter.drawText(QRectF(left, y, room, line), align, text)
        painter.setPen(QColor(theme.text))
        painter.drawText(QRectF(bar.left(), 0, self.size().width(), line), align, self._title)
