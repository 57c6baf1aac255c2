"""This module paints success rates over the values of one setting as a curve, over those of two as a heat map."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QLinearGradient, QPainter, QPen

from engine.analysis.success_tally import SuccessFigures
from engine.project.sweep import Axis
from gui.features.how_often.texts import axis_title, value_text
from gui.features.how_often.trial import Progress, Trial
from gui.toolkit.drawing.colour_scale import diverging_indices, diverging_table
from gui.toolkit.theme import Theme
from gui.words.number_text import percent

_FLAGS = Qt.AlignmentFlag
_LIGHT_FROM = 140_000  # of 255,000: on lighter colours letters are dark


@dataclass(frozen=True, eq=False)
class SweepDrawing:
    """One sweep in a rectangle at the painter's origin: the first setting goes across, the second upwards."""

    trial: Trial
    progress: Progress
    theme: Theme
    size: QRectF
    metrics: QFontMetrics

    @property
    def columns(self) -> int:
        """How many values the first setting has."""
        return len(self.trial.wish.axes[0].values)

    @property
    def rows(self) -> int:
        """How many values the second setting has; 1 without one."""
        return len(self._upwards.values) if self._upwards is not None else 1

    @cached_property
    def area(self) -> QRectF:
        """Where the cells are, the axes around them."""
        px, line = self.theme.px, self.metrics.height()
        texts, right = [percent(1.0)], px(8)
        if self._upwards is not None:
            texts = [value_text(self._upwards.name, value) for value in self._upwards.values]
            right = px(32) + self.metrics.horizontalAdvance(percent(1.0))
        left = line + px(10) + max(map(self.metrics.horizontalAdvance, texts))
        return self.size.adjusted(left, line * 0.6, -right, -2 * line - px(6))

    def place_of(self, cell: int) -> tuple[int, int]:
        """Column and row of a cell."""
        return divmod(cell, self.rows)

    def rect_of(self, cell: int) -> QRectF:
        """Where a cell is."""
        column, row = self.place_of(cell)
        width, height = self.area.width() / self.columns, self.area.height() / self.rows
        return QRectF(self.area.left() + column * width, self.area.bottom() - (row + 1) * height, width, height)

    def cell_at(self, position: QPointF) -> int | None:
        """The cell at a point; None outside."""
        return next((k for k in range(self.columns * self.rows) if self.rect_of(k).contains(position)), None)

    def paint(self, painter: QPainter) -> None:
        """Paint everything."""
        self._paint_across(painter)
        if self._upwards is None:
            self._paint_shares(painter)
            self._paint_curve(painter)
        else:
            self._paint_upwards(painter, self._upwards)
            self._paint_map(painter)
            self._paint_scale(painter)

    @property
    def _upwards(self) -> Axis | None:
        axes = self.trial.wish.axes
        return axes[1] if len(axes) > 1 else None

    @property
    def _n_hidden(self) -> int:
        return len(self.trial.project.network.layers) - 1

    def _height_of(self, share: float) -> float:
        return self.area.bottom() - share * self.area.height()

    # ------------------------------------------------------------------ the cells

    def _paint_map(self, painter: QPainter) -> None:
        table = diverging_table(self.theme)
        for cell, figures in enumerate(self.progress.figures):
            room, rate = self.rect_of(cell), None if figures is None else figures.rate
            if rate is None:
                painter.setPen(QColor(self.theme.muted))
                painter.drawText(room, _FLAGS.AlignCenter, "–" if self.progress.problems[cell] else "")
                continue
            red, green, blue, _opaque = (int(part) for part in table[diverging_indices(rate, 0.5, 0.5)])
            painter.fillRect(room.adjusted(0.5, 0.5, -0.5, -0.5), QColor(red, green, blue))
            is_light = 299 * red + 587 * green + 114 * blue > _LIGHT_FROM
            painter.setPen(QColor("#1b1f24" if is_light else "#ffffff"))
            painter.drawText(room, _FLAGS.AlignCenter, percent(rate))

    def _paint_curve(self, painter: QPainter) -> None:
        px, pen = self.theme.px, QPen(QColor(self.theme.positive), self.theme.px(1.5))
        painter.setPen(pen)
        points = []
        for cell, figures in enumerate(self.progress.figures):
            if figures is not None and figures.rate is not None:
                points.append(self._paint_interval(painter, self.rect_of(cell).center().x(), figures, figures.rate))
        painter.drawPolyline(points)
        painter.setBrush(QColor(self.theme.positive))
        for at in points:
            painter.drawEllipse(at, px(3.5), px(3.5))

    def _paint_interval(self, painter: QPainter, x: float, figures: SuccessFigures, rate: float) -> QPointF:
        """Draw the interval of a rate at `x`; where the rate itself is."""
        at, low, high = (QPointF(x, self._height_of(share)) for share in (rate, *figures.interval))
        painter.drawLine(low, high)
        half = QPointF(self.theme.px(4), 0)
        for end in (low, high):
            painter.drawLine(end - half, end + half)
        return at

    # ------------------------------------------------------------------ what stands around them

    def _paint_across(self, painter: QPainter) -> None:
        across, area, line = self.trial.wish.axes[0], self.area, self.metrics.height()
        painter.setPen(QColor(self.theme.muted))
        below = QRectF(area.left(), area.bottom() + self.theme.px(2), area.width(), line)
        for column, value in enumerate(across.values):
            place = self.rect_of(column * self.rows)
            room = QRectF(place.left(), below.top(), place.width(), line)
            painter.drawText(room, _FLAGS.AlignHCenter, value_text(across.name, value))
        painter.drawText(below.translated(0, line), _FLAGS.AlignHCenter, axis_title(across, self._n_hidden))

    def _paint_upwards(self, painter: QPainter, axis: Axis) -> None:
        px, line = self.theme.px, self.metrics.height()
        self._paint_side(painter, axis_title(axis, self._n_hidden))
        for row, value in enumerate(axis.values):
            place = self.rect_of(row)
            room = QRectF(line + px(4), place.top(), self.area.left() - line - px(8), place.height())
            painter.drawText(room, _FLAGS.AlignRight | _FLAGS.AlignVCenter, value_text(axis.name, value))

    def _paint_shares(self, painter: QPainter) -> None:
        """The upright axis of a curve, and its grid."""
        area, line = self.area, self.metrics.height()
        self._paint_side(painter, QCoreApplication.translate("HowOften", "success rate"))
        for share in (0.0, 0.25, 0.5, 0.75, 1.0):
            y = self._height_of(share)
            painter.setPen(QPen(QColor(self.theme.grid), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(self.theme.muted))
            room = QRectF(0, y - line / 2, area.left() - self.theme.px(4), line)
            painter.drawText(room, _FLAGS.AlignRight | _FLAGS.AlignVCenter, percent(share))

    def _paint_side(self, painter: QPainter, text: str) -> None:
        """The name of the axis at the left, upright."""
        line = self.metrics.height()
        painter.save()
        painter.translate(line / 2, self.area.center().y())
        painter.rotate(-90)
        length = self.area.height() + 2 * line
        painter.drawText(QRectF(-length / 2, -line / 2, length, line), _FLAGS.AlignCenter, text)
        painter.restore()

    def _paint_scale(self, painter: QPainter) -> None:
        """What the colours stand for, at the right of a map."""
        theme, px, line = self.theme, self.theme.px, self.metrics.height()
        bar = QRectF(self.area.right() + px(12), self.area.top(), px(12), self.area.height())
        shades = QLinearGradient(bar.bottomLeft(), bar.topLeft())
        for share, colour in ((0.0, theme.negative), (0.5, theme.middle), (1.0, theme.positive)):
            shades.setColorAt(share, QColor(colour))
        painter.fillRect(bar, shades)
        painter.setPen(QColor(theme.muted))
        for share in (0.0, 0.5, 1.0):
            y = min(max(self._height_of(share), bar.top() + line / 2), bar.bottom() - line / 2)
            painter.drawText(QRectF(bar.right() + px(4), y - line / 2, px(60), line), _FLAGS.AlignLeft, percent(share))
