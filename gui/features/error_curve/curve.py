"""This module prints the error curve of any run, up to any epoch, as the plot on screen draws it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter

from engine.training.curve_marks import Marks
from engine.training.history import LossCurve
from gui.features.error_curve.error_canvas import ErrorCanvas
from gui.features.error_curve.error_curves import NO_LINE, Line, exponents, lines_of
from gui.features.error_curve.error_line import EARLIER_OPACITY, EARLIER_WIDTH, ZERO_MARK, RunLine
from gui.features.error_curve.error_range import epoch_range, error_range
from gui.features.error_curve.mark_item import CurveMarksItem
from gui.toolkit.export.picture import Look
from gui.toolkit.plots.legend_strip import Entry, LegendStrip
from gui.toolkit.plots.paper_items import LevelItem, MarksItem
from gui.toolkit.plots.plot_paper import lay_out, paint_canvas
from gui.toolkit.plots.plot_ranges import show_ranges
from gui.toolkit.plots.plot_style import make_pen, set_axis_label, style_plot
from gui.toolkit.theme import Theme

_NATURAL = QSize(480, 300)


@dataclass(frozen=True, eq=False)
class CurveMoment:
    """What is drawn: the run's lines, those of earlier runs, the target (a mean) and the axes' ranges.

    With a logarithmic axis y_range holds exponents of ten. `head`: whether dots mark where the run stands. marks: where
    other data came or weights were set by hand.
    """

    train: Line
    test: Line
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    logarithmic: bool = False
    earlier: tuple[Line, ...] = ()
    target: float | None = None
    head: bool = False
    marks: Marks = ()

    def until(self, epoch: int) -> CurveMoment:
        """The same on the same axes as it stood after `epoch`."""
        marks = tuple(mark for mark in self.marks if mark.epoch <= epoch)
        return replace(self, train=_until(self.train, epoch), test=_until(self.test, epoch), head=True, marks=marks)


def curve_moment(
    curve: LossCurve, logarithmic: bool = False, target: float | None = None, earlier: tuple[Line, ...] = ()
) -> CurveMoment:
    """A whole run, on axes that fit it."""
    train, test = lines_of(curve)
    lines = [line for line in (train, test) if len(line)]
    x_range, y_range = epoch_range(train), error_range(lines, logarithmic)
    return CurveMoment(train, test, x_range, y_range, logarithmic, earlier, target, marks=curve.marks)


@dataclass(frozen=True, eq=False)
class PrintedCurve:
    """A picture of a moment; `caption` stands above it in bold, "" for none."""

    moment: CurveMoment
    caption: str = ""
    size: QSize = _NATURAL

    def picture_title(self) -> str:
        return QCoreApplication.translate("Pictures", "Error curve")

    def picture_size(self) -> QSize:
        return self.size

    def refined(self) -> PrintedCurve:
        return self

    def paint_picture(self, painter: QPainter, target: QRectF, look: Look) -> None:
        paper = CurvePaper()
        paper.paint(painter, target, look, self)
        paper.close()


class CurvePaper:
    """This off-screen canvas paints moments of a run."""

    def __init__(self) -> None:
        self._canvas = ErrorCanvas()
        view = self._canvas.getViewBox()
        self._test, self._train = RunLine(view, 5), RunLine(view, 6)
        self._earlier: list[RunLine] = []
        self._target = LevelItem(angle=0, movable=False)
        self._target.setZValue(3)
        self._head = MarksItem()
        self._head.setZValue(8)
        self._marks = CurveMarksItem()
        for item in (self._target, self._head, self._marks):
            view.addItem(item, ignoreBounds=True)

    def close(self) -> None:
        """Let the canvas go; nothing can be painted any more."""
        self._canvas.close()
        del self._canvas, self._train, self._test, self._earlier, self._target, self._head, self._marks

    def paint(self, painter: QPainter, target: QRectF, look: Look, printed: PrintedCurve) -> None:
        """Paint `printed` into `target`, its legend and caption above it."""
        theme, moment = look.theme, printed.moment
        if look.has_paper:
            painter.fillRect(target, QColor(theme.panel))
        margin = theme.px(6)
        strip = LegendStrip(printed.caption, _legend(moment, theme), theme, target.width() - 2 * margin)
        strip.paint(painter, target.topLeft() + QPointF(margin, margin))
        self._style(moment, theme)
        area = lay_out(self._canvas, target.adjusted(0, strip.height + margin, 0, 0))
        self._draw(moment, theme)
        paint_canvas(self._canvas, painter, area)

    def _style(self, moment: CurveMoment, theme: Theme) -> None:
        canvas, view = self._canvas, self._canvas.getViewBox()
        style_plot(canvas, theme)
        canvas.getAxis("left").setLogMode(moment.logarithmic)
        translate = QCoreApplication.translate
        set_axis_label(canvas.getAxis("bottom"), translate("ErrorPlot", "epoch"), theme)
        set_axis_label(canvas.getAxis("left"), translate("ErrorPlot", "mean error per sample"), theme)
        self._train.set_colour(theme.accent, 2 * theme.scale)
        self._test.set_colour(theme.negative, 2 * theme.scale)
        self._target.setPen(make_pen(view, theme.right, 1.5 * theme.scale, Qt.PenStyle.DashLine))
        show_ranges(view, moment.x_range, moment.y_range)

    def _draw(self, moment: CurveMoment, theme: Theme) -> None:
        self._train.draw(moment.train, moment.logarithmic)
        self._test.draw(moment.test, moment.logarithmic)
        while len(self._earlier) < len(moment.earlier):
            self._earlier.append(RunLine(self._canvas.getViewBox(), 1, band=False))
        for index, item in enumerate(self._earlier):
            item.set_colour(theme.muted, EARLIER_WIDTH * theme.scale, EARLIER_OPACITY)
            item.draw(moment.earlier[index] if index < len(moment.earlier) else NO_LINE, moment.logarithmic)
        self._target.setVisible(moment.target is not None)
        if moment.target is not None:
            self._target.setPos(np.log10(moment.target) if moment.logarithmic else moment.target)
        self._marks.show_marks(moment.marks, theme)
        self._draw_head(moment, theme)

    def _draw_head(self, moment: CurveMoment, theme: Theme) -> None:
        lines = [line for line in (moment.train, moment.test) if len(line)] if moment.head else []
        heights = np.array([line.typical[-1] for line in lines])
        if moment.logarithmic:
            heights = exponents(heights, moment.y_range[0])
        seen = np.isfinite(heights)
        epochs = np.array([line.epochs[-1] for line in lines])
        brushes = [QColor(colour) for colour in (theme.accent, theme.negative)]
        self._head.setData(
            epochs[seen], heights[seen], size=9 * theme.scale, pen=make_pen(self._canvas.getViewBox(), theme.panel, 1),
            brush=[brush for brush, shown in zip(brushes, seen, strict=False) if shown],
        )  # fmt: skip


def _legend(moment: CurveMoment, theme: Theme) -> list[Entry]:
    translate = QCoreApplication.translate
    entries = [Entry(translate("ErrorBar", "training"), theme.accent, width=2.2)]
    if len(moment.test):
        entries.append(Entry(translate("ErrorBar", "test"), theme.negative, width=2.2))
    if moment.logarithmic and any(len(line.zeros()) for line in (moment.train, moment.test)):
        entries.append(Entry(translate("ErrorBar", "error 0"), theme.text, ZERO_MARK, theme.text, 0.5))
    if moment.earlier:
        entries.append(Entry(translate("ErrorBar", "earlier"), theme.muted, width=1.0))
    if moment.target is not None:
        entries.append(Entry(translate("ErrorBar", "target"), theme.right, width=1.5, dashed=True))
    return entries


def _until(line: Line, epoch: int) -> Line:
    count = int(np.searchsorted(line.epochs, epoch, side="right"))
    return Line(line.epochs[:count], line.minimum[:count], line.maximum[:count], line.typical[:count])
