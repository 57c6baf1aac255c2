"""Paints the nodes and wires of a computation graph in scene coordinates."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from engine.expression import Contribution, Moment, Node, StepKind, Walk
from gui.features.computation_graph.graph_layout import Box, GraphLayout, Wire
from gui.features.computation_graph.step_sentences import gradient_name, in_brackets, value_text
from gui.toolkit.theme import Theme

_FLAGS = Qt.AlignmentFlag
SMALL, USUAL, _LARGE = 12.0, 14.0, 17.0
_ROW, INSET = 22.0, 6.0


class GraphPainter:
    """Paints one moment of a walk; the node and the wires of the step made last stand out."""

    def __init__(self, walk: Walk, layout: GraphLayout, done: int, theme: Theme, font: QFont) -> None:
        self._walk = walk
        self._layout = layout
        self._theme = theme
        self._font = font
        self._moment: Moment = walk.moment(done)
        self._step = walk.steps[done - 1] if done else None
        is_back = self._step is not None and self._step.kind is StepKind.BACKWARD
        self._active: tuple[Contribution, ...] = ()
        if self._step is not None and is_back:
            self._active = walk.evaluation.contributions[self._step.node]
        self._is_forward = self._step is not None and self._step.kind is StepKind.FORWARD
        self._handed = {(edge.consumer, edge.place) for index in self._done_backward(done)
                        for edge in walk.evaluation.contributions[index]}  # fmt: skip

    def paint(self, painter: QPainter) -> None:
        """Wires first, nodes over them, the numbers of the present step on top."""
        for wire in self._layout.wires:
            self._paint_wire(painter, wire)
        for index, box in enumerate(self._layout.boxes):
            self._paint_node(painter, index, box)
        for edge in self._active:
            self._paint_product(painter, edge)

    def _done_backward(self, done: int) -> list[int]:
        return [step.node for step in self._walk.steps[:done] if step.kind is StepKind.BACKWARD]

    # ------------------------------------------------------------------ wires

    def _paint_wire(self, painter: QPainter, wire: Wire) -> None:
        theme = self._theme
        path = wire_path(wire)
        active_back = any((edge.consumer, edge.place) == (wire.consumer, wire.place) for edge in self._active)
        active = active_back or (self._is_forward and self._step is not None and wire.consumer == self._step.node)
        handed = (wire.consumer, wire.place) in self._handed
        colour = theme.accent if active or handed else theme.muted
        pen = QPen(QColor(colour), 2.6 if active else 1.4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawPath(path)
        self._paint_arrow(painter, wire, active_back, colour)

    def _paint_arrow(self, painter: QPainter, wire: Wire, backward: bool, colour: str) -> None:
        x, y = wire.points[0] if backward else wire.points[-1]
        towards = 1.0 if backward else -1.0
        head = QPainterPath(QPointF(x, y))
        head.lineTo(x + towards * 9, y - 4.5)
        head.lineTo(x + towards * 9, y + 4.5)
        head.closeSubpath()
        painter.fillPath(head, QColor(colour))

    def _paint_product(self, painter: QPainter, edge: Contribution) -> None:
        """Write on the wire the local gradient that the upstream one is multiplied by."""
        wire = next(w for w in self._layout.wires if (w.consumer, w.place) == (edge.consumer, edge.place))
        text = f"× {in_brackets(edge.local)}"
        font = self._sized(SMALL - 1, bold=True)
        width = QFontMetricsF(font).horizontalAdvance(text) + 8
        length = wire_path(wire)
        at = length.pointAtPercent(0.5 if len(wire.points) == 2 else 0.9)
        area = QRectF(at.x() - width / 2, at.y() - 9, width, 18)
        painter.setPen(QPen(QColor(self._theme.accent), 1))
        painter.setBrush(QColor(self._theme.panel))
        painter.drawRoundedRect(area, 5, 5)
        painter.setPen(QColor(self._theme.accent))
        painter.setFont(font)
        painter.drawText(area, _FLAGS.AlignCenter, text)

    # ------------------------------------------------------------------ nodes

    def _paint_node(self, painter: QPainter, index: int, box: Box) -> None:
        node = self._walk.graph.nodes[index]
        area = QRectF(box.x - box.width / 2, box.y - box.height / 2, box.width, box.height)
        is_here = self._step is not None and self._step.node == index
        faulty = is_here and self._step is not None and self._walk.is_faulty(self._step)
        theme = self._theme
        edge = theme.wrong if faulty else theme.accent if is_here else theme.muted
        painter.setPen(QPen(QColor(edge), 2.6 if is_here else 1.2))
        painter.setBrush(QColor(theme.window if node.operation is None else theme.panel))
        radius = area.height() / 2 if node.number is not None else 9.0
        painter.drawRoundedRect(area, radius, radius)
        if node.number is not None:
            self._text(painter, area, value_text(node.number), USUAL, theme.text)
            return
        self._paint_figures(painter, index, node, area)

    def _paint_figures(self, painter: QPainter, index: int, node: Node, area: QRectF) -> None:
        theme, moment = self._theme, self._moment
        """Name and operation, the value, and below it the name of the gradient and the gradient."""
        left, width = area.left() + INSET, area.width() - 2 * INSET
        rows = [QRectF(left, area.top() + 3 + _ROW * row, width, _ROW) for row in range(4)]
        self._text(painter, rows[0], node.name, USUAL, theme.text, side=_FLAGS.AlignLeft, bold=node.operation is None)
        if node.operation is not None:
            beside = rows[0].adjusted(QFontMetricsF(painter.font()).horizontalAdvance(node.name) + 4, 0, 0, 0)
            self._text(painter, beside, node.operation.symbol, _LARGE, theme.text, side=_FLAGS.AlignRight, bold=True)
        value, gradient = moment.values[index], moment.gradients[index]
        if value is not None:
            self._text(painter, rows[1], value_text(value), USUAL, theme.text, side=_FLAGS.AlignRight, bold=True)
        if gradient is not None:
            name = gradient_name(self._walk.graph, index)
            text = value_text(gradient) + (" + …" if moment.waiting[index] else "")
            self._text(painter, rows[2], name, SMALL, theme.accent, side=_FLAGS.AlignLeft)
            self._text(painter, rows[3], text, USUAL, theme.accent, side=_FLAGS.AlignRight, bold=True)

    def _text(
        self, painter: QPainter, area: QRectF, text: str, size: float, colour: str, *,
        side: Qt.AlignmentFlag = _FLAGS.AlignHCenter, bold: bool = False,
    ) -> None:  # fmt: skip
        font = self._sized(size, bold)
        room = area.width()
        wide = QFontMetricsF(font).horizontalAdvance(text)
        if wide > room:
            font.setPixelSize(max(7, round(font.pixelSize() * room / wide)))
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(area, side | _FLAGS.AlignVCenter, text)

    def _sized(self, size: float, bold: bool = False) -> QFont:
        font = QFont(self._font)
        font.setPixelSize(round(size))
        font.setBold(bold)
        return font


def wire_path(wire: Wire) -> QPainterPath:
    """The wire as curves that are level at every point."""
    points = [QPointF(x, y) for x, y in wire.points]
    path = QPainterPath(points[0])
    for start, end in pairwise(points):
        bend = (end.x() - start.x()) / 2
        path.cubicTo(start + QPointF(bend, 0), end - QPointF(bend, 0), end)
    return path
