"""Ready networks are dragged from the palette onto the canvas."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QDragMoveEvent, QDropEvent

from gui.features.diagram.diagram_scene import DiagramScene
from gui.features.diagram.items.drop_marker_item import DropMarkerItem
from gui.features.diagram.palette.ready_networks import ReadyNetwork, network_in
from gui.features.diagram.shown_network import ShownNetwork


class Dropping:
    """Frames the network that would be replaced while a ready one is over the canvas; `use` takes a dropped one."""

    def __init__(self, shown: ShownNetwork, scene: DiagramScene, use: Callable[[ReadyNetwork], None]) -> None:
        self._shown, self._scene, self._use = shown, scene, use
        self._marker: DropMarkerItem | None = None

    def over(self, event: QDragMoveEvent) -> None:
        """A drag enters or moves."""
        if network_in(event.mimeData()) is None:
            event.ignore()
            return
        if self._marker is None:
            self._marker = DropMarkerItem(self._scene.diagram_style)
            self._scene.addItem(self._marker)
            layout = self._shown.layout
            inset = 4 * layout.scale
            self._marker.show_at(layout.bounds.adjusted(inset, inset, -inset, -inset), layout.scale)
        event.acceptProposedAction()

    def left(self) -> None:
        """The drag has left the canvas or has ended."""
        marker, self._marker = self._marker, None
        if marker is not None:
            self._scene.removeItem(marker)

    def dropped(self, event: QDropEvent) -> None:
        """A network is dropped here."""
        self.left()
        ready = network_in(event.mimeData())
        if ready is None:
            event.ignore()
            return
        event.acceptProposedAction()
        self._use(ready)
