"""The error curves of all contenders over each other, with a legend in their colours."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from engine.project.race.moment import ContenderMoment, RaceMoment
from gui.features.comparison.colours import contender_colour
from gui.toolkit.drawing.curve_chart import ChartLine, ChartStyle, paint_chart
from gui.toolkit.theme import ThemeManager
from gui.words.number_text import few_figures

_LETTERS = 11
_STEADY = 0.05  # of the highest error: so far may it swing between two points of its curve and be a line
_MOST_LEGEND = 0.4  # of the chart's width
_HIGHEST = 3.0  # times the typical first error: who climbs above leaves the chart


class RaceChart(QWidget):
    """The error, summed over the training set, against the epochs; the goal as a dashed line where it is an error."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparison_chart")
        self._themes = themes
        self._moment: RaceMoment | None = None
        self._titles: dict[str, str] = {}
        self.is_logarithmic = False
        self.hint = ""  # in place of curves that are not known yet

    def show_moment(self, moment: RaceMoment | None, titles: dict[str, str]) -> None:
        """Draw the curves of the contenders, which are called so."""
        self._moment, self._titles = moment, titles
        self.update()

    def set_logarithmic(self, logarithmic: bool) -> None:
        """Choose the scale of the errors."""
        self.is_logarithmic = logarithmic
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._themes.theme.px(220), self._themes.theme.px(120))

    def paintEvent(self, event: QPaintEvent) -> None:
        self.paint_on(QPainter(self))

    def paint_on(self, painter: QPainter) -> None:
        """Paint everything."""
        theme, moment = self._themes.theme, self._moment
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(theme.letters(_LETTERS))
        if moment is None:
            painter.setPen(QColor(theme.muted))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.hint)
            return
        style = ChartStyle(
            theme,
            x_label=self.tr("epoch"),
            y_label=self.tr("error (sum)"),
            font=font,
            logarithmic=self.is_logarithmic,
            y_most=self._most(moment),
        )
        lines = [self._line(place, each) for place, each in enumerate(moment.contenders)]
        paint_chart(painter, QRectF(self.rect()), [*self._goal(moment), *lines], style)
        self._paint_legend(painter, font, lines)

    def _line(self, place: int, contender: ContenderMoment) -> ChartLine:
        assert self._moment is not None
        count, curve = self._moment.data.n_samples, contender.curve
        low, high = curve.minimum, curve.maximum
        if len(low) and np.max(high - low) < _STEADY * np.max(high):  # a band too thin to be seen
            low = high = curve.last
        return ChartLine(
            self._titles.get(contender.name, ""),
            curve.epochs.astype(np.float64),
            low * count,
            high * count,
            curve.last * count,
            contender_colour(place, self._themes.theme),
        )

    def _goal(self, moment: RaceMoment) -> list[ChartLine]:
        if moment.goal.error_sum is None:
            return []
        ends = np.array([0.0, max(10.0, moment.epoch)])
        level = np.full(2, moment.goal.error_sum)
        dash = Qt.PenStyle.DashLine
        return [ChartLine(self.tr("goal"), ends, level, level, level, self._themes.theme.muted, dash)]

    @staticmethod
    def _most(moment: RaceMoment) -> float | None:
        """Where the axis ends though an error climbs further; the others stay in sight."""
        curves = [each.curve.maximum for each in moment.contenders if len(each.curve.maximum)]
        firsts = [float(curve[0]) for curve in curves if np.isfinite(curve[0])]
        return _HIGHEST * float(np.median(firsts)) * moment.data.n_samples if firsts else None

    def _paint_legend(self, painter: QPainter, font: QFont, lines: list[ChartLine]) -> None:
        theme, metrics = self._themes.theme, QFontMetricsF(font)
        painter.setFont(font)
        row, mark, gap = metrics.height(), theme.px(14), theme.px(5)
        width = max(metrics.horizontalAdvance(line.name) for line in lines) + mark + 3 * gap
        if width > _MOST_LEGEND * self.width():  # it would hide curves; the cards above have the same colours and names
            return
        left, top = self.width() - width - metrics.height() * 1.3, metrics.height() * 0.8
        box = QRectF(left, top, width, row * len(lines) + gap)
        ground = QColor(theme.panel)
        ground.setAlpha(240)
        painter.fillRect(box, ground)
        for index, line in enumerate(lines):
            top = box.top() + gap / 2 + index * row
            painter.setPen(QPen(QColor(line.colour), 2.5 * theme.scale))
            middle = QPointF(box.left() + gap, top + row / 2)
            painter.drawLine(middle, middle + QPointF(mark, 0))
            painter.setPen(QColor(theme.text))
            place = QRectF(box.left() + mark + 2 * gap, top, width - mark - 2 * gap, row)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), line.name)

    def spoken_sentence(self) -> str:
        """What it shows now, for screen readers."""
        return "" if self._moment is None else standing(self._moment, self._titles)


def standing(moment: RaceMoment, titles: Mapping[str, str]) -> str:
    """How each contender stands, in words."""
    words = QCoreApplication.translate("RaceChart", "{title}: error {error} after epoch {epoch}")
    return "; ".join(
        words.format(title=titles.get(each.name, ""), error=few_figures(each.loss_sum), epoch=each.epoch)
        for each in moment.contenders
    )
