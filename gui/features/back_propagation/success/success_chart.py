"""This module draws how many starts succeeded, and after how many epochs, as a bar and a histogram."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.training.success_rate import Attempt
from gui.toolkit.export.offscreen_copy import OffscreenPicture
from gui.toolkit.theme import Theme
from gui.toolkit.view import View
from gui.words.number_text import grouped

BINS = 20


class SuccessChart(View, QWidget):
    """Epochs across, starts upwards; those that were given up stand as one bar at the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("success_chart")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme = theme
        self._attempts: tuple[Attempt, ...] = ()
        self._limit = 1

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_attempts(self, attempts: Sequence[Attempt], limit: int) -> None:
        """Show these; `limit` is the epoch at which a start is given up."""
        self._attempts, self._limit = tuple(attempts), max(1, limit)
        self.update()

    @property
    def last_epoch(self) -> int:
        """Where the axis ends: the slowest success, rounded up to two figures; the limit where there is none."""
        slowest = max((attempt.epochs for attempt in self._attempts if attempt.succeeded), default=self._limit)
        unit = 10 ** max(0, len(str(slowest)) - 2)
        return int(min(self._limit, -(-slowest // unit) * unit))

    def counts(self) -> tuple[list[int], int]:
        """Successes in each of the bins over the epochs up to `last_epoch`, and how many failed."""
        epochs = [attempt.epochs for attempt in self._attempts if attempt.succeeded]
        heights, _ = np.histogram(epochs, bins=BINS, range=(0, self.last_epoch))
        return [int(height) for height in heights], len(self._attempts) - len(epochs)

    def picture(self) -> OffscreenPicture | None:
        """The chart as it is now, for paper; None before the first attempt."""
        attempts, limit = self._attempts, self._limit

        def make(theme: Theme) -> list[SuccessChart]:
            copy = SuccessChart(theme)
            copy.show_attempts(attempts, limit)
            return [copy]

        size = QSize(max(self.width(), 360), max(self.height(), 200))
        return OffscreenPicture(self.accessibleName(), size, make) if attempts else None

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._attempts:
            self.paint_on(QPainter(self))

    def paint_on(self, painter: QPainter) -> None:
        """Paint everything."""
        theme, px = self._theme, self._theme.px
        line = painter.fontMetrics().height()
        heights, failed = self.counts()
        area = QRectF(self.rect()).adjusted(px(8), line + px(2), -px(8), -line - px(4))
        step = area.width() / (BINS + 3)
        highest = max(*heights, failed, 1)
        bars = [(index, height, theme.positive) for index, height in enumerate(heights)]
        bars.append((BINS + 1, failed, theme.negative))
        for index, height, colour in bars:
            width = 2 * step if index > BINS else step
            tall = area.height() * height / highest
            bar = QRectF(area.left() + index * step + 1, area.bottom() - tall, width - 2, tall)
            painter.fillRect(bar, QColor(colour))
            if height:
                painter.setPen(QColor(theme.text))
                label = QRectF(bar.center().x() - 2 * step, bar.top() - line, 4 * step, line)
                painter.drawText(label, Qt.AlignmentFlag.AlignCenter, str(height))
        painter.setPen(QColor(theme.hairline))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        self._axis(painter, area, step, line)

    def _axis(self, painter: QPainter, area: QRectF, step: float, line: int) -> None:
        translate = QCoreApplication.translate
        painter.setPen(QColor(self._theme.muted))
        below = QRectF(area.left(), area.bottom() + 2, BINS * step, line)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, "0")
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, translate("SuccessPanel", "epochs until the goal"))
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, grouped(self.last_epoch))
        failed = QRectF(area.left() + BINS * step, area.bottom() + 2, area.right() - area.left() - BINS * step, line)
        painter.drawText(failed, Qt.AlignmentFlag.AlignRight, translate("SuccessPanel", "failed"))
