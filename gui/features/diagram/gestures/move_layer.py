"""Dragging a hidden layer by its name to another place."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QMouseEvent

from gui.features.diagram.editing.layer_motion import LayerMotion
from gui.features.diagram.gestures.select import Select
from gui.words.network_names import layer_title

_EDGE, _STEP = 24, 16


class MoveLayer(Select):
    """The layer follows the mouse; let go, it stays where the marker stands. Escape leaves it in its place."""

    _motion: LayerMotion | None = None

    def pressed(self, event: QMouseEvent) -> None:
        super().pressed(event)
        self._from = self.view.scene_point(event.position()).x()
        self.place = self.target.layer

    def dragged(self, event: QMouseEvent) -> None:
        if self._motion is None:
            self._motion = self.view.begin_motion(self.target.layer)
            self.view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._scroll_at_edges(event.position().x())
        column = self.view.layout_of().column(self.target.layer)
        dx = self.view.scene_point(event.position()).x() - self._from
        self.place = self._motion.place_at(column.x + dx)
        self._motion.show(dx, self.place)
        self.view.hovered.emit(self._sentence())

    def _scroll_at_edges(self, x: float) -> None:
        """Bring more of a picture that is wider than the view under the mouse."""
        width = self.view.viewport().width()
        step = -_STEP if x < _EDGE else _STEP if x > width - _EDGE else 0
        self.view.scroll_to(self.view.scrolled + QPoint(step, 0))

    def _sentence(self) -> str:
        n_layers = len(self.view.layout_of().columns) - 1
        layer = layer_title(self.target.layer, n_layers)
        if self.place == self.target.layer:
            return QCoreApplication.translate("Diagram", "Drag {layer} past another hidden layer.").format(layer=layer)
        text = QCoreApplication.translate("Diagram", "Let go: {layer} becomes {place}. Esc leaves it in its place.")
        return text.format(layer=layer, place=layer_title(self.place, n_layers))

    def dropped(self, event: QMouseEvent) -> None:
        self._put_down()
        self.view.building.move_layer(self.target.layer, self.place)

    def dismissed(self) -> None:
        self._put_down()
        super().dismissed()

    def overtaken(self) -> None:
        self._end()

    def _put_down(self) -> None:
        if self._end():
            self.view.say_again()

    def _end(self) -> bool:
        """Draw everything in its place again; whether something was elsewhere."""
        motion, self._motion = self._motion, None
        if motion is not None:
            motion.end()
            self.view.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        return motion is not None
