"""A data set as a small picture: its points in their class colours and shapes, or its first images."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from engine.data.dataset import Dataset
from gui.toolkit.drawing.pixel_image import image_side, pixel_image
from gui.toolkit.drawing.pixmaps import transparent_pixmap
from gui.toolkit.icons import draw_icon
from gui.toolkit.theme import Theme
from gui.words.class_marks import class_mark

_MOST_POINTS = 150
_DEPTH = np.array([0.42, 0.32])  # how far one unit of the third input shifts a point to the right and up


def draw_thumbnail(dataset: Dataset | None, theme: Theme, side: int, ratio: float) -> QPixmap:
    """A square picture of `side` device-independent pixels; None draws the sign for painting own points."""
    pixmap = draw_tile(theme, side, ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = _area(side)
    if dataset is None or dataset.n_samples == 0:
        draw_icon(painter, area.adjusted(side / 4, side / 4, -side / 4, -side / 4), "points", theme.muted)
    elif (pixels := image_side(dataset)) is not None:
        _draw_images(painter, area, dataset, pixels, theme)
    else:
        _draw_points(painter, area, dataset, theme)
    painter.end()
    return pixmap


def draw_tile(theme: Theme, side: int, ratio: float) -> QPixmap:
    """The bare tile on which a data set is drawn."""
    pixmap = transparent_pixmap(side, side, ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.hairline), 1))
    painter.setBrush(QColor(theme.window))
    painter.drawRoundedRect(_area(side), side / 10, side / 10)
    painter.end()
    return pixmap


def _area(side: int) -> QRectF:
    return QRectF(0.5, 0.5, side - 1, side - 1)


def _draw_images(painter: QPainter, area: QRectF, dataset: Dataset, pixels: int, theme: Theme) -> None:
    """The first four images, two by two."""
    side = 0.42 * area.width()
    gap = (area.width() - 2 * side) / 3
    for index, values in enumerate(dataset.raw_inputs[:4]):
        left = area.left() + gap + (index % 2) * (side + gap)
        top = area.top() + gap + (index // 2) * (side + gap)
        image = pixel_image(values, pixels, QColor(theme.panel), QColor(theme.text))
        painter.drawImage(QRectF(left, top, side, side), image)


def _draw_points(painter: QPainter, area: QRectF, dataset: Dataset, theme: Theme) -> None:
    inputs = dataset.raw_inputs[:_MOST_POINTS]
    if dataset.task == "values" and inputs.shape[1] == 1:
        inputs = np.column_stack([inputs, dataset.raw_targets[:_MOST_POINTS, 0]])  # a curve
    labels = dataset.labels(dataset.raw_targets[:_MOST_POINTS])
    few = len(inputs) <= 16
    radius = area.width() * (0.085 if few else 0.028)
    centres = _on_picture(_on_plane(inputs), area, margin=area.width() * (0.22 if few else 0.1))
    for label in sorted(set(labels.tolist())):
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)  # marks that overlap stay filled
        for x, y in centres[labels == label]:
            path.addPath(class_mark(int(label), QPointF(x, y), radius))
        painter.fillPath(path, QColor(theme.class_colour(int(label))))


def _on_plane(inputs: NDArray[np.float64]) -> NDArray[np.float64]:
    """Points (n, 2): one input lies on a line, three are seen from an angle, of more the first two show."""
    n_inputs = inputs.shape[1]
    if n_inputs == 1:
        return np.column_stack([inputs[:, 0], np.zeros(len(inputs))])
    if n_inputs == 3:
        return np.asarray(inputs[:, :2] / 2 + inputs[:, 2:] * (_DEPTH / 2))
    return inputs[:, :2]


def _on_picture(points: NDArray[np.float64], area: QRectF, margin: float) -> NDArray[np.float64]:
    """`points` fitted into `area`, y upwards; a figure without extent stands in the middle."""
    points = points / 4  # the span of very large numbers is no number
    low, high = points.min(axis=0), points.max(axis=0)
    span = np.where(high > low, high - low, 1.0)
    share = np.where(high > low, (points - low) / span, 0.5)
    size = area.width() - 2 * margin
    left, top = area.left() + margin, area.top() + margin
    return np.column_stack([left + share[:, 0] * size, top + (1 - share[:, 1]) * size])
