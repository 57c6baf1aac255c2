"""A neuron's rim and rounded corners are painted once and then copied over every map."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from gui.toolkit.drawing.pixmaps import transparent_pixmap

_ROUND = 0.18
_FARTHEST_CACHED = 2.0
"""Beyond this zoom few neurons are on screen, and large copies would cost more memory than they save time."""


class NeuronFrame:
    """Paints rims of one size and colour; `paint` copies a picture where it lies on whole pixels' places."""

    def __init__(self, side: float, line: float, rim: QColor, paper: QColor) -> None:
        self._side, self._line, self._rim, self._paper = side, line, rim, paper
        self._corners, self._outline = _paths(side)
        self._pixmap: QPixmap | None = None
        self._made_for = 0.0

    @property
    def key(self) -> tuple[float, float, int, int]:
        """What the rim looks like."""
        return self._side, self._line, self._rim.rgba(), self._paper.rgba()

    def paint(self, painter: QPainter, rect: QRectF, on_screen: bool) -> None:
        """Paint the rim of the neuron at `rect`; elsewhere than on screen as paths, which stay sharp."""
        zoom = painter.worldTransform().m11() * painter.device().devicePixelRatio()
        if on_screen and zoom <= _FARTHEST_CACHED * painter.device().devicePixelRatio():
            painter.drawPixmap(rect.topLeft() - QPointF(self._margin, self._margin), self._pixmap_at(zoom))
            return
        painter.save()
        painter.translate(rect.topLeft())
        self._draw(painter)
        painter.restore()

    @property
    def _margin(self) -> float:
        return math.ceil(self._line)

    def _pixmap_at(self, zoom: float) -> QPixmap:
        if self._pixmap is None or zoom != self._made_for:
            side = math.ceil((self._side + 2 * self._margin) * zoom) / zoom
            pixmap = transparent_pixmap(side, side, zoom)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(self._margin, self._margin)
            self._draw(painter)
            painter.end()
            self._pixmap, self._made_for = pixmap, zoom
        return self._pixmap

    def _draw(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._paper)
        painter.drawPath(self._corners)
        painter.setPen(QPen(self._rim, self._line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._outline)


def _paths(side: float) -> tuple[QPainterPath, QPainterPath]:
    """What lies between a square and the same with rounded corners, and the rim of the latter."""
    square = QRectF(0, 0, side, side)
    outline, corners = QPainterPath(), QPainterPath()
    outline.addRoundedRect(square, side * _ROUND, side * _ROUND)
    corners.addRect(square.adjusted(-0.5, -0.5, 0.5, 0.5))
    return corners.subtracted(outline), outline
