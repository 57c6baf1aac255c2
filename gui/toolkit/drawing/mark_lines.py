"""This module draws upright lines across a chart, each with a short label, as error curves mark what happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

_NEAREST = 3.0  # pixels between two lines that can be told apart
_GAP = 3.0


@dataclass(frozen=True)
class MarkLine:
    """A line at `x`, in the painter's units, called `label`."""

    x: float
    label: str


def paint_mark_lines(painter: QPainter, area: QRectF, lines: Sequence[MarkLine], colour: QColor, font: QFont) -> None:
    """Draw `lines`, rising, into `area`; a label stands where it covers neither another one nor the next line."""
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    seen = _distinct([line for line in lines if area.left() <= line.x <= area.right() + 0.5])
    free = area.left()
    for index, line in enumerate(seen):
        painter.setPen(QPen(colour, 1.0, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(line.x, area.top(), line.x, area.bottom()))
        width = metrics.horizontalAdvance(line.label) + _GAP
        following = seen[index + 1].x if index + 1 < len(seen) else area.right()
        if line.x + width <= following:
            left = line.x + _GAP
        elif line.x - width >= free:
            left = line.x - width
        else:
            free = line.x
            continue
        free = max(line.x, left + width)
        painter.setPen(colour)
        painter.drawText(QPointF(left, area.top() + metrics.ascent() + 1), line.label)


def _distinct(lines: Sequence[MarkLine]) -> list[MarkLine]:
    """Without those that would make a bar of several lines with the same label."""
    kept: list[MarkLine] = []
    for line in lines:
        if not any(line.label == other.label and line.x - other.x < _NEAREST for other in kept):
            kept.append(line)
    return kept
