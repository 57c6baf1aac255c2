"""Dragging a hidden layer by its name to another place."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QMouseEvent

from gui.diagram.gestures.select import Select
from gui.diagram.layer_motion import LayerMotion
from gui.diagram.naming import layer_title


class MoveLayer(Select):
    """The layer follows the mouse; let go, it stays where the marker stands. Escape leaves it in its place."""

    _motion: LayerMotion | None = None

    def dragged(self, event: QMouseEvent) -> None:
        if self._motion is None:
            self._motion = self.view.begin_motion(self.target.layer)
            self.view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        column = self.view.layout_of().column(self.target.layer)
        dx = self.view.scene_point(event.position()).x() - self.view.scene_point(self.origin).x()
        self.place = self._motion.place_at(column.x + dx)
        self._motion.show(dx, self.place)
        n_layers = len(self.view.layout_of().columns) - 1
        text = QCoreApplication.translate("Diagram", "Let go: {layer} becomes {place}. Esc leaves it in its place.")
        self.view.hovered.emit(
            text.format(layer=layer_title(self.target.layer, n_layers), place=layer_title(self.place, n_layers))
        )

    def dropped(self, event: QMouseEvent) -> None:
        self._end()
        self.view.building.move_layer(self.target.layer, self.place)

    def dismissed(self) -> None:
        self._end()
        super().dismissed()

    def _end(self) -> None:
        motion, self._motion = self._motion, None
        if motion is not None:
            motion.end()
            self.view.viewport().setCursor(Qt.CursorShape.ArrowCursor)
