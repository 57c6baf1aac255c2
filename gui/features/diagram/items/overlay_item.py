"""Marks over the picture show what is under the mouse, what is selected, and the rubber band."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui.features.diagram.geometry.diagram_layout import Layout
from gui.features.diagram.geometry.target import Target
from gui.features.diagram.items.add_layer_item import paint_plus
from gui.features.diagram.style import DiagramStyle, faded

_CONTROLS = frozenset({"remove_layer", "more_units", "fewer_units", "units", "activation"})


class OverlayItem(QGraphicsItem):
    """Paints a mark for the hovered and each selected target; connections come with their path and pen."""

    def __init__(self, layout: Layout, style: DiagramStyle) -> None:
        super().__init__()
        self._layout, self._style = layout, style
        self._hovered: Target | None = None
        self._selected: frozenset[Target] = frozenset()
        self._marked = QRectF()
        self._band: QRectF | None = None
        self._strokes: dict[Target, tuple[QPainterPath, QPen]] = {}
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_marks(
        self,
        layout: Layout,
        style: DiagramStyle,
        hovered: Target | None,
        selected: frozenset[Target],
        strokes: dict[Target, tuple[QPainterPath, QPen]],
    ) -> None:
        """Mark other targets; `strokes` holds path and pen of each that is a connection."""
        self.prepareGeometryChange()
        self._layout, self._style = layout, style
        self._hovered, self._selected, self._strokes = hovered, selected, strokes
        self._marked = QRectF()
        for place in {_without_unit(target, strokes) for target in (hovered, *selected) if target is not None}:
            self._marked = self._marked.united(self._area(place))
        self.update()

    def show_band(self, band: QRectF | None) -> None:
        """Draw a rubber band; None takes it away."""
        self.prepareGeometryChange()
        self._band = band
        self.update()

    def boundingRect(self) -> QRectF:
        return self._marked if self._band is None else self._marked.united(self._band.adjusted(-2, -2, 2, 2))

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._hovered is not None and self._hovered not in self._selected:
            self._paint_mark(painter, self._hovered, 0.45)
        for target in self._selected:
            self._paint_mark(painter, target, 1.0)
        if self._band is not None:
            painter.setPen(QPen(self._style.accent, self._layout.scale))
            painter.setBrush(faded(self._style.accent, 0.12))
            painter.drawRect(self._band)

    def _area(self, target: Target) -> QRectF:
        margin = 10 * self._layout.scale
        if target in self._strokes:
            path, pen = self._strokes[target]
            margin += pen.widthF()
            return path.boundingRect().adjusted(-margin, -margin, margin, margin)
        if target.kind == "add_layer":
            rect = self._layout.add_rect(target.layer)
            rect.setBottom(self._layout.column(target.layer).body.bottom())
            return rect
        column = self._layout.column(target.layer)
        return column.header.united(column.body).adjusted(-margin, -margin, margin, margin)

    def _paint_mark(self, painter: QPainter, target: Target, strength: float) -> None:
        if target in self._strokes:
            self._paint_connection(painter, *self._strokes[target], strength)
        elif target.kind == "add_layer":
            self._paint_add(painter, target)
        elif target.kind in _CONTROLS:
            self._paint_control(painter, target)
        elif target.kind == "layer":
            self._paint_layer(painter, target, strength)
        elif target.unit is not None and target.kind != "connection":
            self._paint_unit(painter, target, strength)

    def _paint_unit(self, painter: QPainter, target: Target, strength: float) -> None:
        column, scale = self._layout.column(target.layer), self._layout.scale
        if target.unit not in column.shown:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(faded(self._style.accent, strength), 2 * scale))
        if target.kind == "bias":
            radius = column.bias_radius + 3 * scale
            painter.drawEllipse(column.bias_centre(target.unit), radius, radius)
            return
        rect = column.neuron_rect(target.unit).adjusted(-3 * scale, -3 * scale, 3 * scale, 3 * scale)
        painter.drawRoundedRect(rect, column.size * 0.18 + 3 * scale, column.size * 0.18 + 3 * scale)

    def _paint_connection(self, painter: QPainter, path: QPainterPath, pen: QPen, strength: float) -> None:
        halo = QPen(pen)
        halo.setColor(faded(self._style.accent, strength))
        halo.setWidthF(pen.widthF() + 5 * self._layout.scale)
        core = QPen(pen)
        gap = QPen(pen)
        gap.setColor(self._style.panel)
        gap.setWidthF(pen.widthF() + 2 * self._layout.scale)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in (halo, gap, core):
            painter.setPen(stroke)
            painter.drawPath(path)

    def _paint_layer(self, painter: QPainter, target: Target, strength: float) -> None:
        scale, header = self._layout.scale, self._layout.column(target.layer).header
        painter.setPen(QPen(faded(self._style.accent, strength), 2 * scale) if strength == 1.0 else Qt.PenStyle.NoPen)
        painter.setBrush(faded(self._style.accent, 0.06))
        painter.drawRoundedRect(header.adjusted(-2 * scale, -2 * scale, 2 * scale, 2 * scale), 6 * scale, 6 * scale)

    def _paint_control(self, painter: QPainter, target: Target) -> None:
        column, scale = self._layout.column(target.layer), self._layout.scale
        rect = column.control(target.kind).adjusted(2 * scale, 2 * scale, -2 * scale, -2 * scale)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded(self._style.accent, 0.16))
        painter.drawRoundedRect(rect, 4 * scale, 4 * scale)

    def _paint_add(self, painter: QPainter, target: Target) -> None:
        """The button filled, and a dashed line where the new layer will stand."""
        rect = self._layout.add_rect(target.layer)
        body = self._layout.column(target.layer).body
        dashes = QPen(faded(self._style.accent, 0.7), 1.5 * self._layout.scale, Qt.PenStyle.DashLine)
        painter.setPen(dashes)
        painter.drawLine(QLineF(rect.center().x(), rect.bottom(), rect.center().x(), body.bottom()))
        paint_plus(painter, rect, self._style.accent, self._style.accent, self._style.accent_text)


def _without_unit(target: Target, strokes: dict[Target, tuple[QPainterPath, QPen]]) -> Target:
    """What has the same area as `target`: of a column's neurons one will do."""
    return target if target in strokes or target.kind == "add_layer" else Target("layer", target.layer)
