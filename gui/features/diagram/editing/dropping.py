"""Ready networks dragged from the palette onto the canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QDragMoveEvent, QDropEvent

from gui.features.diagram.items.drop_marker_item import DropMarkerItem
from gui.features.diagram.palette.ready_networks import network_in
from gui.features.diagram.style import DiagramStyle

if TYPE_CHECKING:
    from gui.features.diagram.diagram_view import DiagramView


class Dropping:
    """Frames the network that would be replaced while a ready one is over a `DiagramView`."""

    def __init__(self, view: DiagramView) -> None:
        self._view = view
        self._marker: DropMarkerItem | None = None

    def over(self, event: QDragMoveEvent, style: DiagramStyle) -> None:
        """A drag enters or moves."""
        if network_in(event.mimeData()) is None:
            event.ignore()
            return
        if self._marker is None:
            self._marker = DropMarkerItem(style)
            self._view.diagram_scene.addItem(self._marker)
            layout = self._view.layout_of()
            inset = 4 * layout.scale
            self._marker.show_at(layout.bounds.adjusted(inset, inset, -inset, -inset), layout.scale)
        event.acceptProposedAction()

    def left(self) -> None:
        """The drag went elsewhere or has ended."""
        marker, self._marker = self._marker, None
        if marker is not None:
            self._view.diagram_scene.removeItem(marker)

    def dropped(self, event: QDropEvent) -> None:
        """The drag was let go here."""
        self.left()
        ready = network_in(event.mimeData())
        if ready is None:
            event.ignore()
            return
        event.acceptProposedAction()
        self._view.use_network(ready)
