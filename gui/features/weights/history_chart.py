"""Over the epochs of a run: how the numbers of a layer are distributed, or how far the weights move in a pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from engine.analysis.weight_history import Histogram, WeightHistory
from engine.data.plane import Plane
from gui.toolkit.drawing.curve_chart import ChartLine, ChartStyle, paint_chart
from gui.toolkit.drawing.pixmaps import image_of
from gui.toolkit.export.offscreen_copy import OffscreenPicture
from gui.toolkit.plots.plane_axes import margins, paint_axes
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View

_COLUMNS = 240
_LETTERS = 11
_LEAST_EPOCHS = 10


@dataclass(frozen=True, eq=False)
class Course:
    """A distribution over a run, or None for a curve for each layer, called by `names`; `label` says of what."""

    history: WeightHistory
    histogram: Histogram | None
    label: str
    names: Sequence[str] = ()


class HistoryChart(View, QWidget):
    """`hint` stands in the place of what is not known yet."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("weight_history")
        self._themes = themes
        self._course: Course | None = None
        self._epoch = 0
        self.hint = ""
        self.follow_themes(themes)

    def show_course(self, course: Course) -> None:
        """Draw `course`."""
        self._course = course
        self.update()

    def show_nothing(self, hint: str) -> None:
        """Say why there is nothing."""
        self._course, self.hint = None, hint
        self.update()

    def show_epoch(self, epoch: int) -> None:
        """Mark the moment that the other views show."""
        if epoch != self._epoch:
            self._epoch = epoch
            self.update()

    def area_of_epochs(self) -> QRectF:
        """The part of the distribution, in pixels, from epoch 0 to the present, and between its ends."""
        return self._area()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._themes.theme.px(180), self._themes.theme.px(90))

    def apply_theme(self, theme: Theme) -> None:
        self.update()

    def print_course(self, title: str, course: Course) -> OffscreenPicture:
        """`course` for paper, at the moment that is marked."""
        epoch = self._epoch

        def make(theme: Theme) -> list[HistoryChart]:
            copy = HistoryChart(ThemeManager(theme))
            copy.show_course(course)
            copy.show_epoch(epoch)
            return [copy]

        return OffscreenPicture(title, QSize(max(self.width(), 400), max(self.height(), 240)), make)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._themes.theme.panel))
        self.paint_on(painter)
        painter.end()

    def paint_on(self, painter: QPainter) -> None:
        """Paint everything but the ground."""
        theme = self._themes.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(theme.letters(_LETTERS))
        painter.setFont(font)
        course = self._course
        if course is None:
            painter.setPen(QColor(theme.muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), int(flags), self.hint)
        elif course.histogram is not None:
            self._paint_histogram(painter, course, course.histogram, theme)
        else:
            self._paint_steps(painter, course, font, theme)

    def _paint_histogram(self, painter: QPainter, course: Course, histogram: Histogram, theme: Theme) -> None:
        """A column an epoch; the more of the numbers lie in a bin, the stronger its colour."""
        area = self._area()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(area, self._image(course.history, histogram, theme))
        x = area.left() + self._epoch / self._last() * area.width()
        painter.setPen(QPen(QColor(theme.text), 1.2 * theme.scale, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        painter.setPen(QPen(QColor(theme.hairline), 1))
        painter.drawRect(area)
        plane = Plane(0, 1, (0.0, self._last()), histogram.ends, (0.0, 0.0))
        paint_axes(painter, area, plane, (self.tr("epoch"), ""), theme)
        painter.setPen(QColor(theme.text))
        painter.drawText(QPointF(area.left(), area.top() - theme.px(4)), course.label)

    def _image(self, history: WeightHistory, histogram: Histogram, theme: Theme) -> QImage:
        epochs = np.linspace(0, self._last(), _COLUMNS)
        known = (epochs >= history.epochs[0]) & (epochs <= history.epochs[-1])
        rows = np.clip(np.searchsorted(history.epochs, epochs, side="right") - 1, 0, None)
        strength = np.sqrt(histogram.shares[rows] / max(float(histogram.shares.max()), 1e-12)) * known[:, np.newaxis]
        paper, ink = (_levels(each) for each in (theme.panel, theme.positive))
        return image_of((paper + (ink - paper) * strength.T[::-1, :, np.newaxis]).astype(np.uint8))

    def _paint_steps(self, painter: QPainter, course: Course, font: QFont, theme: Theme) -> None:
        style = ChartStyle(theme, self.tr("epoch"), course.label, font, logarithmic=True)
        history = course.history
        epochs = history.epochs.astype(np.float64)
        lines = [
            ChartLine(name, epochs, values, values, values, theme.class_colour(place))
            for place, (name, values) in enumerate(zip(course.names, history.steps.T, strict=True))
        ]
        paint_chart(painter, QRectF(self.rect()), lines, style)
        metrics, right = painter.fontMetrics(), self.width() - theme.px(14)
        for line in reversed(lines):
            right -= metrics.horizontalAdvance(line.name)
            painter.setPen(QColor(line.colour))
            painter.drawText(QPointF(right, metrics.ascent()), line.name)
            right -= theme.px(12)

    def _last(self) -> float:
        """Where the axis of the epochs ends."""
        newest = 0 if self._course is None else int(self._course.history.epochs[-1])
        return float(max(newest, self._epoch, _LEAST_EPOCHS))

    def _area(self) -> QRectF:
        theme = self._themes.theme
        left, below = margins(theme)
        top = self.fontMetrics().height() + theme.px(6)
        return QRectF(self.rect()).adjusted(left + theme.px(8), top, -theme.px(14), -below - theme.px(2))


def _levels(name: str) -> NDArray[np.float64]:
    """Red, green and blue of a colour, 0 to 255."""
    colour = QColor(name)
    return np.array([colour.red(), colour.green(), colour.blue()], dtype=np.float64)
