"""The weight vector of a unit is an arrow that stands on its boundary line."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from gui.features.decision_region.boundary.line_places import LinePlace

SHORTEST, USUAL = 22.0, 38.0  # pixels, times the theme's scale
LARGEST_SHARE, USUAL_SHARE = 0.75, 0.22  # of the picture's smaller side
_NAME_ROOM = 16.0  # pixels between the tip and the picture's edge, for the name


@dataclass(frozen=True)
class WeightArrow:
    """An arrow in pixels along `way`, one pixel long; `is_true`: its length is that of w, too."""

    foot: QPointF
    tip: QPointF
    way: QPointF
    is_true: bool

    def draw(self, painter: QPainter, colour: str, width: float, border: float, scale: float) -> None:
        """Draw it `border` wider than it is; the shaft is dashed where its length is not that of w."""
        pen = QPen(QColor(colour), (width + border) * scale)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if not self.is_true and not border:
            pen.setDashPattern([2.0, 1.5])
        painter.setPen(pen)
        painter.drawLine(self.foot, self.tip - self.way * 6 * scale)
        back, aside = self.way * 11 * scale, QPointF(-self.way.y(), self.way.x()) * 5 * scale
        painter.setBrush(QColor(colour))
        painter.setPen(QPen(QColor(colour), border * scale) if border else Qt.PenStyle.NoPen)
        painter.drawPolygon(QPolygonF([self.tip, self.tip - back + aside, self.tip - back - aside]))


def arrow_of(place: LinePlace, share: float, picture: QRectF, scale: float) -> WeightArrow:
    """The arrow of w from the point at `share` of the line on; a usual length where w is too short or too long."""
    foot = place.first + (place.second - place.first) * share
    length = math.hypot(place.weights.x(), place.weights.y())
    way = place.weights * (1 / length)
    side = min(picture.width(), picture.height())
    room = picture.adjusted(*(_NAME_ROOM * scale * sign for sign in (1, 1, -1, -1)))
    is_true = SHORTEST * scale <= length <= LARGEST_SHARE * side and room.contains(foot + place.weights)
    drawn = length if is_true else min(USUAL * scale, USUAL_SHARE * side)
    return WeightArrow(foot, foot + way * drawn, way, is_true)
