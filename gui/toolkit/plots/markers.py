"""This module draws the marks of the classes in plots, and as small pictures for legends and buttons."""

from __future__ import annotations

from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap

from gui.toolkit.drawing.pixmaps import transparent_pixmap
from gui.toolkit.theme import Theme

# pyqtgraph's names: circle, square, triangle, diamond, pentagon, star, hexagon, the other triangles.
SHAPES = ("o", "s", "t1", "d", "p", "star", "h", "t", "t3", "t2")
# Drawn at one size they differ in weight: areas are brought near each other.
BRIGHT = 0.75  # from this brightness on, white lines are lost beside a colour
_SIZES = {"o": 1.0, "s": 0.9, "t1": 1.12, "d": 1.18, "p": 1.1, "star": 1.3, "h": 1.1, "t": 1.12, "t2": 1.12, "t3": 1.12}


def class_shape(label: int) -> str:
    """The mark of class `label`."""
    return SHAPES[label % len(SHAPES)]


def shape_size(shape: str, size: float) -> float:
    """How large to draw `shape` so that it weighs as much as a circle of `size`."""
    return _SIZES.get(shape, 1.0) * size


def marker_pixmap(shape: str, fill: str | None, outline: str, size: float, ratio: float, *, width: float) -> QPixmap:
    """The mark on a transparent square of `size` device-independent pixels, sharp at the pixel `ratio`."""
    pixmap, painter = _canvas(size, size, ratio)
    draw_marker(painter, QPointF(size / 2, size / 2), shape, size * 0.68, (fill, outline), width=width)
    painter.end()
    return pixmap


def draw_marker(
    painter: QPainter, centre: QPointF, shape: str, size: float, colours: tuple[str | None, str], *, width: float
) -> None:
    """The mark around `centre`, as heavy as a circle of `size`. colours: of its inside, None for hollow, and rim."""
    fill, outline = colours
    drawn = shape_size(shape, size)
    painter.save()
    painter.translate(centre)
    painter.scale(drawn, drawn)
    painter.setPen(QPen(QColor(outline), width / drawn))
    painter.setBrush(QBrush(QColor(fill)) if fill else Qt.BrushStyle.NoBrush)
    painter.drawPath(Symbols[shape])
    painter.restore()


def line_pixmap(colour: str, size: float, ratio: float, width: float, dashed: bool = False) -> QPixmap:
    """A short piece of a curve for a legend."""
    pixmap, painter = _canvas(size * 1.4, size, ratio)
    pen = QPen(QColor(colour), width, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
    painter.setPen(pen)
    painter.drawLine(QPointF(0, size / 2), QPointF(size * 1.4, size / 2))
    painter.end()
    return pixmap


def edge_colour(fill: str) -> str:
    """The thin line around a point of colour `fill`, which keeps it apart from a region of its own colour."""
    colour = QColor(fill)
    brightness = 0.3 * colour.redF() + 0.59 * colour.greenF() + 0.11 * colour.blueF()
    return "#1b1f24" if brightness > BRIGHT else "#ffffff"


def class_pixmap(label: int, theme: Theme, ratio: float, size: float = 16) -> QPixmap:
    """The mark of class `label` as its training points look."""
    fill = theme.class_colour(label)
    return marker_pixmap(class_shape(label), fill, edge_colour(fill), theme.px(size), ratio, width=1.0)


def _canvas(width: float, height: float, ratio: float) -> tuple[QPixmap, QPainter]:
    pixmap = transparent_pixmap(width, height, ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return pixmap, painter
