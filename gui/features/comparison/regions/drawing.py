"""This module draws a contender's decision region: in any thread, so that the window only paints it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from engine.data.dataset import Dataset
from engine.data.plane import Plane, pixel_centres
from engine.project.race.moment import ContenderMoment, RaceMoment
from gui.toolkit.drawing.colour_scale import class_mixture, diverging_indices, diverging_table
from gui.toolkit.drawing.contour import contour_lines, finite
from gui.toolkit.drawing.unit_scale import output_scale
from gui.toolkit.theme import Theme


@dataclass(frozen=True)
class Canvas:
    """What regions are drawn for: a square of `side` pixels of a screen that has `ratio` of them for each unit."""

    theme: Theme
    side: int
    ratio: float


@dataclass(frozen=True, eq=False)
class RegionDrawing:
    """A region with its border as it stands on the canvas, pixel by pixel."""

    canvas: Canvas
    image: QImage


def draw_region(moment: RaceMoment, contender: ContenderMoment, canvas: Canvas) -> RegionDrawing | None:
    """The region of one contender; None where there is no plane."""
    if moment.plane is None or contender.region is None or canvas.side < 1:
        return None
    whole = QImage(canvas.side, canvas.side, QImage.Format.Format_RGB32)
    square = QRectF(0, 0, canvas.side, canvas.side)
    painter = QPainter(whole)
    paint_region(painter, square, moment, contender, canvas.theme, canvas.ratio)
    painter.end()
    whole.setDevicePixelRatio(canvas.ratio)
    return RegionDrawing(canvas, whole)


def draw_regions(moment: RaceMoment, canvas: Canvas) -> dict[str, RegionDrawing]:
    """Those of all contenders that have one, by name."""
    drawn = {each.name: draw_region(moment, each, canvas) for each in moment.contenders}
    return {name: drawing for name, drawing in drawn.items() if drawing is not None}


def paint_region(  # noqa: PLR0917
    painter: QPainter, area: QRectF, moment: RaceMoment, contender: ContenderMoment, theme: Theme, ratio: float = 1.0
) -> None:
    """Paint the outputs as colours into `area`, and the border over them."""
    if moment.plane is None or contender.region is None:
        return
    region = finite(contender.region)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(area, _image(region, moment.data, theme))
    if contender.undecided:
        return  # on the threshold everywhere, the border is nothing but rounding
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.text), 1.6 * theme.scale * ratio))
    painter.drawPath(to_pixels(moment.plane, area).map(_border(region, moment.data, moment.plane)))


def to_pixels(plane: Plane, area: QRectF) -> QTransform:
    """From the plane's own units to where `area` shows them."""
    (left, right), (bottom, top) = plane.x_range, plane.y_range
    scaled = QTransform.fromTranslate(area.left(), area.bottom())
    scaled.scale(area.width() / (right - left), -area.height() / (top - bottom))
    return scaled.translate(-left, -bottom)


def _image(region: NDArray[np.float64], data: Dataset, theme: Theme) -> QImage:
    if data.task == "classes":
        low, high = data.target_codes
        colours = class_mixture((region - low) / ((high - low) or 1.0), theme)
    else:
        scale = output_scale(data, 0)
        colours = diverging_table(theme)[diverging_indices(region[:, :, 0], scale.middle, scale.span)]
    pixels = np.ascontiguousarray(colours[::-1])
    image = QImage(pixels.data, pixels.shape[1], pixels.shape[0], 4 * pixels.shape[1], QImage.Format.Format_RGBA8888)
    return image.copy()  # the array goes


def _border(region: NDArray[np.float64], data: Dataset, plane: Plane) -> QPainterPath:
    """Where the output crosses the threshold; nothing for several outputs."""
    if region.shape[2] > 1:
        return QPainterPath()
    x, y = pixel_centres(plane.x_range, region.shape[1]), pixel_centres(plane.y_range, region.shape[0])
    line = contour_lines(np.ascontiguousarray(region[:, :, 0]) - output_scale(data, 0).middle, x, y)
    path: QPainterPath = pg.arrayToQPath(*line, connect="finite")
    return path
