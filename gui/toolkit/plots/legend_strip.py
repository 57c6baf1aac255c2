"""This module draws the line above a printed plot: its moment, its marks and its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from gui.toolkit.plots.markers import draw_marker
from gui.toolkit.plots.plot_style import font_of
from gui.toolkit.theme import Theme

_TEXT, _ROW, _GAP, _MARK = 12, 20, 14, 16
_FLAGS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True)
class Entry:
    """A mark (`shape` as of `markers`) or, without a shape, a piece of line; and what it stands for."""

    text: str
    colour: str
    shape: str = ""
    fill: str | None = None
    width: float = 2.0
    dashed: bool = False


class LegendStrip:
    """Lays `caption` and `entries` out in rows, as many as `width` asks for."""

    def __init__(self, caption: str, entries: Sequence[Entry], theme: Theme, width: float) -> None:
        self._theme = theme
        self._places: list[tuple[Entry | None, str, QRectF]] = []
        x, y, row = 0.0, 0.0, theme.px(_ROW)
        for entry, text in _parts(caption, entries):
            mark = 0 if entry is None else theme.px(_MARK + 4)
            across = mark + QFontMetricsF(self._font(entry is None)).horizontalAdvance(text) + 1
            if x and x + across > width:
                x, y = 0.0, y + row
            self._places.append((entry, text, QRectF(x, y, across, row)))
            x += across + theme.px(_GAP)
        self.height = y + row if self._places else 0.0

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Paint the rows with their upper left corner `at` a point."""
        theme = self._theme
        for entry, text, place in self._places:
            area = place.translated(at)
            if entry is not None:
                self._mark(painter, entry, QRectF(area.left(), area.top(), theme.px(_MARK), area.height()))
                area.setLeft(area.left() + theme.px(_MARK + 4))
            painter.setFont(self._font(entry is None))
            painter.setPen(QColor(theme.text))
            painter.drawText(area, _FLAGS | int(Qt.TextFlag.TextDontClip), text)

    def _mark(self, painter: QPainter, entry: Entry, area: QRectF) -> None:
        if entry.shape:
            size = 0.68 * self._theme.px(_MARK)
            colours = entry.fill, entry.colour
            draw_marker(painter, area.center(), entry.shape, size, colours, width=entry.width * self._theme.scale)
            return
        style = Qt.PenStyle.DashLine if entry.dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(entry.colour), entry.width * self._theme.scale, style))
        middle = area.center().y()
        painter.drawLine(QPointF(area.left(), middle), QPointF(area.right(), middle))

    def _font(self, bold: bool) -> QFont:
        font = font_of(self._theme, _TEXT)
        font.setBold(bold)
        return font


def _parts(caption: str, entries: Sequence[Entry]) -> Iterator[tuple[Entry | None, str]]:
    if caption:
        yield None, caption
    for entry in entries:
        yield entry, entry.text
