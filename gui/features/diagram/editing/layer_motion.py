"""How the picture looks while a layer is dragged: it follows the mouse, its neighbours make room, a marker waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.features.diagram.geometry.diagram_layout import Layout
from gui.features.diagram.items.drop_marker_item import DropMarkerItem

if TYPE_CHECKING:
    from gui.features.diagram.diagram_scene import DiagramScene, LayerItems

_BEHIND = 0.25
_RAISED = 30


class LayerMotion:
    """Moves a scene's items aside without telling them; `end` puts everything back."""

    def __init__(self, scene: DiagramScene, layout: Layout, marker: DropMarkerItem, layer: int) -> None:
        self._scene, self._layout, self._marker, self._layer = scene, layout, marker, layer
        self._n_hidden = len(layout.columns) - 2
        scene.addItem(marker)
        scene.show_marks_in_place(False)

    def place_at(self, x: float) -> int:
        """The place among the hidden layers that is nearest to the dragged column when its middle is at `x`."""
        return min(range(self._n_hidden), key=lambda place: abs(self._layout.column(place).x - x))

    def show(self, dx: float, place: int) -> None:
        """Draw the layer moved by `dx` scene units, and the others as if it stood at `place`."""
        for layer in range(self._n_hidden + 1):
            items = self._scene.items_of(layer)
            slot = self._slot(layer, place)
            moved = slot != layer
            if layer == self._layer:
                self._put(items, dx, _RAISED)
            elif layer < self._n_hidden:
                self._put(items, self._layout.column(slot).x - self._layout.column(layer).x, 0)
            if items.connections is not None:
                stays = not moved and self._slot(layer - 1, place) == layer - 1
                stays = stays and self._layer not in (layer, layer - 1)
                items.connections.setOpacity(1.0 if stays else _BEHIND)
            if items.add_button is not None:
                items.add_button.setVisible(False)
        column = self._layout.column(place)
        self._marker.show_at(column.header.united(column.body.adjusted(0, 0, 0, -4)), self._layout.scale)

    def end(self) -> None:
        """Everything stands where it stood."""
        for layer in range(self._n_hidden + 1):
            items = self._scene.items_of(layer)
            self._put(items, 0.0, 0)
            if items.connections is not None:
                items.connections.setOpacity(1.0)
            if items.add_button is not None:
                items.add_button.setVisible(True)
        self._scene.removeItem(self._marker)
        self._scene.show_marks_in_place(True)

    def _slot(self, layer: int, place: int) -> int:
        """Where a layer stands when the dragged one stands at `place`."""
        if layer == self._layer:
            return place
        if self._layer < layer <= place:
            return layer - 1
        return layer + 1 if place <= layer < self._layer else layer

    def _put(self, items: LayerItems, dx: float, raised: int) -> None:
        for depth, item in ((1, items.neurons), (2, items.header)):
            item.setPos(dx, 0.0)
            item.setZValue(depth + raised)
