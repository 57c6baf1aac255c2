"""Heads of layers and menus show a small curve of an activation function."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPen, QPolygonF

from gui.toolkit.drawing.pixmaps import transparent_pixmap

_REACH = 4.0
_SAMPLES = 33


@lru_cache(maxsize=32)
def _shape(name: str) -> tuple[tuple[float, float], ...]:
    """Points (x, y) in 0..1, y upwards; softmax, which is no function of one number, is drawn as a logistic curve."""
    from engine.spec.activations import ACTIVATIONS

    net_inputs = np.linspace(-_REACH, _REACH, _SAMPLES)
    entry = ACTIVATIONS["sigmoid" if ACTIVATIONS[name].compares_units else name]
    if entry.is_radial:  # a unit's answer along a line through its centre
        net_inputs = net_inputs**2 / 2
    values = np.asarray(entry.function(net_inputs), dtype=np.float64)
    low, high = float(values.min()), float(values.max())
    heights = (values - low) / ((high - low) or 1.0)
    return tuple(zip(np.linspace(0.0, 1.0, _SAMPLES).tolist(), heights.tolist(), strict=True))


def draw_activation(painter: QPainter, box: QRectF, name: str, pen: QPen) -> None:
    """Draw the curve of `name` into `box`."""
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    points = [QPointF(box.left() + x * box.width(), box.bottom() - y * box.height()) for x, y in _shape(name)]
    painter.drawPolyline(QPolygonF(points))


def activation_icon(name: str, pen: QPen, side: int, ratio: float) -> QIcon:
    """The curve as an icon of `side` logical pixels for a screen with `ratio` pixels each."""
    pixmap = transparent_pixmap(side, side, ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_activation(painter, QRectF(1, side * 0.2, side - 2, side * 0.6), name, pen)
    painter.end()
    return QIcon(pixmap)
