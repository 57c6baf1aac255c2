"""Paints a confusion matrix, marks and names at its edges, counts on cells: quickly, as it is painted in training."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen

from engine.analysis.evaluation import ClassReport
from gui.features.evaluation.texts import QUARTERS
from gui.toolkit.theme import Theme
from gui.words.class_marks import class_mark

_PALEST, _STRONGEST, _SHADES = 0.14, 0.88, 64
_CENTRE, _MIDDLE = Qt.AlignmentFlag.AlignCenter, Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class MatrixGrid:
    """Where the cells are: left and top of the first one, and the size of each."""

    left: int
    top: int
    width: int
    height: int

    def cell(self, row: int, column: int) -> QRect:
        """The rectangle of a cell; a pixel of gap lies to its right and below."""
        return QRect(self.left + column * self.width, self.top + row * self.height, self.width - 1, self.height - 1)


class MatrixPainter:
    """`report` on the classes called `names`, in the colours of `theme`: blue is right, orange wrong."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        shades = [_PALEST + (_STRONGEST - _PALEST) * step / _SHADES for step in range(_SHADES + 1)]
        self._right = [_shade(theme.panel, theme.positive, share) for share in shades]
        self._wrong = [_shade(theme.panel, theme.negative, share) for share in shades]

    def paint_cells(self, painter: QPainter, grid: MatrixGrid, report: ClassReport) -> None:
        """The counts; the share of its row decides how strong a cell's colour is."""
        rows, supports = report.counts.tolist(), report.support.tolist()
        undecided = report.undecided.tolist() if report.undecided.any() else None
        self._paint_empty(painter, grid, len(rows), len(rows) + (undecided is not None))
        is_binary = len(rows) == 2
        for target, counts in enumerate(rows):
            for decided, count in enumerate(counts):
                share = count / max(1, supports[target])
                shades = self._right if target == decided else self._wrong
                text = f"{QUARTERS[target][decided]} {count}" if is_binary else str(count)
                self._paint_cell(painter, grid.cell(target, decided), text, shades[round(share * _SHADES)], count)
            if undecided is not None:
                count = undecided[target]
                shade = self._wrong[round(count / max(1, supports[target]) * _SHADES)]
                self._paint_cell(painter, grid.cell(target, len(rows)), str(count), shade, count)

    def paint_names(self, painter: QPainter, grid: MatrixGrid, names: Sequence[str], with_undecided: bool) -> None:
        """The classes' marks and names above the columns and left of the rows."""
        theme, line = self._theme, painter.fontMetrics().height()
        painter.setPen(QColor(theme.text))
        top = grid.top - line - theme.px(2)
        for k, name in enumerate(names):
            head = QRect(grid.left + k * grid.width, top, grid.width - 1, line)
            side = QRect(theme.px(2), grid.top + k * grid.height, grid.left - theme.px(6), grid.height)
            self._paint_name(painter, head, k, name, is_centred=True)
            self._paint_name(painter, side, k, name)
        if with_undecided:
            painter.drawText(QRect(grid.left + len(names) * grid.width, top, grid.width - 1, line), _CENTRE, "?")

    def _paint_empty(self, painter: QPainter, grid: MatrixGrid, rows: int, columns: int) -> None:
        outlines, radius = QPainterPath(), self._theme.px(3)
        for row in range(rows):
            for column in range(columns):
                area = QRectF(grid.cell(row, column)).adjusted(0.5, 0.5, -0.5, -0.5)
                outlines.addRoundedRect(area, radius, radius)
        painter.setPen(QPen(QColor(self._theme.hairline), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(outlines)

    def _paint_cell(self, painter: QPainter, area: QRect, text: str, shade: tuple[QColor, QColor], count: int) -> None:
        fill, ink = shade
        if count:
            painter.fillRect(area.adjusted(1, 1, -1, -1), fill)
        painter.setPen(ink if count else QColor(self._theme.muted))
        painter.drawText(area, _CENTRE, text)

    def _paint_name(self, painter: QPainter, area: QRect, label: int, name: str, is_centred: bool = False) -> None:
        """The class's mark and as much of its name as there is room for."""
        theme, metrics = self._theme, painter.fontMetrics()
        mark, gap = theme.px(9), theme.px(4)
        text = shortened(name, metrics, area.width() - mark - gap, theme.px(6))
        used = mark + (gap + metrics.horizontalAdvance(text) if text else 0)
        start = area.left() + (max(0, (area.width() - used) // 2) if is_centred else 0)
        centre = QPointF(start + mark / 2, area.center().y() + 1)
        painter.fillPath(class_mark(label, centre, mark / 2), QColor(theme.class_colour(label)))
        painter.drawText(QRect(start + mark + gap, area.top(), area.width(), area.height()), _MIDDLE, text)


def shortened(name: str, metrics: QFontMetrics, room: int, least: int) -> str:
    """As much of `name` as fits into `room` pixels; nothing where that is less than `least`."""
    return metrics.elidedText(name, Qt.TextElideMode.ElideRight, room) if room > least else ""


def _shade(paper: str, colour: str, share: float) -> tuple[QColor, QColor]:
    """`colour` over `paper`, and black or white, whichever can be read on it."""
    base, over = QColor(paper), QColor(colour)
    parts = zip((base.red(), base.green(), base.blue()), (over.red(), over.green(), over.blue()), strict=True)
    fill = QColor(*(round(low + (high - low) * share) for low, high in parts))
    return fill, QColor("#000000" if _luminance(fill) > 0.2 else "#ffffff")


def _luminance(colour: QColor) -> float:
    """The relative luminance, 0 to 1, by which the eye judges contrast (WCAG 2)."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
