"""This module draws error curves with a painter, on the screen and on paper alike."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pyqtgraph.functions import create_qpolygonf, ndarray_from_qpolygonf
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from engine.training.curve_marks import Marks
from engine.training.history import LossCurve
from gui.toolkit.drawing.mark_lines import MarkLine, paint_mark_lines
from gui.toolkit.theme import Theme
from gui.words.curve_mark_texts import mark_label
from gui.words.number_text import few_figures, grouped
from gui.words.plot_numbers import power_of_ten

Floats = NDArray[np.float64]

_STEPS = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
_TICKS = (1.0, 2.0, 2.5, 5.0, 10.0)
_ZERO_ROOM = 0.12  # of a logarithmic axis's length, below its lowest power of ten, where 0 has its place
_HIDDEN = 1.0  # of a line's width: a swing so small lies under the line
_LOWEST = 1e-12  # below this, an error of a float64 network is rounding


@dataclass(frozen=True, eq=False)
class ChartLine:
    """One curve over the epochs: what it is called, and the lowest, highest and last value since the epoch before.

    marks: where other data came or weights were set by hand; drawn in its colour.
    """

    name: str
    epochs: Floats
    minimum: Floats
    maximum: Floats
    last: Floats
    colour: str
    dash: Qt.PenStyle = Qt.PenStyle.SolidLine
    marks: Marks = ()


@dataclass(frozen=True)
class ChartStyle:
    """Colours and widths of `theme`. `y_label` and `x_label` name the axes.

    y_most: where a linear axis ends at most, and curves leave it; None: above all of them.
    """

    theme: Theme
    x_label: str
    y_label: str
    font: QFont
    logarithmic: bool = False
    y_most: float | None = None

    @property
    def line_width(self) -> float:
        """Pixels across a curve."""
        return 1.8 * self.theme.scale


def lines_of(curve: LossCurve, names: tuple[str, str], colours: tuple[str, str]) -> list[ChartLine]:
    """The training line and, where there is a test set, the dashed test line of a history."""
    epochs = curve.epochs.astype(np.float64)
    lines = [ChartLine(names[0], epochs, curve.minimum, curve.maximum, curve.last, colours[0], marks=curve.marks)]
    if len(curve.test_last) == len(epochs) and len(epochs):
        tests = (curve.test_minimum, curve.test_maximum, curve.test_last)
        lines.append(ChartLine(names[1], epochs, *tests, colours[1], Qt.PenStyle.DashLine))
    return lines


def paint_chart(painter: QPainter, room: QRectF, lines: Sequence[ChartLine], style: ChartStyle) -> None:
    """Draw axes and `lines` into `room`; without a value to show, the axes alone."""
    painter.setFont(style.font)
    metrics = QFontMetricsF(style.font)
    x_top = _rounded_up(max([10.0, *(float(line.epochs[-1]) for line in lines if len(line.epochs))]))
    y_low, y_high = _range(lines, style)
    floor = y_low - _ZERO_ROOM * (y_high - y_low) if style.logarithmic and _has_zero(lines) else y_low
    y_ticks = _log_ticks(y_low, y_high) if style.logarithmic else _ticks(y_low, y_high)
    y_texts = [_log_text(tick) if style.logarithmic else _text(tick) for tick in y_ticks]
    if floor < y_low:
        y_ticks, y_texts, y_low = [floor, *y_ticks], ["0", *y_texts], floor
    left = max([metrics.horizontalAdvance(text) for text in y_texts] or [0.0]) + metrics.height() * 1.7
    area = room.adjusted(left, metrics.height() * 0.7, -metrics.height() * 1.2, -metrics.height() * 2.5)
    if area.width() < 20 or area.height() < 20:
        return

    def places(x: Floats, y: Floats) -> Floats:
        share = (y - y_low) / (y_high - y_low)
        return np.stack([area.left() + x / x_top * area.width(), area.bottom() - share * area.height()], axis=-1)

    def at(x: float, y: float) -> QPointF:
        return QPointF(*places(np.asarray(x), np.asarray(y)))

    _paint_axes(painter, area, style, left)
    for tick, text in zip(y_ticks, y_texts, strict=True):
        _paint_tick(painter, at(0, tick), at(x_top, tick), text, style)
    for tick in _ticks(0, x_top, max(2, int(area.width() / (metrics.averageCharWidth() * 12)))):
        _paint_tick(painter, at(tick, y_low), at(tick, y_high), _text(tick), style)
    painter.save()
    painter.setClipRect(area.adjusted(-1, -1, 1, 1))
    for line in lines:
        _paint_line(painter, line, style, places, floor)
        rising = [MarkLine(at(mark.epoch, y_low).x(), mark_label(mark.kind)) for mark in line.marks]
        paint_mark_lines(painter, area, rising, QColor(line.colour), style.font)
    painter.restore()


def _paint_line(
    painter: QPainter, line: ChartLine, style: ChartStyle, places: Callable[[Floats, Floats], Floats], floor: float
) -> None:
    parts = (line.minimum, line.maximum, line.last)
    low, high, last = (_logarithms(part, floor) if style.logarithmic else part for part in parts)
    known = np.isfinite(last)
    if not known.any():
        return
    x, low, high, last = line.epochs[known], low[known], high[known], last[known]
    low = np.where(np.isfinite(low), low, last)
    band = QColor(line.colour)
    band.setAlpha(70)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(band)
    tops, bottoms = places(x, high), places(x, low)
    is_smooth = painter.testRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # so faint an edge costs six times as much with it
    for part in _stretches(bottoms[:, 1] - tops[:, 1] > _HIDDEN * style.line_width):
        painter.drawPolygon(_polygon(np.concatenate([tops[part], bottoms[part][::-1]])))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, is_smooth)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(line.colour), style.line_width, line.dash))
    points = _polygon(places(x, last))
    if len(x) == 1:
        painter.setPen(QPen(QColor(line.colour), style.line_width * 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPoint(points.at(0))
    painter.drawPolyline(points)


def _stretches(wanted: NDArray[np.bool_]) -> list[slice]:
    """The stretches of points around those that are wanted, with a neighbour at either end."""
    inside = wanted.copy()
    inside[1:] |= wanted[:-1]
    inside[:-1] |= wanted[1:]
    edges = np.flatnonzero(np.diff(np.concatenate([[False], inside, [False]])))
    return [slice(int(begin), int(end)) for begin, end in edges.reshape(-1, 2)]


def _polygon(points: Floats) -> QPolygonF:
    polygon: QPolygonF = create_qpolygonf(len(points))
    ndarray_from_qpolygonf(polygon)[:] = points
    return polygon


def _paint_axes(painter: QPainter, area: QRectF, style: ChartStyle, left: float) -> None:
    height = QFontMetricsF(style.font).height()
    painter.setPen(QPen(QColor(style.theme.muted), style.line_width * 0.6))
    painter.drawLine(area.bottomLeft(), area.bottomRight())
    painter.drawLine(area.bottomLeft(), area.topLeft())
    painter.setPen(QColor(style.theme.muted))
    below = QRectF(area.left(), area.bottom() + height * 1.25, area.width(), height * 1.2)
    painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), style.x_label)
    painter.save()
    painter.translate(area.left(), area.center().y())
    painter.rotate(-90)
    width = area.height() + height * 2
    painter.drawText(QRectF(-width / 2, -left, width, height * 1.2), int(Qt.AlignmentFlag.AlignCenter), style.y_label)
    painter.restore()


def _paint_tick(painter: QPainter, start: QPointF, end: QPointF, text: str, style: ChartStyle) -> None:
    """A line of the grid from the axis at `start`, upright for the epochs, and its number beside the axis."""
    height, flags = QFontMetricsF(style.font).height(), Qt.AlignmentFlag
    painter.setPen(QPen(QColor(style.theme.grid), style.line_width * 0.5))
    painter.drawLine(start, end)
    painter.setPen(QColor(style.theme.muted))
    if start.x() == end.x():
        place = QRectF(start.x() - 200, start.y() + height * 0.2, 400, height)
        painter.drawText(place, int(flags.AlignHCenter | flags.AlignTop), text)
    else:
        place = QRectF(start.x() - 400 - height * 0.35, start.y() - height / 2, 400, height)
        painter.drawText(place, int(flags.AlignRight | flags.AlignVCenter), text)


def _range(lines: Sequence[ChartLine], style: ChartStyle) -> tuple[float, float]:
    """From 0 to a round number above all values, or to the most; logarithmic: whole exponents around them."""
    logarithmic = style.logarithmic
    parts = [part for line in lines for part in (line.minimum, line.maximum, line.last)]
    values = np.concatenate(parts) if parts else np.empty(0)
    values = values[np.isfinite(values) & (values > 0)]
    if len(values) == 0:
        return (-3.0, 0.0) if logarithmic else (0.0, 1.0)
    highest, lowest = float(values.max()), max(float(values.min()), _LOWEST)
    if not logarithmic:
        return 0.0, _rounded_up(min(highest, style.y_most or highest) * 1.03)
    low, high = math.floor(math.log10(lowest)), math.ceil(math.log10(max(highest, _LOWEST)))
    return float(low), float(max(high, low + 1))


def _rounded_up(value: float) -> float:
    decade = 10.0 ** math.floor(math.log10(value))
    return next(step for step in (*_STEPS, 20.0) if step * decade >= value * (1 - 1e-12)) * decade


def _ticks(low: float, high: float, most: int = 5) -> list[float]:
    """At most about `most` round numbers from `low` to `high`."""
    step = tick_step(high - low, most)
    return [low + step * index for index in range(int((high - low) / step * (1 + 1e-9)) + 1)]


def tick_step(span: float, most: int) -> float:
    """The round number by which ticks of an axis that is `span` long stand apart, so that there are about `most`."""
    raw = span / max(most, 1)
    decade = 10.0 ** math.floor(math.log10(raw))
    return next(each for each in _TICKS if each * decade >= raw * (1 - 1e-9)) * decade


def _log_ticks(low: float, high: float) -> list[float]:
    step = max(1, math.ceil((high - low) / 6))
    return [float(power) for power in range(math.ceil(low), math.floor(high) + 1, step)]


def _text(value: float) -> str:
    if value and not 1e-4 <= abs(value) < 1e9:
        return few_figures(value, 3)
    return grouped(round(value)) if value >= 1e4 else f"{value:.6g}"


def _log_text(power: float) -> str:
    return f"{10**power:g}" if -3 <= power <= 3 else power_of_ten(int(power))


def _has_zero(lines: Sequence[ChartLine]) -> bool:
    return any((part == 0).any() for line in lines for part in (line.minimum, line.last))


def _logarithms(values: Floats, floor: float) -> Floats:
    """Exponents; `floor`, a place of its own below the axis, for an error of 0."""
    found = np.log10(np.where(values > 0, values, np.nan))
    found[values == 0] = floor
    return np.asarray(found)
