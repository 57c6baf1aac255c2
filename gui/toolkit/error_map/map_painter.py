"""This module paints the surface as a map: colours, lines of equal error, the run's path, minima and saddles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from engine.analysis.surface.critical_points import CriticalPoint
from gui.toolkit.drawing.error_scale import ErrorScale, error_colours
from gui.toolkit.drawing.pixmaps import image_of
from gui.toolkit.error_map.picture import SurfacePicture, Track
from gui.toolkit.labels.cover import draw_hatch
from gui.toolkit.theme import Theme
from gui.words.plot_numbers import tick_texts

MARKER = 6.5  # radius in pixels
_ARROW = 46.0  # pixels
_BAR = 14.0
_NUMBER = 6.5  # letters that an axis has room for, so that the map stands still while its numbers change
_LIGHT, _INK = QColor("#ffffff"), QColor("#101418")
_FAINT = 90


@dataclass(frozen=True)
class AxisTexts:
    """What is written beside the axes and at the colour bar."""

    first: str
    second: str
    error: str


class MapPainter:
    """Paints a picture into `room`; `area` is the square of the map in it.

    colours: of the paths, the picture's own and those of the runs beside it; where there is none beside it, ().
    """

    def __init__(
        self, room: QRectF, picture: SurfacePicture, theme: Theme, font: QFont, colours: Sequence[str] = ()
    ) -> None:
        self._picture, self._theme, self._colours = picture, theme, colours
        self._font = QFont(font)
        self._font.setPixelSize(theme.letters(11))
        self._metrics = QFontMetricsF(self._font)
        self.area = _square(room, self._metrics, picture.scale)

    @property
    def to_pixels(self) -> QTransform:
        """From coordinates of the plane to pixels."""
        area, shown = self.area, self._picture.area
        turned = QTransform.fromTranslate(area.left(), area.bottom())
        turned.scale(
            area.width() / (shown.first[1] - shown.first[0]), -area.height() / (shown.second[1] - shown.second[0])
        )
        return turned.translate(-shown.first[0], -shown.second[0])

    def pixel(self, first: float, second: float) -> QPointF:
        """Where a point of the plane appears."""
        return self.to_pixels.map(QPointF(first, second))

    def paint(self, painter: QPainter, texts: AxisTexts, cursor: tuple[float, float] | None = None) -> None:
        """Paint everything; `cursor` is where the keyboard stands."""
        painter.setFont(self._font)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_surface(painter)
        painter.save()
        painter.setClipRect(self.area)
        self._paint_lines(painter)
        if self._colours:
            self._paint_others(painter)
        else:
            self._paint_track(painter, self._picture.track)
        for point in self._picture.surface.points or ():
            self._paint_point(painter, point)
        self._paint_descent(painter)
        if not self._colours:
            self._paint_marker(painter)
        if cursor is not None:
            self._paint_cursor(painter, self.pixel(*cursor))
        painter.restore()
        self._paint_axes(painter, texts)
        self._paint_bar(painter, texts)

    # ------------------------------------------------------------------ the map

    def _paint_surface(self, painter: QPainter) -> None:
        image, area = self._picture.image, self.area
        if self._picture.unknown_share > 0:
            draw_hatch(painter, area, self._theme)
        painter.save()
        painter.setClipRect(area)
        across, up = area.width() / (image.width() - 1), area.height() / (image.height() - 1)
        # The errors are those at the middles of the pixels, and the outer ones are at the rim of the area.
        painter.drawImage(area.adjusted(-across / 2, -up / 2, across / 2, up / 2), image)
        painter.restore()

    def _paint_lines(self, painter: QPainter) -> None:
        pen = QPen(QColor(255, 255, 255, 110), 0.9 * self._theme.scale)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self.to_pixels.map(self._picture.lines))

    def _paint_track(self, painter: QPainter, track: Track) -> None:
        scale = self._theme.scale
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(255, 255, 255, _FAINT), 1.2 * scale, Qt.PenStyle.DotLine))
        painter.drawPath(self.to_pixels.map(track.to_come))
        done = self.to_pixels.map(track.done)
        for colour, width in ((_INK, 3.6), (_LIGHT, 1.8)):
            painter.setPen(QPen(colour, width * scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPath(done)
        if len(track.places) > 1:
            start = self.pixel(*track.places[0])
            painter.setPen(QPen(_INK, scale))
            painter.setBrush(_LIGHT)
            painter.drawRect(QRectF(start.x() - 3 * scale, start.y() - 3 * scale, 6 * scale, 6 * scale))

    def _paint_others(self, painter: QPainter) -> None:
        """All ways in their colours, each with a dot where the run stands; the picture's own last, its dot larger."""
        tracks, scale = (self._picture.track, *self._picture.others), self._theme.scale
        ground = QColor(self._theme.panel)
        for place in reversed(range(len(tracks))):
            colour, way = QColor(self._colours[place]), self.to_pixels.map(tracks[place].done)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for pen, width in ((ground, 4.0), (colour, 2.0)):
                painter.setPen(QPen(pen, width * scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
                painter.drawPath(way)
            at, radius = tracks[place].places[-1], (MARKER if place == 0 else MARKER * 0.7) * scale
            if np.isfinite(at).all():
                painter.setPen(QPen(ground, 1.6 * scale))
                painter.setBrush(colour)
                painter.drawEllipse(self.pixel(*at), radius, radius)

    def _paint_point(self, painter: QPainter, point: CriticalPoint) -> None:
        paint_point(painter, self.pixel(point.first, point.second), point.kind, self._theme.scale)

    def _paint_descent(self, painter: QPainter) -> None:
        """The way down: −gradient as it points in the plane, always of one length; nothing where it is 0.

        Both axes have the same scale: it is at right angles to the lines of equal error.
        """
        way, scale = self._picture.way_down, self._theme.scale
        if way is None:
            return
        start, unit = self.pixel(*self._picture.surface.place), QPointF(way[0], -way[1])
        for colour, width in ((_INK, 4.6), (QColor(self._theme.negative), 2.6)):
            painter.setPen(QPen(colour, width * scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(_arrow(start, start + unit * (_ARROW * scale), unit, scale))

    def _paint_marker(self, painter: QPainter) -> None:
        paint_marker(painter, self.pixel(*self._picture.surface.place), self._theme)

    def _paint_cursor(self, painter: QPainter, at: QPointF) -> None:
        reach = 11 * self._theme.scale
        for colour, width in ((_INK, 3.4), (_LIGHT, 1.6)):
            painter.setPen(QPen(colour, width * self._theme.scale))
            painter.drawLine(at - QPointF(reach, 0), at + QPointF(reach, 0))
            painter.drawLine(at - QPointF(0, reach), at + QPointF(0, reach))

    # ------------------------------------------------------------------ around it

    def _paint_axes(self, painter: QPainter, texts: AxisTexts) -> None:
        area, shown, metrics = self.area, self._picture.area, self._metrics
        flags, height = Qt.AlignmentFlag, metrics.height()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._theme.muted), self._theme.scale))
        painter.drawRect(area)
        across = ticks(*shown.first, most=max(2, int(area.width() / (8 * metrics.averageCharWidth()))))
        for value, text in zip(across, tick_texts(across), strict=True):
            at = self.pixel(value, shown.second[0])
            painter.drawLine(at, at + QPointF(0, 4))
            place = QRectF(at.x() - 60, at.y() + 4, 120, height)
            painter.drawText(place, int(flags.AlignHCenter | flags.AlignTop), text)
        upwards = ticks(*shown.second, most=max(2, int(area.height() / (2.2 * height))))
        for value, text in zip(upwards, tick_texts(upwards), strict=True):
            at = self.pixel(shown.first[0], value)
            painter.drawLine(at, at - QPointF(4, 0))
            place = QRectF(at.x() - 126, at.y() - height / 2, 120, height)
            painter.drawText(place, int(flags.AlignRight | flags.AlignVCenter), text)
        painter.setPen(QColor(self._theme.text))
        below = QRectF(area.left() - 40, area.bottom() + height + 5, area.width() + 80, height * 1.2)
        painter.drawText(below, int(flags.AlignCenter), texts.first)
        painter.save()
        painter.translate(area.left() - _NUMBER * metrics.averageCharWidth() - height * 1.3, area.center().y())
        painter.rotate(-90)
        beside = QRectF(-area.height() / 2 - 40, -height * 0.6, area.height() + 80, height * 1.2)
        painter.drawText(beside, int(flags.AlignCenter), texts.second)
        painter.restore()

    def _paint_bar(self, painter: QPainter, texts: AxisTexts) -> None:
        area, scale, height = self.area, self._picture.scale, self._metrics.height()
        bar = QRectF(area.right() + 12, area.top(), _BAR * self._theme.scale, area.height())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)  # costs more than the whole map
        painter.drawImage(bar, _bar_image())
        painter.setPen(QPen(QColor(self._theme.muted), self._theme.scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bar)
        flags, free = Qt.AlignmentFlag, area.bottom() + height
        for value, text in zip(scale.levels(), tick_texts(scale.levels()), strict=True):
            y = bar.bottom() - float(scale.shares(value)) * bar.height()
            if y + height > free:
                continue
            free = y
            painter.drawLine(QPointF(bar.right(), y), QPointF(bar.right() + 3, y))
            place = QRectF(bar.right() + 6, y - height / 2, 120, height)
            painter.drawText(place, int(flags.AlignLeft | flags.AlignVCenter), text)
        painter.setPen(QColor(self._theme.text))
        title = QRectF(bar.left() - 60, area.bottom() + height + 5, 120 + bar.width(), height * 1.2)
        painter.drawText(title, int(flags.AlignCenter), texts.error)


def paint_marker(painter: QPainter, at: QPointF, theme: Theme) -> None:
    """Where the run stands at the moment on show."""
    painter.setPen(QPen(_INK, 1.6 * theme.scale))
    painter.setBrush(QColor(theme.negative))
    painter.drawEllipse(at, MARKER * theme.scale, MARKER * theme.scale)


def paint_point(painter: QPainter, at: QPointF, kind: str, scale: float) -> None:
    """A minimum is a triangle that points down, a saddle a cross."""
    reach = 6 * scale
    if kind == "minimum":
        painter.setPen(QPen(_INK, 1.4 * scale))
        painter.setBrush(_LIGHT)
        corners = (QPointF(-reach, -reach), QPointF(reach, -reach), QPointF(0, reach))
        painter.drawPolygon(QPolygonF([at + corner for corner in corners]))
        return
    for colour, width in ((_INK, 4.2), (_LIGHT, 2.0)):
        painter.setPen(QPen(colour, width * scale))
        for side in (QPointF(reach, reach), QPointF(reach, -reach)):
            painter.drawLine(at - side, at + side)


def ticks(low: float, high: float, most: int = 8) -> list[float]:
    """Round numbers from `low` to `high`, at most about `most` of them."""
    span = high - low
    if not (np.isfinite(span) and span > 0):
        return []
    decade = 10.0 ** np.floor(np.log10(span / most))
    step = next(float(each * decade) for each in (1.0, 2.0, 5.0, 10.0) if each * decade * most >= span * (1 - 1e-9))
    return [number * step for number in range(int(np.ceil(low / step - 1e-9)), int(np.floor(high / step + 1e-9)) + 1)]


def _square(room: QRectF, metrics: QFontMetricsF, scale: ErrorScale) -> QRectF:
    """The largest square in `room` that leaves its axes and the colour bar their room, in the middle."""
    height, letter = metrics.height(), metrics.averageCharWidth()
    widest = max([_NUMBER * letter, *(metrics.horizontalAdvance(text) for text in tick_texts(scale.levels()))])
    left, right = _NUMBER * letter + 2 * height, 12 + 1.6 * _BAR + widest + 8
    inner = room.adjusted(left, height * 0.8, -right, -2.8 * height)
    side = max(20.0, min(inner.width(), inner.height()))
    across, down = (max(0.0, room_left / 2) for room_left in (inner.width() - side, inner.height() - side))
    return QRectF(inner.left() + across, inner.top() + down, side, side)


def _arrow(start: QPointF, end: QPointF, unit: QPointF, scale: float) -> QPainterPath:
    path = QPainterPath(start)
    path.lineTo(end)
    aside = QPointF(-unit.y(), unit.x())
    for side in (aside, -aside):
        path.moveTo(end)
        path.lineTo(end - unit * (9 * scale) + side * (5 * scale))
    return path


@lru_cache(maxsize=1)
def _bar_image() -> QImage:
    return image_of(error_colours()[::-1].reshape(-1, 1, 4))
