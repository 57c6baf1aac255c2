"""This module paints the axes of a small picture of a plane: some ticks with their numbers, and the names."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from engine.data.plane import Plane, Range
from gui.toolkit.drawing.curve_chart import tick_step
from gui.toolkit.theme import Theme
from gui.words.plot_numbers import tick_text

_LETTERS = 10.5
_TICK = 3.0
_SIDES = Qt.AlignmentFlag


def margins(theme: Theme) -> tuple[int, int]:
    """The room that axes need at the left of a picture and below it."""
    letters = theme.letters(_LETTERS)
    return round(3.0 * letters), round(1.9 * letters)


def paint_axes(painter: QPainter, area: QRectF, plane: Plane, names: Sequence[str], theme: Theme) -> None:
    """Ticks and numbers outside `area`, the name of each axis at its upper end."""
    font = QFont(painter.font())
    font.setPixelSize(theme.letters(_LETTERS))
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    left, _ = margins(theme)
    height, tick = metrics.height(), theme.px(_TICK)
    name_width = metrics.horizontalAdvance(names[0])
    for value in _ticks(plane.x_range, area.width() / (5 * theme.letters(_LETTERS))):
        x = _place(value, plane.x_range, area.left(), area.right())
        _tick(painter, QPointF(x, area.bottom()), QPointF(x, area.bottom() + tick), theme)
        width = metrics.horizontalAdvance(tick_text(value))
        if x + width / 2 < area.right() - name_width - tick:
            room = QRectF(x - width, area.bottom() + tick, 2 * width, height)
            painter.drawText(room, int(_SIDES.AlignHCenter | _SIDES.AlignTop), tick_text(value))
    for value in _ticks(plane.y_range, area.height() / (3 * theme.letters(_LETTERS))):
        y = _place(value, plane.y_range, area.bottom(), area.top())
        _tick(painter, QPointF(area.left() - tick, y), QPointF(area.left(), y), theme)
        if y - height / 2 > area.top() + height * 0.8:
            room = QRectF(area.left() - left, y - height / 2, left - tick - 2, height)
            painter.drawText(room, int(_SIDES.AlignRight | _SIDES.AlignVCenter), tick_text(value))
    painter.setPen(QColor(theme.text))
    below = QRectF(area.left(), area.bottom() + tick, area.width(), height)
    painter.drawText(below, int(_SIDES.AlignRight | _SIDES.AlignTop), names[0])
    beside = QRectF(area.left() - left, area.top() - 1, left - tick - 2, height)
    painter.drawText(beside, int(_SIDES.AlignRight | _SIDES.AlignTop), names[1])


def _tick(painter: QPainter, start: QPointF, end: QPointF, theme: Theme) -> None:
    painter.setPen(QColor(theme.muted))
    painter.drawLine(start, end)


def _place(value: float, limits: Range, start: float, end: float) -> float:
    return start + (value - limits[0]) / (limits[1] - limits[0]) * (end - start)


def _ticks(limits: Range, room: float) -> list[float]:
    """Round numbers between the limits, as many as have `room`, five or so at most."""
    low, high = limits
    step = tick_step(high - low, max(1, min(5, int(room))))
    return [step * index for index in range(math.ceil(low / step), math.floor(high / step) + 1)]
