"""An item draws the lines over the map, each with its name, its weight vector and handles at its ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from gui.features.decision_region.boundary.line_places import LinePlace
from gui.features.decision_region.boundary.weight_arrow import WeightArrow, arrow_of
from gui.toolkit.theme import Theme


@dataclass(frozen=True)
class DrawnLine:
    """One line as it is to be drawn; `place` in pixels of the viewport."""

    place: LinePlace
    name: str
    colour: str
    is_selected: bool
    foot: float  # share of the line at which the weight vector stands
    with_handles: bool = True
    is_chosen: bool = False  # arrow keys are for it: its handles are filled


class LineItem(QGraphicsObject):
    """Lies over the picture inside the axes, in pixels, so that zooming changes neither widths nor handles."""

    def __init__(self, view: Any) -> None:
        super().__init__()
        self._view = view
        self._lines: tuple[DrawnLine, ...] = ()
        self._origin = QPointF()
        self._theme: Theme | None = None
        self.setParentItem(view)
        self.setZValue(50)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        view.sigResized.connect(lambda _view: self.prepareGeometryChange())

    def show_lines(self, lines: tuple[DrawnLine, ...], origin: QPointF, theme: Theme) -> None:
        """Draw `lines`; `origin` is the viewport's pixel at the top left corner of the picture."""
        if lines or self._lines:
            self._lines, self._origin, self._theme = lines, origin, theme
            self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(self._view.rect())

    def _picture(self) -> QRectF:
        """The picture inside the axes, in pixels of the viewport."""
        return self.boundingRect().translated(self._origin)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        if self._theme is None or not self._lines:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self.boundingRect())
        painter.translate(-self._origin)
        for line in sorted(self._lines, key=lambda line: line.is_selected):
            self._draw(painter, line, self._theme)

    def _draw(self, painter: QPainter, line: DrawnLine, theme: Theme) -> None:
        place, scale = line.place, theme.scale
        arrow = arrow_of(place, line.foot, self._picture(), scale)
        for colour, extra in ((theme.panel, 3.0), (line.colour, 0.0)):
            width = 3.0 if line.is_selected else 2.0
            pen = QPen(QColor(colour), (width + extra) * scale)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLine(place.first, place.second)
            arrow.draw(painter, colour, width, extra, scale)
        painter.setPen(QPen(QColor(line.colour), 2 * scale))
        painter.setBrush(QColor(line.colour if line.is_chosen else theme.panel))
        radius = (6.5 if line.is_selected else 5.0) * scale
        for handle in place.handles if line.with_handles else ():
            painter.drawEllipse(handle, radius, radius)
        self._draw_name(painter, line, arrow, theme)

    def _draw_name(self, painter: QPainter, line: DrawnLine, arrow: WeightArrow, theme: Theme) -> None:
        font = QFont()
        font.setPixelSize(theme.letters(14))
        font.setBold(True)
        painter.setFont(font)
        across, up = painter.fontMetrics().horizontalAdvance(line.name) + 8 * theme.scale, theme.px(19)
        centre = arrow.tip + arrow.way * (up / 2 + 2 * theme.scale)
        patch = QRectF(centre.x() - across / 2, centre.y() - up / 2, across, up)
        area = self._picture()
        patch.moveLeft(min(max(patch.left(), area.left()), area.right() - across))
        patch.moveTop(min(max(patch.top(), area.top()), area.bottom() - up))
        ground = QColor(theme.panel)
        ground.setAlphaF(0.85)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(patch, 4 * theme.scale, 4 * theme.scale)
        painter.setPen(QColor(line.colour))
        painter.drawText(patch, int(Qt.AlignmentFlag.AlignCenter), line.name)
