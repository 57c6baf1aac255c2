"""This module draws a contender's decision region: in any thread, so that the window only paints it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from engine.project.race.moment import ContenderMoment, RaceMoment
from gui.toolkit.drawing.contour import finite
from gui.toolkit.drawing.region_picture import region_border, region_image, to_pixels
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
    painter.drawImage(area, region_image(region, moment.data, theme))
    if contender.undecided:
        return  # on the threshold everywhere, the border is nothing but rounding
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.text), 1.6 * theme.scale * ratio))
    painter.drawPath(to_pixels(moment.plane, area).map(region_border(region, moment.data, moment.plane)))
