"""A ring in every neuron's map shows where the input of the probe lies."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui.features.diagram.geometry.diagram_layout import Layout
from gui.features.diagram.style import DiagramStyle

_RADIUS = 3.0

Share = tuple[float, float]


class ProbeDotsItem(QGraphicsItem):
    """Paints a ring at the same place of every map; `share` counts from the left and from the bottom, 0 to 1."""

    def __init__(self, style: DiagramStyle) -> None:
        super().__init__()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._style = style
        self._layout: Layout | None = None
        self._share: Share | None = None
        self._rings = QPainterPath()

    def show_share(self, share: Share | None, layout: Layout, style: DiagramStyle) -> None:
        """Mark another place; None, or one outside the maps: nothing."""
        is_inside = share is not None and all(0 <= part <= 1 for part in share)
        wanted = share if is_inside else None
        if wanted != self._share or layout is not self._layout or style is not self._style:
            self.prepareGeometryChange()
            self._share, self._layout, self._style = wanted, layout, style
            self._rings = self._made_rings()
            self.update()

    def boundingRect(self) -> QRectF:
        return QRectF() if self._layout is None or self._share is None else self._layout.bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._layout is None or self._share is None:
            return
        scale, style = self._layout.scale, self._style
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in (QPen(style.panel, 3.2 * scale), QPen(style.text, 1.4 * scale)):
            painter.setPen(pen)
            painter.drawPath(self._rings)

    def _made_rings(self) -> QPainterPath:
        """All of them as one path, which is sooner painted than each."""
        rings = QPainterPath()
        if self._layout is None or self._share is None:
            return rings
        radius = min(_RADIUS * self._layout.scale, self._layout.columns[0].size / 8)
        across, up = self._share
        for column in self._layout.columns:
            for unit in column.shown:
                rect = column.neuron_rect(unit)
                at = QPointF(rect.left() + across * rect.width(), rect.bottom() - up * rect.height())
                rings.addEllipse(at, radius, radius)
        return rings
