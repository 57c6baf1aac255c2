"""Small padlocks mark the layers, neurons, biases and connections that training does not change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui.features.diagram.geometry.curves import Curves
from gui.features.diagram.geometry.diagram_layout import Column, Layout
from gui.features.diagram.masks import Masks
from gui.features.diagram.style import DiagramStyle

_RADIUS = 7.0


class LocksItem(QGraphicsItem):
    """Paints one padlock for what is locked as a whole, none again on its parts."""

    def __init__(self, style: DiagramStyle) -> None:
        super().__init__()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._style = style
        self._scale = 1.0
        self._places: tuple[QPointF, ...] = ()
        self._rect = QRectF()

    @property
    def places(self) -> tuple[QPointF, ...]:
        """Where the padlocks are."""
        return self._places

    def show_locks(self, masks: Masks, layout: Layout, curves: Sequence[Curves], style: DiagramStyle) -> None:
        """Mark what `masks` say is locked."""
        places = tuple(_places(masks, layout, curves))
        if places == self._places and style is self._style:
            return
        self.prepareGeometryChange()
        self._places, self._style, self._scale = places, style, layout.scale
        self._rect = layout.bounds if places else QRectF()
        self.update()

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = _RADIUS * self._scale
        for place in self._places:
            painter.setPen(QPen(self._style.outline, self._scale))
            painter.setBrush(self._style.panel)
            painter.drawEllipse(place, radius, radius)
            paint_padlock(painter, place, self._style, self._scale)


def paint_padlock(painter: QPainter, centre: QPointF, style: DiagramStyle, scale: float) -> None:
    """A closed padlock around `centre`, some 7 by 8 pixels."""
    painter.save()
    painter.translate(centre)
    painter.scale(scale, scale)
    painter.setPen(QPen(style.text, 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    shackle = QPainterPath(QPointF(-2, -0.5))
    shackle.lineTo(-2, -1.8)
    shackle.arcTo(QRectF(-2, -3.8, 4, 4), 180, -180)
    shackle.lineTo(2, -0.5)
    painter.drawPath(shackle)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.text)
    painter.drawRoundedRect(QRectF(-3.2, -0.7, 6.4, 4.6), 0.8, 0.8)
    painter.restore()


def _places(masks: Masks, layout: Layout, curves: Sequence[Curves]) -> Iterator[QPointF]:
    for layer in range(len(layout.columns) - 1):
        locked = masks.locked_in(layer)
        if locked is None:
            return
        weights, biases = locked
        column = layout.column(layer)
        if weights.all() and biases.all():
            name = column.control("name")
            yield QPointF(name.left() + 4 * layout.scale, name.center().y())
            continue
        for unit in column.shown:
            if biases[unit] and weights[:, unit].all():
                yield column.neuron_rect(unit).topRight()
            else:
                yield from _parts(weights[:, unit], bool(biases[unit]), unit, column, curves[layer])


def _parts(weights: np.ndarray, bias: bool, unit: int, column: Column, curves: Curves) -> Iterator[QPointF]:
    """The padlocks on a neuron's bias and on the connections into it."""
    if bias:
        yield column.bias_centre(unit) - QPointF(column.bias_radius + _RADIUS * column.scale, 0)
    if curves.is_bundle:
        return
    for source in np.flatnonzero(weights):
        if source in curves.sources:
            yield curves.clearest_point(int(source), unit)
