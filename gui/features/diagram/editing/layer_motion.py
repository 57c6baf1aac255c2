"""While a layer is dragged it follows the mouse, its neighbours make room, and a marker shows where it will stand."""

from __future__ import annotations

from gui.features.diagram.diagram_scene import DiagramScene, LayerItems
from gui.features.diagram.geometry.diagram_layout import Layout
from gui.features.diagram.items.drop_marker_item import DropMarkerItem

_BEHIND = 0.25
_RAISED = 30


class LayerMotion:
    """Draws the items of `layer` elsewhere; `end` puts everything back."""

    def __init__(self, scene: DiagramScene, layout: Layout, layer: int) -> None:
        self._scene, self._layout, self._layer = scene, layout, layer
        self._marker = DropMarkerItem(scene.diagram_style)
        self._n_hidden = len(layout.columns) - 2
        scene.addItem(self._marker)
        scene.show_marks_in_place(False)

    def index_at(self, x: float) -> int:
        """The index among the hidden layers that is nearest to the dragged column when its middle is at `x`."""
        return min(range(self._n_hidden), key=lambda index: abs(self._layout.column(index).x - x))

    def show(self, dx: float, index: int) -> None:
        """Draw the layer moved by `dx` scene units, and the others as if it stood at `index`."""
        for layer in range(self._n_hidden + 1):
            items = self._scene.items_of(layer)
            slot = self._slot(layer, index)
            moved = slot != layer
            if layer == self._layer:
                self._put(items, dx, _RAISED)
            elif layer < self._n_hidden:
                self._put(items, self._layout.column(slot).x - self._layout.column(layer).x, 0)
            if items.connections is not None:
                stays = not moved and self._slot(layer - 1, index) == layer - 1
                stays = stays and self._layer not in (layer, layer - 1)
                items.connections.setOpacity(1.0 if stays else _BEHIND)
            if items.add_button is not None:
                items.add_button.setVisible(False)
        column = self._layout.column(index)
        self._marker.show_at(column.header.united(column.body.adjusted(0, 0, 0, -4)), self._layout.scale)

    def end(self) -> None:
        """Draw everything where it stood before."""
        for layer in range(self._n_hidden + 1):
            items = self._scene.items_of(layer)
            self._put(items, 0.0, 0)
            if items.connections is not None:
                items.connections.setOpacity(1.0)
            if items.add_button is not None:
                items.add_button.setVisible(True)
        self._scene.removeItem(self._marker)
        self._scene.show_marks_in_place(True)

    def _slot(self, layer: int, index: int) -> int:
        """The index of a layer while the dragged one stands at `index`."""
        if layer == self._layer:
            return index
        if self._layer < layer <= index:
            return layer - 1
        return layer + 1 if index <= layer < self._layer else layer

    def _put(self, items: LayerItems, dx: float, raised: int) -> None:
        for depth, item in ((1, items.neurons), (2, items.header)):
            item.setPos(dx, 0.0)
            item.setZValue(depth + raised)
