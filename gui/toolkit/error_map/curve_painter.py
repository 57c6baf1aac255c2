"""This module paints the error over one weight as a curve, as textbooks draw it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QTransform

from gui.toolkit.error_map.map_painter import AxisTexts, paint_marker, ticks
from gui.toolkit.error_map.picture import SurfacePicture
from gui.toolkit.theme import Theme
from gui.words.plot_numbers import tick_texts

_RIM = 0.05  # of the height, below the least error and above the largest
_TANGENT = 55.0  # pixels, of the line that shows the slope


class CurvePainter:
    """Paints a picture of one axis into `room`; upwards is the error, whatever a point's second coordinate is."""

    def __init__(self, room: QRectF, picture: SurfacePicture, theme: Theme, font: QFont) -> None:
        self._picture, self._theme = picture, theme
        self._font = QFont(font)
        self._font.setPixelSize(theme.letters(11))
        self._metrics = QFontMetricsF(self._font)
        height, letter = self._metrics.height(), self._metrics.averageCharWidth()
        self.area = room.adjusted(8 * letter + 2 * height, height, -2 * height, -2.6 * height)

    @property
    def to_pixels(self) -> QTransform:
        """From coordinates of the plane to pixels; the second one leads nowhere."""
        area, shown = self.area, self._picture.area
        turned = QTransform.fromTranslate(area.left(), area.bottom())
        turned.scale(area.width() / (shown.first[1] - shown.first[0]), -area.height() / (2 * shown.half))
        return turned.translate(-shown.first[0], -float(self._picture.surface.place[1]))

    def pixel(self, first: float, _second: float) -> QPointF:
        """Where a point of the plane appears: on the curve."""
        surface = self._picture.surface
        return self._at(first, float(np.interp(first, surface.first, surface.losses[:, 0])))

    def paint(self, painter: QPainter, texts: AxisTexts, cursor: tuple[float, float] | None = None) -> None:
        """Paint everything; `cursor` is where the keyboard stands."""
        painter.setFont(self._font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axes(painter, texts)
        painter.save()
        painter.setClipRect(self.area)
        surface, scale = self._picture.surface, self._theme.scale
        painter.setPen(QPen(QColor(self._theme.accent), 2.2 * scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._curve())
        at = self._at(float(surface.place[0]), surface.loss)
        self._paint_tangent(painter, at)
        paint_marker(painter, at, self._theme)
        if cursor is not None:
            x = self._at(cursor[0], 0.0).x()
            painter.setPen(QPen(QColor(self._theme.text), 1.4 * scale, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, self.area.top()), QPointF(x, self.area.bottom()))
        painter.restore()

    def _at(self, first: float, loss: float) -> QPointF:
        area, shown = self.area, self._picture.area
        share = float(self._picture.scale.shares(loss))
        across = (first - shown.first[0]) / (shown.first[1] - shown.first[0])
        return QPointF(
            area.left() + across * area.width(), area.bottom() - (_RIM + share * (1 - 2 * _RIM)) * area.height()
        )

    def _curve(self) -> QPainterPath:
        path, is_drawn = QPainterPath(), False
        for first, loss in zip(self._picture.surface.first, self._picture.surface.losses[:, 0], strict=True):
            if not np.isfinite(loss):
                is_drawn = False
                continue
            point = self._at(float(first), float(loss))
            if is_drawn:
                path.lineTo(point)
            else:
                path.moveTo(point)
            is_drawn = True
        return path

    def _paint_tangent(self, painter: QPainter, at: QPointF) -> None:
        """The slope at the marker, from the exact gradient; on a logarithmic scale that of the curve drawn."""
        surface, step = self._picture.surface, 1e-4 * self._picture.area.half
        if surface.descent is None or not np.isfinite(surface.descent[0]):
            return
        along = surface.plane.axes[0]
        slope = -float(surface.descent[0] * (along @ along)) * self._picture.moment.data.n_samples
        beside = self._at(float(surface.place[0]) + step, surface.loss + slope * step)
        way = beside - at
        length = float(np.hypot(way.x(), way.y()))
        if length > 0:
            unit = way * (_TANGENT * self._theme.scale / length)
            painter.setPen(QPen(QColor(self._theme.negative), 2.4 * self._theme.scale))
            painter.drawLine(at - unit, at + unit)

    def _paint_axes(self, painter: QPainter, texts: AxisTexts) -> None:
        area, metrics, theme = self.area, self._metrics, self._theme
        flags, height = Qt.AlignmentFlag, metrics.height()
        grid, muted = QPen(QColor(theme.grid), theme.scale), QColor(theme.muted)
        across = ticks(*self._picture.area.first, most=max(2, int(area.width() / (8 * metrics.averageCharWidth()))))
        for value, text in zip(across, tick_texts(across), strict=True):
            x = self._at(value, 0.0).x()
            painter.setPen(grid)
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            painter.setPen(muted)
            place = QRectF(x - 60, area.bottom() + 3, 120, height)
            painter.drawText(place, int(flags.AlignHCenter | flags.AlignTop), text)
        free = area.bottom() + height
        levels = self._picture.scale.levels()
        for value, text in zip(levels, tick_texts(levels), strict=True):
            y = self._at(0.0, value).y()
            painter.setPen(grid)
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            if y + height <= free:
                free = y
                painter.setPen(muted)
                place = QRectF(area.left() - 126, y - height / 2, 120, height)
                painter.drawText(place, int(flags.AlignRight | flags.AlignVCenter), text)
        painter.setPen(QPen(muted, theme.scale))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.drawLine(area.bottomLeft(), area.topLeft())
        painter.setPen(QColor(theme.text))
        painter.drawText(
            QRectF(area.left(), area.bottom() + height + 4, area.width(), height * 1.2),
            int(flags.AlignCenter),
            texts.first,
        )
        painter.save()
        painter.translate(area.left() - 6.6 * metrics.averageCharWidth() - height, area.center().y())
        painter.rotate(-90)
        beside = QRectF(-area.height() / 2, -height * 0.6, area.height(), height * 1.2)
        painter.drawText(beside, int(flags.AlignCenter), texts.error)
        painter.restore()
