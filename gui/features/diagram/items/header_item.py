"""The head of a column shows name, number of units with − and +, activation, and × on hidden layers."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui.features.diagram.activation_curve import draw_activation
from gui.features.diagram.geometry.diagram_layout import Column
from gui.features.diagram.style import DiagramStyle, faded

_OFF = 0.3


@dataclass(frozen=True)
class HeaderText:
    """The words of a head. activation is the engine's name, None for the inputs."""

    title: str
    short_title: str
    tiny_title: str
    count: str
    activation: str | None
    activation_title: str


class HeaderItem(QGraphicsItem):
    """Paints one head; which part a point belongs to is told by `Column.control`."""

    def __init__(self, column: Column, text: HeaderText, style: DiagramStyle) -> None:
        super().__init__()
        self._column, self._text, self._style = column, text, style
        self._has_buttons = True

    def show_buttons(self, visible: bool) -> None:
        """Whether what can be pressed is painted; not in a picture to take along."""
        if visible != self._has_buttons:
            self._has_buttons = visible
            self.update()

    def update_with(self, column: Column, text: HeaderText, style: DiagramStyle) -> None:
        """Show other things; does nothing when nothing is different."""
        if (column, text) == (self._column, self._text) and style is self._style:
            return
        self.prepareGeometryChange()
        self._column, self._text, self._style = column, text, style
        self.update()

    def boundingRect(self) -> QRectF:
        margin = 4 * self._column.scale
        return self._column.header.adjusted(-margin, -margin, margin, margin)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_name(painter)
        self._paint_count(painter)
        if self._text.activation is not None:
            self._paint_activation(painter, self._text.activation)

    def _paint_name(self, painter: QPainter) -> None:
        rect = self._column.control("name")
        side = 17 * self._column.scale if self._column.is_hidden else 0.0
        metrics = QFontMetricsF(self._style.name_font)
        whole = rect.adjusted(side, 0, -side, 0)
        beside = rect.adjusted(0, 0, -side, 0)
        fitting = (
            (text, room)
            for text in (self._text.title, self._text.short_title, self._text.tiny_title)
            for room in (whole, beside)
            if metrics.horizontalAdvance(text) <= room.width()
        )
        text, room = next(fitting, (self._text.tiny_title, beside))
        _write(painter, room, text, self._style.name_font, QPen(self._style.text))
        if self._column.is_hidden and self._has_buttons:
            self._paint_cross(painter)

    def _paint_cross(self, painter: QPainter) -> None:
        centre, arm = self._column.control("remove_layer").center(), 3.5 * self._column.scale
        painter.setPen(QPen(self._style.muted, 1.4 * self._column.scale, c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(centre + QPointF(-arm, -arm), centre + QPointF(arm, arm))
        painter.drawLine(centre + QPointF(-arm, arm), centre + QPointF(arm, -arm))

    def _paint_count(self, painter: QPainter) -> None:
        metrics = QFontMetricsF(self._style.text_font)
        text = self._text.count
        if self._text.activation is None:
            row = self._column.control("units").united(self._column.control("fewer_units"))
            row = row.united(self._column.control("more_units"))
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, row.width())
            _write(painter, row, text, self._style.text_font, QPen(self._style.muted))
            return
        rect = self._column.control("units")
        if metrics.horizontalAdvance(text) > rect.width() - 6 * self._column.scale:
            text = str(self._column.units)
        _write(painter, rect, text, self._style.text_font, QPen(self._style.text))
        if not self._has_buttons:
            return
        self._paint_stepper(painter, "fewer_units", enabled=self._column.is_hidden and self._column.units > 1)
        self._paint_stepper(painter, "more_units", enabled=self._column.is_hidden)

    def _paint_stepper(self, painter: QPainter, kind: str, enabled: bool) -> None:
        scale = self._column.scale
        rect = self._column.control(kind).adjusted(3 * scale, 3 * scale, -3 * scale, -3 * scale)
        opacity = 1.0 if enabled else _OFF
        painter.setPen(QPen(faded(self._style.outline, opacity), scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, 4 * scale, 4 * scale)
        painter.setPen(QPen(faded(self._style.text, opacity), 1.4 * scale))
        centre, arm = rect.center(), 4 * scale
        painter.drawLine(centre - QPointF(arm, 0), centre + QPointF(arm, 0))
        if kind == "more_units":
            painter.drawLine(centre - QPointF(0, arm), centre + QPointF(0, arm))

    def _paint_activation(self, painter: QPainter, name: str) -> None:
        scale, rect = self._column.scale, self._column.control("activation")
        metrics = QFontMetricsF(self._style.text_font)
        curve_width, arrow_width, gap = 18 * scale, 8 * scale, 5 * scale
        room = rect.width() - arrow_width - gap - 4 * scale
        text_width = metrics.horizontalAdvance(self._text.activation_title)
        with_curve = text_width + curve_width + gap <= room
        text_width = min(text_width, room - (curve_width + gap if with_curve else 0))
        total = text_width + gap + arrow_width + (curve_width + gap if with_curve else 0)
        x = rect.center().x() - total / 2
        if with_curve:
            box = QRectF(x, rect.center().y() - 6 * scale, curve_width, 12 * scale)
            draw_activation(painter, box, name, QPen(self._style.accent, 1.5 * scale))
            x += curve_width + gap
        text = metrics.elidedText(self._text.activation_title, Qt.TextElideMode.ElideRight, text_width + 1)
        place = QRectF(x, rect.top(), text_width + 2, rect.height())
        _write(painter, place, text, self._style.text_font, QPen(self._style.text))
        if self._has_buttons:
            self._paint_arrow(painter, QPointF(x + text_width + gap, rect.center().y()), arrow_width)

    def _paint_arrow(self, painter: QPainter, left: QPointF, width: float) -> None:
        half = width * 0.22
        points = [left + QPointF(0, -half), left + QPointF(width / 2, half), left + QPointF(width, -half)]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._style.muted, 1.4 * self._column.scale))
        painter.drawPolyline(QPolygonF(points))


def _write(painter: QPainter, rect: QRectF, text: str, font: QFont, pen: QPen) -> None:
    painter.setFont(font)
    painter.setPen(pen)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, text)
