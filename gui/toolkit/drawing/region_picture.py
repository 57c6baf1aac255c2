"""This module makes pictures of a decision region: its colours, its border, and the samples on it."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from engine.data.dataset import Dataset
from engine.data.plane import Plane, pixel_centres
from gui.toolkit.drawing.colour_scale import class_mixture, diverging_indices, diverging_table
from gui.toolkit.drawing.contour import contour_lines
from gui.toolkit.drawing.pixmaps import image_of
from gui.toolkit.drawing.unit_scale import output_scale
from gui.toolkit.theme import Theme
from gui.words.class_marks import class_mark

MOST_POINTS = 1500
_FEW, _RADIUS_FEW, _RADIUS_MANY = 30, 5.0, 2.8


def to_pixels(plane: Plane, area: QRectF) -> QTransform:
    """From the plane's own units to where `area` shows them."""
    (left, right), (bottom, top) = plane.x_range, plane.y_range
    scaled = QTransform.fromTranslate(area.left(), area.bottom())
    scaled.scale(area.width() / (right - left), -area.height() / (top - bottom))
    return scaled.translate(-left, -bottom)


def region_image(region: NDArray[np.float64], data: Dataset, theme: Theme) -> QImage:
    """The outputs (rows, columns, n_outputs), lowest y first, as colours."""
    if data.task == "classes":
        low, high = data.target_codes
        colours = class_mixture((region - low) / ((high - low) or 1.0), theme)
    else:
        scale = output_scale(data, 0)
        colours = diverging_table(theme)[diverging_indices(region[:, :, 0], scale.middle, scale.span)]
    return image_of(colours[::-1])


def region_border(region: NDArray[np.float64], data: Dataset, plane: Plane) -> QPainterPath:
    """Where the output crosses the threshold; nothing for several outputs."""
    if region.shape[2] > 1:
        return QPainterPath()
    x, y = pixel_centres(plane.x_range, region.shape[1]), pixel_centres(plane.y_range, region.shape[0])
    line = contour_lines(np.ascontiguousarray(region[:, :, 0]) - output_scale(data, 0).middle, x, y)
    path: QPainterPath = pg.arrayToQPath(*line, connect="finite")
    return path


def paint_samples(painter: QPainter, data: Dataset, to_pixels: QTransform, theme: Theme) -> None:
    """Paint the training samples of two inputs as the marks of their classes, not more than can be told apart."""
    step = max(1, data.n_samples // MOST_POINTS)
    inputs, labels = data.raw_inputs[::step], data.labels()[::step]
    radius = theme.scale * (_RADIUS_FEW if len(inputs) <= _FEW else _RADIUS_MANY)
    painter.setPen(QPen(QColor("#ffffff"), 0.7))
    for label in sorted(set(labels.tolist())):
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for x, y in inputs[labels == label]:
            path.addPath(class_mark(int(label), to_pixels.map(QPointF(x, y)), radius))
        painter.setBrush(QColor(theme.class_colour(int(label))))
        painter.drawPath(path)
