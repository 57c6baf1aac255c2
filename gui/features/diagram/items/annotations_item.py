"""Numbers stand beside neurons, bias nodes and connections, each in a box, where there is room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui.features.diagram.geometry.curves import Curves
from gui.features.diagram.geometry.diagram_layout import Layout
from gui.features.diagram.geometry.label_placement import (
    Label,
    Size,
    Wish,
    best_placed,
    bias_corners,
    connection_wishes,
    neuron_corners,
    placed,
)
from gui.features.diagram.style import DiagramStyle, faded
from gui.toolkit.annotations import NOTHING, Annotations
from gui.words.number_text import MINUS

_PADDING = 3.0
_WIDTH_STEP = 4.0
_MOST_LABELS = 600  # more are not readable anywhere, and would take time to place
_DIGITS = str.maketrans("123456789+", "0" * 9 + MINUS)


class AnnotationsItem(QGraphicsItem):
    """Paints `Annotations`; positions change only with the layout or when a text outgrows its box: nothing jitters."""

    def __init__(self, layout: Layout, style: DiagramStyle) -> None:
        super().__init__()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._layout, self._style = layout, style
        self._curves: Sequence[Curves] = ()
        self._shown = NOTHING
        self._texts: dict[Label, tuple[str, ...]] = {}
        self._sizes: dict[Label, Size] = {}
        self._places: dict[Label, QRectF] = {}
        self._metrics = self._measures()
        self._brief: frozenset[int] = frozenset()  # layers whose neurons have room for their last line only

    @property
    def places(self) -> dict[Label, QRectF]:
        """Where each label that has room stands, in scene coordinates."""
        return self._places

    @property
    def n_without_room(self) -> int:
        """Labels that are not drawn because there is no room."""
        return len(self._texts) - len(self._places)

    def show_texts(
        self, annotations: Annotations, layout: Layout, curves: Sequence[Curves], style: DiagramStyle
    ) -> None:
        """Show other texts, or the same ones in another layout."""
        same_place = layout is self._layout and style is self._style and list(curves) == list(self._curves)
        if same_place and annotations == self._shown:
            return
        if style is not self._style:
            self._style = style
            self._metrics = self._measures()
        self._layout, self._curves = layout, list(curves)
        self._shown, self._texts = annotations, _texts(annotations)
        sizes = {label: self._size(label, lines) for label, lines in self._texts.items()}  # of all lines
        if same_place and sizes.keys() == self._sizes.keys() and all(_holds(self._sizes[k], sizes[k]) for k in sizes):
            self.update()
            return
        if sizes.keys() == self._sizes.keys() and same_place:  # what was large once keeps its room: it will be again
            sizes = {label: _larger(size, self._sizes[label]) for label, size in sizes.items()}
        self.prepareGeometryChange()
        self._sizes = sizes
        self._places = self._arranged()
        self.update()

    def boundingRect(self) -> QRectF:
        return self._layout.bounds if self._places or self._shown.title else QRectF()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        emphasis = self._shown.emphasis
        for stands_out in (False, True):
            chosen = [(label, rect) for label, rect in self._places.items() if (label[1] in emphasis) == stands_out]
            if chosen:
                self._paint_boxes(painter, [rect for _, rect in chosen], stands_out)
                self._paint_texts(painter, chosen, stands_out)
        self._paint_title(painter)

    def _paint_boxes(self, painter: QPainter, rects: list[QRectF], stands_out: bool) -> None:
        scale = self._style.theme.scale
        painter.setPen(QPen(self._style.accent if stands_out else self._style.hairline, scale))
        painter.setBrush(faded(self._style.panel, 0.92))
        for rect in rects:
            painter.drawRoundedRect(rect, 3 * scale, 3 * scale)

    def _paint_texts(self, painter: QPainter, labels: list[tuple[Label, QRectF]], stands_out: bool) -> None:
        is_quiet = bool(self._shown.emphasis) and not stands_out
        painter.setPen(self._style.muted if is_quiet else self._style.text)
        painter.setFont(self._font(stands_out))
        measure = self._metrics[stands_out]
        for label, rect in labels:
            lines = self._lines(label)
            height = rect.height() / len(lines)
            base = rect.top() + (height - measure.height) / 2 + measure.ascent
            for number, line in enumerate(lines):
                left = rect.left() + (rect.width() - measure.now(line)) / 2
                painter.drawText(QPointF(left, base + number * height), line)

    def _paint_title(self, painter: QPainter) -> None:
        if not self._shown.title:
            return
        painter.setFont(self._style.text_font)
        painter.setPen(self._style.text)
        rect = self._layout.title_rect
        metrics = QFontMetricsF(self._style.text_font)
        text = metrics.elidedText(self._shown.title, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _lines(self, label: Label) -> tuple[str, ...]:
        lines = self._texts[label]
        return lines[-1:] if label[0] == "neuron" and label[1][0] in self._brief else lines

    def _font(self, stands_out: bool) -> QFont:
        font = QFont(self._style.text_font)
        if stands_out:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _measures(self) -> tuple[_Measure, _Measure]:
        return _Measure(self._font(False)), _Measure(self._font(True))

    def _size(self, label: Label, lines: tuple[str, ...]) -> Size:
        """Room for the lines whatever their digits and signs."""
        scale = self._style.theme.scale
        metrics = self._metrics[label[1] in self._shown.emphasis]
        width = max(metrics.width(_widest(line)) for line in lines) + 2 * _PADDING * scale
        step = _WIDTH_STEP * scale
        return step * -(-width // step), (metrics.height - 2 * scale) * len(lines) + 2 * scale

    def _arranged(self) -> dict[Label, QRectF]:
        """Neurons choose first, then bias nodes, then connections; what stands out comes first among its like.

        Where a layer's neurons have no room for all their lines, all of them show their last one.
        """
        if not self._sizes:
            return {}
        sizes = dict(sorted(self._sizes.items(), key=lambda item: item[0][1] not in self._shown.emphasis))
        self._brief = frozenset()
        neurons = self._unit_wishes("neuron", sizes)
        found = placed(neurons, self._layout)
        self._brief = frozenset(wish.label[1][0] for wish in neurons if wish.label not in found)
        if self._brief:
            brief = {label: self._size(label, self._lines(label)) for label in sizes if label[0] == "neuron"}
            neurons = self._unit_wishes("neuron", brief)
        firm = neurons + self._unit_wishes("bias", sizes)
        of_connections = {label: size for label, size in sizes.items() if label[0] == "connection"}
        on_curves: list[Wish] = []
        if len(of_connections) <= _MOST_LABELS:
            for layer, curves in enumerate(self._curves):
                on_curves += connection_wishes(curves, layer, of_connections)
        return best_placed(firm, on_curves, self._layout)

    def _unit_wishes(self, kind: str, sizes: dict[Label, Size]) -> list[Wish]:
        corners = neuron_corners if kind == "neuron" else bias_corners
        return [
            Wish((kind, key), size, corners(self._layout.column(key[0]), key[1], size))
            for (found, key), size in sizes.items()
            if found == kind and key[1] in self._column_units(key[0])
        ]

    def _column_units(self, layer: int) -> tuple[int, ...]:
        known = -1 <= layer < len(self._layout.columns) - 1
        return self._layout.column(layer).shown if known else ()


class _Measure:
    """Measures the width of each text in a font once."""

    def __init__(self, font: QFont) -> None:
        self._metrics = QFontMetricsF(font)
        self._widths: dict[str, float] = {}
        self.height, self.ascent = self._metrics.height(), self._metrics.ascent()

    def width(self, text: str) -> float:
        if text not in self._widths:
            self._widths[text] = self._metrics.horizontalAdvance(text)
        return self._widths[text]

    def now(self, text: str) -> float:
        """The width of a number that is gone with the next frame, and not worth keeping."""
        return self._metrics.horizontalAdvance(text)


def _texts(annotations: Annotations) -> dict[Label, tuple[str, ...]]:
    found: dict[Label, tuple[str, ...]] = {}
    for neuron, lines in annotations.neurons.items():
        if lines:
            found["neuron", neuron] = tuple(lines)
    for bias, text in annotations.biases.items():
        found["bias", bias] = (text,)
    for connection, text in annotations.connections.items():
        found["connection", connection] = (text,)
    return found


def _widest(line: str) -> str:
    """What needs as much room as `line` with whatever digits and sign: a weight that turns negative stays in place."""
    text = line.translate(_DIGITS)
    return text if MINUS in text or "0" not in text else MINUS + text


def _larger(first: Size, second: Size) -> Size:
    return max(first[0], second[0]), max(first[1], second[1])


def _holds(room: Size, needed: Size) -> bool:
    return needed[0] <= room[0] and needed[1] == room[1]
