"""This module draws a box in space with its axes, for pictures in space without a graphics card."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from gui.toolkit.drawing.camera import FILLING, Box, Camera
from gui.toolkit.theme import Theme
from gui.words.plot_numbers import tick_texts

Floats = NDArray[np.float64]

_CORNERS = np.array(list(product((-1.0, 1.0), repeat=3)))
_EDGES = [(i, i | bit) for i in range(8) for bit in (1, 2, 4) if not i & bit]


class BoxPainter:
    """Draws into `area` as `camera` sees it; what is in the box is drawn by those that derive from it."""

    def __init__(self, painter: QPainter, area: QRectF, camera: Camera, theme: Theme) -> None:
        self.painter, self.camera, self.theme = painter, camera, theme
        self._area, self._centre = area, area.center()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def pixels(self, units: Floats) -> list[QPointF]:
        """Where points (n, 3) in units of the box appear."""
        return pixels_of(units, self.camera, self._area)

    def in_pixels(self, seen: Floats) -> Floats:
        """Places (…, 2) as the camera sees them, right and up, in pixels."""
        side, centre = side_of(self._area), self._area.center()
        return np.asarray(seen * (side, -side) + (centre.x(), centre.y()))

    def draw_box(self) -> None:
        """The edges of the box; those behind it dotted."""
        corners = self.pixels(_CORNERS)
        depth = self.camera.project(_CORNERS)[:, 2]
        hidden = int(np.argmin(depth))
        for first, second in _EDGES:
            style = Qt.PenStyle.DotLine if hidden in (first, second) else Qt.PenStyle.SolidLine
            self.painter.setPen(QPen(QColor(self.theme.hairline), self.theme.scale, style))
            self.painter.drawLine(corners[first], corners[second])

    def draw_axes(self, box: Box, names: Sequence[str], ticks: Sequence[Sequence[float]]) -> None:
        """Each axis along the edge of the box that is lowest on the screen, or leftmost for the upright one."""
        for axis in range(3):
            first, second = self._axis_edge(axis)
            start, end = self.pixels(np.array([first, second]))
            away = (start + end) * 0.5 - self._centre
            length = max(1.0, float(np.hypot(away.x(), away.y())))
            aside = away * (15 * self.theme.scale / length)
            self.painter.setPen(QPen(QColor(self.theme.muted), 1.4 * self.theme.scale))
            self.painter.drawLine(start, end)
            is_upright = axis == 2
            name_at = end - QPointF(0, 16 * self.theme.scale) if is_upright else (start + end) * 0.5 + aside * 2.3
            self.write(name_at, names[axis], 13, bold=True)
            values = list(dict.fromkeys(ticks[axis]))
            for value, text in zip(values, tick_texts(values), strict=True):
                low, high = box.low[axis], box.high[axis]
                at = start + (end - start) * ((value - low) / (high - low))
                self.write(at + aside * 0.85, text, 11, bold=False)

    def _axis_edge(self, axis: int) -> tuple[Floats, Floats]:
        others = [k for k in range(3) if k != axis]
        edges = np.zeros((4, 2, 3))
        edges[:, :, others] = np.array(list(product((-1.0, 1.0), repeat=2)))[:, np.newaxis]
        edges[:, 0, axis], edges[:, 1, axis] = -1.0, 1.0
        seen = self.camera.project(edges.mean(axis=1))
        first, second = edges[np.lexsort((-seen[:, 2], seen[:, 0 if axis == 2 else 1]))[0]]
        return first, second

    def write(self, at: QPointF, text: str, size: float, bold: bool) -> None:
        """A text around `at`."""
        font = QFont()
        font.setPixelSize(self.theme.letters(size))
        font.setBold(bold)
        self.painter.setFont(font)
        self.painter.setPen(QColor(self.theme.text if bold else self.theme.muted))
        room = QRectF(at.x() - 60, at.y() - 12, 120, 24)
        self.painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), text)


def pixels_of(units: Floats, camera: Camera, area: QRectF) -> list[QPointF]:
    """Where points (n, 3) in units of the box appear in `area`."""
    side = side_of(area)
    return [area.center() + QPointF(x * side, -y * side) for x, y, _ in camera.project(units).tolist()]


def side_of(area: QRectF) -> float:
    """Half a side of the box in pixels."""
    return min(area.width(), area.height()) * FILLING
