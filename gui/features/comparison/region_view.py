"""The decision region of one contender with the samples on it, and its axes."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QResizeEvent, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.data.dataset import Dataset
from engine.data.plane import Plane, pixel_centres
from engine.project.race.moment import ContenderMoment, RaceMoment
from gui.toolkit.drawing.colour_scale import class_mixture, diverging_indices, diverging_table
from gui.toolkit.drawing.contour import contour_lines, finite, segments
from gui.toolkit.drawing.pixmaps import transparent_pixmap
from gui.toolkit.drawing.unit_scale import output_scale
from gui.toolkit.plots.plane_axes import margins, paint_axes
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.class_marks import class_mark
from gui.words.notation import Notation
from gui.words.plot_names import axis_name

MOST_POINTS = 1500
_FEW, _RADIUS_FEW, _RADIUS_MANY = 30, 5.0, 2.8


class RegionView(View, QWidget):
    """Drawn square, as large as there is room, the y axis pointing up."""

    def __init__(self, themes: ThemeManager, notation: Notation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notation = notation
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(96, 84))
        self._themes = themes
        self.waiting_text = ""  # what stands in place of a region that is not known yet
        self._moment: RaceMoment | None = None
        self._contender: ContenderMoment | None = None
        self._points: QPixmap | None = None
        self._image: QImage | None = None
        self._line = QPainterPath()  # the border, in the plane's own units
        self.follow_themes(themes)

    def apply_theme(self, theme: Theme) -> None:
        self._redraw()

    def show_moment(self, moment: RaceMoment | None, contender: ContenderMoment | None) -> None:
        """Draw the region of `contender`; None draws nothing."""
        if moment is None or self._moment is None or moment.data is not self._moment.data:
            self._points = None
        self._moment, self._contender = moment, contender
        self._redraw(points=False)

    def position_of(self, x: float, y: float) -> QPointF:
        """Where the point (x, y) of the plane lies in the widget."""
        return self._to_pixels().map(QPointF(x, y))

    def _to_pixels(self) -> QTransform:
        assert self._moment is not None
        assert self._moment.plane is not None
        plane, area = self._moment.plane, self.area()
        (left, right), (bottom, top) = plane.x_range, plane.y_range
        scaled = QTransform.fromTranslate(area.left(), area.bottom())
        scaled.scale(area.width() / (right - left), -area.height() / (top - bottom))
        return scaled.translate(-left, -bottom)

    def area(self) -> QRectF:
        """The square that holds the picture, in the middle of what the axes leave."""
        left, below = margins(self._themes.theme)
        side = float(min(self.width() - left, self.height() - below)) - 2
        return QRectF((self.width() - left - side) / 2 + left, (self.height() - below - side) / 2, side, side)

    def _redraw(self, points: bool = True) -> None:
        if points:
            self._points = None
        self._image = None
        moment, contender = self._moment, self._contender
        if moment is not None and moment.plane is not None and contender is not None and contender.region is not None:
            data, region = moment.data, finite(contender.region)
            self._image = _picture(region, data, self._themes)
            # On the threshold everywhere, the border is nothing but rounding.
            self._line = QPainterPath() if contender.undecided else _border(region, data, moment.plane)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._points is None and self._image is not None and self._moment is not None:
            self._points = self._painted_points(self._moment.data)
        self._paint(QPainter(self), self._points)

    def paint_on(self, painter: QPainter) -> None:
        """Paint everything, the points too as areas."""
        self._paint(painter, None)

    def _paint(self, painter: QPainter, points: QPixmap | None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        theme, area = self._themes.theme, self.area()
        if self._image is not None and self._moment is not None:
            painter.drawImage(area, self._image)
            self._paint_border(painter)
            if points is None:
                self._paint_points(painter, self._moment.data)
            else:
                painter.drawPixmap(QPointF(0, 0), points)
        else:
            painter.setPen(QColor(theme.muted))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.waiting_text)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.hairline), 1))
        painter.drawRect(area)
        if self._image is not None and self._moment is not None and self._moment.plane is not None:
            names = [axis_name(self._moment.data, self._moment.plane, axis, self._notation) for axis in (0, 1)]
            paint_axes(painter, area, self._moment.plane, names, theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._points = None

    def _paint_border(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._themes.theme.text), 1.6 * self._themes.theme.scale))
        painter.drawPath(self._to_pixels().map(self._line))

    def _painted_points(self, data: Dataset) -> QPixmap:
        """The samples on a transparent picture: they stay while the region changes."""
        ratio = self.devicePixelRatioF()
        pixmap = transparent_pixmap(self.width(), self.height(), ratio)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_points(painter, data)
        painter.end()
        return pixmap

    def _paint_points(self, painter: QPainter, data: Dataset) -> None:
        theme, to_pixels = self._themes.theme, self._to_pixels()
        step = max(1, data.n_samples // MOST_POINTS)
        inputs, labels = data.raw_inputs[::step], data.labels()[::step]
        radius = theme.scale * (_RADIUS_FEW if len(inputs) <= _FEW else _RADIUS_MANY)
        painter.setPen(QPen(QColor("#ffffff"), 0.7))
        for label in np.unique(labels):
            path = QPainterPath()
            path.setFillRule(Qt.FillRule.WindingFill)
            for x, y in inputs[labels == label]:
                path.addPath(class_mark(int(label), to_pixels.map(QPointF(x, y)), radius))
            painter.setBrush(QColor(theme.class_colour(int(label))))
            painter.drawPath(path)


def _picture(region: NDArray[np.float64], data: Dataset, themes: ThemeManager) -> QImage:
    """The outputs as colours, highest y first."""
    if data.task == "classes":
        low, high = data.target_codes
        colours = class_mixture((region - low) / ((high - low) or 1.0), themes.theme)
    else:
        scale = output_scale(data, 0)
        colours = diverging_table(themes.theme)[diverging_indices(region[:, :, 0], scale.middle, scale.span)]
    pixels = np.ascontiguousarray(colours[::-1])
    image = QImage(pixels.data, pixels.shape[1], pixels.shape[0], 4 * pixels.shape[1], QImage.Format.Format_RGBA8888)
    return image.copy()  # the array goes


def _border(region: NDArray[np.float64], data: Dataset, plane: Plane) -> QPainterPath:
    """Where the output crosses the threshold; nothing for several outputs."""
    if region.shape[2] > 1:
        return QPainterPath()
    x, y = pixel_centres(plane.x_range, region.shape[1]), pixel_centres(plane.y_range, region.shape[0])
    line = contour_lines(np.ascontiguousarray(region[:, :, 0]) - output_scale(data, 0).middle, x, y)
    path: QPainterPath = pg.arrayToQPath(*segments(*line), connect="pairs")
    return path
