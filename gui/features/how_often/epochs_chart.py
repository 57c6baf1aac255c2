"""This module draws after how many epochs starts succeeded, as a histogram, and how many did not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.analysis.success_tally import BINS, SuccessFigures
from gui.toolkit.export.offscreen_copy import OffscreenPicture
from gui.toolkit.theme import Theme
from gui.toolkit.view import View
from gui.words.number_text import grouped

_FLAGS = Qt.AlignmentFlag
_LEAST_BAR_TEXT = 26  # pixels at scale 1: narrower bars have no number


class EpochsChart(View, QWidget):
    """Epochs across, starts upwards; those that failed stand as one bar at the right. A line marks the median."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("how_often_chart")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme = theme
        self._figures: SuccessFigures | None = None
        self._limit = 1

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_figures(self, figures: SuccessFigures | None, limit: int) -> None:
        """Show these; `limit` is the epoch at which a start is given up."""
        self._figures, self._limit = figures, limit
        self.update()

    def bars(self) -> tuple[tuple[int, ...], int]:
        """The heights of the bars over the epochs, and how many failed."""
        figures = self._figures
        if figures is None:
            return (), 0
        heights = (0,) * BINS if figures.epochs is None else figures.epochs.heights
        return heights, figures.n_failed

    def picture(self) -> OffscreenPicture | None:
        """The chart as it is now, for paper; None before the first attempt."""
        figures, limit = self._figures, self._limit
        if figures is None or not figures.n_tried:
            return None

        def make(theme: Theme) -> list[EpochsChart]:
            copy = EpochsChart(theme)
            copy.show_figures(figures, limit)
            return [copy]

        size = QSize(max(self.width(), 360), max(self.height(), 200))
        return OffscreenPicture(QCoreApplication.translate("HowOften", "How often"), size, make)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(110))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._figures is not None and self._figures.n_tried:
            self.paint_on(QPainter(self))

    def paint_on(self, painter: QPainter) -> None:
        """Paint everything."""
        px, line = self._theme.px, painter.fontMetrics().height()
        heights, failed = self.bars()
        highest = max(*heights, failed, 1)
        left = painter.fontMetrics().horizontalAdvance(grouped(highest)) + line + px(8)
        area = QRectF(self.rect()).adjusted(left, line + px(2), -px(8), -2 * line - px(4))
        step = area.width() / (BINS + 3)
        self._paint_axes(painter, area, step, highest)
        self._paint_median(painter, area, step, self._paint_bars(painter, area, step, highest))

    def _paint_bars(self, painter: QPainter, area: QRectF, step: float, highest: int) -> list[QRectF]:
        """Paint the bars; where the numbers above them stand."""
        theme, line = self._theme, painter.fontMetrics().height()
        heights, failed = self.bars()
        bars = [(index, 1, height, theme.positive) for index, height in enumerate(heights)]
        bars.append((BINS + 1, 2, failed, theme.negative))
        written = []
        for index, width, height, colour in bars:
            tall = area.height() * height / highest
            bar = QRectF(area.left() + index * step + 1, area.bottom() - tall, width * step - 2, tall)
            painter.fillRect(bar, QColor(colour))
            if height and width * step >= theme.px(_LEAST_BAR_TEXT):
                painter.setPen(QColor(theme.text))
                across = painter.fontMetrics().horizontalAdvance(grouped(height)) + 2
                written.append(QRectF(bar.center().x() - across / 2, bar.top() - line, across, line))
                painter.drawText(written[-1], _FLAGS.AlignCenter, grouped(height))
        return written

    def _paint_axes(self, painter: QPainter, area: QRectF, step: float, highest: int) -> None:
        theme, px, line = self._theme, self._theme.px, painter.fontMetrics().height()
        translate = QCoreApplication.translate
        for count in {0, highest // 2, highest}:
            y = area.bottom() - area.height() * count / highest
            painter.setPen(QPen(QColor(theme.hairline if count else theme.muted), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(theme.muted))
            room = QRectF(0, y - line / 2, area.left() - px(4), line)
            painter.drawText(room, _FLAGS.AlignRight | _FLAGS.AlignVCenter, grouped(count))
        epochs = QRectF(area.left(), area.bottom() + px(2), BINS * step, line)
        figures = self._figures
        end = self._limit if figures is None or figures.epochs is None else figures.epochs.axis_end
        for share, flag in ((0.0, _FLAGS.AlignLeft), (0.5, _FLAGS.AlignHCenter), (1.0, _FLAGS.AlignRight)):
            painter.drawText(epochs, flag, grouped(round(end * share)))
        below = epochs.translated(0, line)
        painter.drawText(below, _FLAGS.AlignHCenter, translate("HowOften", "epochs until the goal"))
        failed = QRectF(area.left() + BINS * step, epochs.top(), area.right() - area.left() - BINS * step, line)
        painter.drawText(failed, _FLAGS.AlignRight, translate("HowOften", "failed"))
        painter.save()
        painter.translate(line / 2, area.center().y())
        painter.rotate(-90)
        upright = QRectF(-area.height() / 2, -line / 2, area.height(), line)
        painter.drawText(upright, _FLAGS.AlignCenter, translate("HowOften", "starts"))
        painter.restore()

    def _paint_median(self, painter: QPainter, area: QRectF, step: float, written: Sequence[QRectF]) -> None:
        """Paint the line of the median and, clear of the numbers that are written already, what it says."""
        figures, theme = self._figures, self._theme
        if figures is None or figures.epochs is None:
            return
        x = area.left() + BINS * step * figures.epochs.median / figures.epochs.axis_end
        painter.setPen(QPen(QColor(theme.text), theme.px(1.5), Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        metrics, gap = painter.fontMetrics(), theme.px(4)
        text = QCoreApplication.translate("HowOften", "median {epochs}").format(
            epochs=grouped(round(figures.epochs.median))
        )
        wanted = QRectF(x + gap, area.top() - metrics.height(), metrics.horizontalAdvance(text) + 2, metrics.height())
        painter.drawText(clear_of(wanted, written, gap), _FLAGS.AlignLeft, text)


def clear_of(wanted: QRectF, others: Sequence[QRectF], gap: float) -> QRectF:
    """`wanted`, moved to the right until it stands on none of the others."""
    place = QRectF(wanted)
    for other in sorted(others, key=QRectF.left):
        if place.intersects(other):
            place.moveLeft(other.right() + gap)
    return place
