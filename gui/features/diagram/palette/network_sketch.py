"""A network is sketched with a few dots and lines, for chips and for the pixmap that a drag carries."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from gui.toolkit.drawing.pixmaps import transparent_pixmap

_MOST_DOTS = 4


def network_pixmap(sizes: Sequence[int], size: QSize, dots: QColor, lines: QColor, ratio: float) -> QPixmap:
    """A pixmap of `size` logical pixels for a screen with `ratio` pixels each; at most four dots stand for a layer."""
    pixmap = transparent_pixmap(size.width(), size.height(), ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    columns = _columns([min(units, _MOST_DOTS) for units in sizes], size)
    painter.setPen(QPen(lines, 0.8))
    for left, right in pairwise(columns):
        for start in left:
            for end in right:
                painter.drawLine(start, end)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(dots)
    radius = min(size.height() / 11, size.width() / (3 * len(columns)))
    for column in columns:
        for centre in column:
            painter.drawEllipse(centre, radius, radius)
    painter.end()
    return pixmap


def _columns(counts: Sequence[int], size: QSize) -> list[list[QPointF]]:
    margin = size.height() / 8 + 0.5
    step = (size.width() - 2 * margin) / max(len(counts) - 1, 1)
    gap = (size.height() - 2 * margin) / (_MOST_DOTS - 1)
    middle = size.height() / 2
    return [
        [QPointF(margin + index * step, middle + (row - (count - 1) / 2) * gap) for row in range(count)]
        for index, count in enumerate(counts)
    ]
