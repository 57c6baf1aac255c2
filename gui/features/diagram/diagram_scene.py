"""The scene keeps one set of items for each layer, finds them by the layer's id, and brings them up to date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from engine.analysis.unit_health import UnitHealth
from engine.data.dataset import Dataset
from engine.network.plane_trace import PlaneTrace
from engine.spec.specs import NetworkSpec
from gui.features.diagram.geometry.curves import Curves
from gui.features.diagram.geometry.diagram_layout import Column, Layout
from gui.features.diagram.geometry.target import Target
from gui.features.diagram.items.add_layer_item import AddLayerItem
from gui.features.diagram.items.annotations_item import AnnotationsItem
from gui.features.diagram.items.connections_item import ConnectionsItem
from gui.features.diagram.items.header_item import HeaderItem, HeaderText
from gui.features.diagram.items.legend_item import LegendItem
from gui.features.diagram.items.locks_item import LocksItem
from gui.features.diagram.items.neurons_item import NeuronsItem, NeuronText
from gui.features.diagram.items.overlay_item import OverlayItem
from gui.features.diagram.items.probe_dots_item import ProbeDotsItem, Share
from gui.features.diagram.items.readout_item import ReadoutItem
from gui.features.diagram.items.veil_item import VeilItem
from gui.features.diagram.maps import input_maps, layer_maps
from gui.features.diagram.masks import Masks
from gui.features.diagram.style import DiagramStyle
from gui.features.diagram.values import Values
from gui.features.diagram.words import rbf_layer_texts
from gui.toolkit.annotations import Annotations
from gui.toolkit.drawing.unit_scale import layer_scales
from gui.toolkit.drawing.weight_scale import nice_span
from gui.words import network_names
from gui.words.activation_words import activation_title
from gui.words.network_names import INPUTS
from gui.words.notation import Notation

_STILL = QGraphicsItem.CacheMode.DeviceCoordinateCache
"""How items are drawn that live updates leave alone: painted once for a zoom, then copied."""

Key = tuple[int, int]  # the layer's id, and which of the layers with that id it is


@dataclass
class LayerItems:
    """What one layer is painted with; the inputs have no connections and no + before them."""

    header: HeaderItem
    neurons: NeuronsItem
    connections: ConnectionsItem | None
    add_button: AddLayerItem | None


class DiagramScene(QGraphicsScene):
    """Draws frozen values: `show_structure` for what is there, `show_values` and `show_plane` for a frame."""

    def __init__(self, style: DiagramStyle, notation: Notation, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._has_buttons = True
        self.covers_outputs = False  # the maps of the outputs are the decision region
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.diagram_style, self._notation = style, notation
        self._items: dict[Key, LayerItems] = {}
        self._keys: list[Key] = []
        self._spare: list[LayerItems] = []
        self._legend = LegendItem(style)
        self._legend.setCacheMode(_STILL)
        self.addItem(self._legend)
        self._overlay: OverlayItem | None = None
        self._veil = VeilItem(style, self.paint_part)
        self._dots = ProbeDotsItem(style)
        self._annotations: AnnotationsItem | None = None
        self._locks = LocksItem(style)
        self._locks.setZValue(11)
        self.addItem(self._locks)
        self._masks: Masks | None = None
        self._readout = ReadoutItem(style)
        self._readout.setZValue(20)
        self.addItem(self._readout)
        self._span: float | None = None
        self.curves: list[Curves] = []

    @property
    def span(self) -> float | None:
        """The ends of the weight scale are ±span; None while no weights are known."""
        return self._span

    def items_of(self, layer: int) -> LayerItems:
        """The items of a layer, −1 for the inputs."""
        return self._items[self._keys[layer + 1]]

    def show_structure(self, network: NetworkSpec, data: Dataset, layout: Layout, style: DiagramStyle) -> None:
        """Bring all items in line; those of layers that are gone disappear, those of unchanged ones are left alone."""
        self.diagram_style = style
        self._keys = _keys(network)
        for key in set(self._items) - set(self._keys):
            self._put_by(self._items.pop(key))
        self.curves = self._new_curves(layout)
        for column, key in zip(layout.columns, self._keys, strict=True):
            self._show_layer(column, key, network, data, layout)
        self._legend.update_with(layout.legend, style, layout.line_width, self._caption())
        self.setSceneRect(layout.bounds)

    def show_values(self, values: Values | None) -> None:
        """Show weights and biases; None while they are unknown."""
        self._span = None if values is None else nice_span(values.largest, self._span)
        span = self._span or 1.0
        sign = self._notation.bias_value(1.0)  # the lecture's thresholds are drawn as what they are, −b
        for layer in range(len(self._keys) - 1):
            items = self.items_of(layer)
            weights, biases = (None, None) if values is None else values.layers[layer]
            if items.connections is not None:
                cut = None if self._masks is None else self._masks.cut_in(layer)
                items.connections.show_weights(weights, span, cut)
            is_rbf = values is not None and rbf_layer_texts.is_rbf(values.network, layer)
            turned = None if biases is None else biases if is_rbf else sign * biases
            items.neurons.show_biases(turned, span)
        self._legend.show_span(self._span)

    def show_health(self, health: UnitHealth | None) -> None:
        """Put a badge on every neuron that is off or saturated; None: on none."""
        for layer in range(len(self._keys) - 1):
            known = health is not None and layer < len(health.layers)
            self.items_of(layer).neurons.show_health(health.layers[layer] if health is not None and known else None)

    @property
    def readout(self) -> str:
        """What stands beside the mouse; "" for nothing."""
        return self._readout.text

    @property
    def lock_places(self) -> tuple[QPointF, ...]:
        """Where there are padlocks."""
        return self._locks.places

    def show_readout(self, text: str, at: QPointF) -> None:
        """Write a few words beside a point; "" takes them away."""
        self._readout.show_text(text, at, self.diagram_style)

    @contextmanager
    def in_lines(self) -> Iterator[None]:
        """While this lasts nothing is painted as a copy of what was painted before, and no buttons."""
        copied = [item for item in self.items() if item.cacheMode() != QGraphicsItem.CacheMode.NoCache]
        for item in copied:
            item.setCacheMode(QGraphicsItem.CacheMode.NoCache)
        had_buttons = self._has_buttons
        self.show_buttons(False)
        try:
            yield
        finally:
            self.show_buttons(had_buttons)
            for item in copied:
                item.setCacheMode(_STILL)

    def show_buttons(self, visible: bool) -> None:
        """Paint what can be pressed, or leave it out."""
        if visible != self._has_buttons:
            self._has_buttons = visible
            for items in self._items.values():
                self._dress(items)

    def _dress(self, items: LayerItems) -> None:
        items.header.show_buttons(self._has_buttons)
        if items.add_button is not None:
            items.add_button.setVisible(self._has_buttons)

    def show_masks(self, masks: Masks, layout: Layout) -> None:
        """Mark what is locked; what is cut is drawn dashed from the next `show_values` on."""
        self._masks = masks
        self._locks.show_locks(masks, layout, self.curves, self.diagram_style)

    def show_plane(self, plane: PlaneTrace | None, network: NetworkSpec, data: Dataset) -> None:
        """Show every neuron's answers over the plane; None: blank neurons."""
        with_inputs = plane is not None and len(plane.plane.fixed) == data.n_raw_inputs
        inputs = input_maps(plane.plane, data) if plane is not None and with_inputs else None
        self.items_of(INPUTS).neurons.show_maps(inputs)
        for layer in range(len(network.layers)):
            is_covered = self.covers_outputs and layer == len(network.layers) - 1
            is_known = plane is not None and layer < len(plane.maps) and not is_covered
            values = plane.maps[layer] if plane is not None and is_known else None
            maps = None if values is None else layer_maps(values, layer_scales(network, layer, values, data))
            self.items_of(layer).neurons.show_maps(maps)

    def show_marks(self, layout: Layout, hovered: Target | None, selected: frozenset[Target]) -> None:
        """Mark what is under the mouse and what is selected."""
        if self._overlay is None:
            self._overlay = OverlayItem(layout, self.diagram_style)
            self._overlay.setZValue(10)
            self.addItem(self._overlay)
        marked = (target for target in (hovered, *selected) if target is not None and target.kind == "connection")
        strokes = {target: stroke for target in marked if (stroke := self._stroke(target)) is not None}
        self._overlay.show_marks(layout, self.diagram_style, hovered, selected, strokes)

    def show_annotations(
        self, annotations: Annotations, parts: Iterable[Target], layout: Layout, dot: Share | None = None
    ) -> None:
        """Write numbers onto the picture; while there are `parts`, everything else fades; `dot` marks every map."""
        if self._annotations is None:
            self._annotations = AnnotationsItem(layout, self.diagram_style)
            for depth, item in ((5, self._veil), (6, self._dots), (12, self._annotations)):
                item.setZValue(depth)
                self.addItem(item)
        area = QRectF(layout.bounds)
        area.setTop(layout.columns[0].header.bottom())
        area.setBottom(layout.legend.top())
        self._veil.show_parts(parts, area, self.diagram_style)
        self._dots.show_share(dot, layout, self.diagram_style)
        self._annotations.show_texts(annotations, layout, self.curves, self.diagram_style)
        self._legend.step_aside(bool(annotations.title), layout.has_short_legend)

    @property
    def annotations(self) -> AnnotationsItem | None:
        """The item that shows the numbers; None before the first."""
        return self._annotations

    def paint_part(self, painter: QPainter, target: Target) -> None:
        """Paint a drawn neuron or connection by itself."""
        if target.kind == "connection":
            stroke = self._stroke(target)
            if stroke is not None:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(stroke[1])
                painter.drawPath(stroke[0])
        elif target.unit is not None:
            self.items_of(target.layer).neurons.paint_unit(painter, target.unit)

    def show_marks_in_place(self, visible: bool) -> None:
        """Show or hide what stands over the columns and does not move with them, while one of them is dragged."""
        for item in (self._overlay, self._veil, self._dots, self._annotations, self._locks):
            if item is not None:
                item.setVisible(visible)

    def show_band(self, band: QRectF | None) -> None:
        """Draw a rubber band in scene coordinates; None takes it away."""
        if self._overlay is not None:
            self._overlay.show_band(band)

    def _stroke(self, target: Target) -> tuple[QPainterPath, QPen] | None:
        """Path and pen of a connection; None where it is not drawn."""
        assert target.input is not None
        assert target.unit is not None
        curves, item = self.curves[target.layer], self.items_of(target.layer).connections
        assert item is not None
        if target.input not in curves.sources or target.unit not in curves.targets:
            return None
        row, column = curves.row_of(target.input, target.unit)
        return curves.paths[row * len(curves.targets) + column], item.pen_of(target.input, target.unit)

    def _new_curves(self, layout: Layout) -> list[Curves]:
        """Curves between neighbours; those between two columns that stay as they are are kept."""
        kept = {(_pair(curves.left, curves.right), curves.is_bundle): curves for curves in self.curves}
        found = []
        for layer, (left, right) in enumerate(pairwise(layout.columns)):
            is_bundle = layer in layout.bundles
            found.append(kept.get((_pair(left, right), is_bundle)) or Curves(left, right, is_bundle))
        return found

    def _show_layer(self, column: Column, key: Key, network: NetworkSpec, data: Dataset, layout: Layout) -> None:
        n_layers = len(network.layers)
        header, names = _header_text(column, network), self._neuron_text(column, data, n_layers)
        if key not in self._items:
            self._items[key] = self._taken_up() if self._spare else self._new_items(column, header, names)
        items = self._items[key]
        self._dress(items)
        items.header.update_with(column, header, self.diagram_style)
        items.neurons.update_with(column, names, self.diagram_style)
        if items.connections is not None and items.add_button is not None:
            items.connections.update_with(self.curves[column.layer], self.diagram_style, layout.line_width)
            items.add_button.update_with(layout.add_rect(column.layer), self.diagram_style)

    def _new_items(self, column: Column, header: HeaderText, names: NeuronText) -> LayerItems:
        follows = column.layer != INPUTS
        items = LayerItems(
            HeaderItem(column, header, self.diagram_style),
            NeuronsItem(column, names, self.diagram_style),
            ConnectionsItem() if follows else None,
            AddLayerItem(column.header, self.diagram_style) if follows else None,
        )
        for depth, item in enumerate((items.connections, items.neurons, items.header, items.add_button)):
            if item is not None:
                item.setZValue(depth)
                self.addItem(item)
        for still in (items.header, items.add_button):
            if still is not None:
                still.setCacheMode(_STILL)
        return items

    def _put_by(self, items: LayerItems) -> None:
        """Keep a removed layer's items, unseen, for the next new layer: undo and redo make many of them."""
        for item in (items.header, items.neurons, items.connections, items.add_button):
            if item is not None:
                item.setVisible(False)
        items.neurons.show_maps(None)
        self._spare.append(items)

    def _taken_up(self) -> LayerItems:
        items = self._spare.pop()
        for item in (items.header, items.neurons, items.connections, items.add_button):
            if item is not None:
                item.setVisible(True)
        return items

    def _neuron_text(self, column: Column, data: Dataset, n_layers: int) -> NeuronText:
        names = tuple(
            network_names.neuron_name(self._notation, data.input_names, column.layer, unit, n_layers)
            for unit in column.shown
        )
        hidden = column.units - len(column.shown)
        return NeuronText(names, QCoreApplication.translate("Diagram", "… {count} more").format(count=hidden))

    def _caption(self) -> str:
        if self._notation.is_lecture:
            return QCoreApplication.translate("Diagram", "Weights and thresholds")
        return QCoreApplication.translate("Diagram", "Weights and biases")


def _keys(network: NetworkSpec) -> list[Key]:
    """A key for the inputs and for each layer; layers that were never given an id are told apart by their order."""
    keys: list[Key] = [(INPUTS, INPUTS)]
    seen: dict[int, int] = {}
    for layer in network.layers:
        seen[layer.id] = seen.get(layer.id, -1) + 1
        keys.append((layer.id, seen[layer.id]))
    return keys


def _pair(left: Column, right: Column) -> tuple[object, ...]:
    """What the curves between two columns depend on."""
    return tuple((c.x, c.size, c.shown, c.centres, c.summary_y, c.units) for c in (left, right))


def _header_text(column: Column, network: NetworkSpec) -> HeaderText:
    n_layers = len(network.layers)
    activation = None if column.layer == INPUTS else network.layers[column.layer].activation
    return HeaderText(
        network_names.layer_title(column.layer, n_layers),
        network_names.short_title(column.layer, n_layers),
        network_names.tiny_title(column.layer, n_layers),
        network_names.count_text(column.layer, column.units),
        activation,
        activation_title(activation) if activation else "",
    )
