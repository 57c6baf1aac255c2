"""A hidden layer is dragged by its name and stands among the others where it is dropped."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QMouseEvent

from gui.features.diagram.editing.layer_motion import LayerMotion
from gui.features.diagram.gestures.select import Select
from gui.words.network_names import layer_title

_EDGE, _STEP = 24, 16


class MoveLayer(Select):
    """The layer follows the mouse and then stays where the marker stands. Escape leaves it where it was."""

    _motion: LayerMotion | None = None

    def pressed(self, event: QMouseEvent) -> None:
        super().pressed(event)
        self._from = self.canvas.view.scene_point(event.position()).x()
        self.index = self.target.layer

    def dragged(self, event: QMouseEvent) -> None:
        if self._motion is None:
            self._motion = LayerMotion(self.canvas.scene, self.canvas.shown.layout, self.target.layer)
            self.canvas.view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._scroll_at_edges(event.position().x())
        column = self.canvas.shown.layout.column(self.target.layer)
        dx = self.canvas.view.scene_point(event.position()).x() - self._from
        self.index = self._motion.index_at(column.x + dx)
        self._motion.show(dx, self.index)
        self.canvas.accessibility.tell(self._sentence())

    def _scroll_at_edges(self, x: float) -> None:
        """Scroll at the edges of a picture that is wider than the view."""
        width = self.canvas.view.viewport().width()
        step = -_STEP if x < _EDGE else _STEP if x > width - _EDGE else 0
        self.canvas.view.scroll_to(self.canvas.view.scrolled + QPoint(step, 0))

    def _sentence(self) -> str:
        n_layers = len(self.canvas.shown.layout.columns) - 1
        layer = layer_title(self.target.layer, n_layers)
        if self.index == self.target.layer:
            return QCoreApplication.translate("Diagram", "Drag {layer} past another hidden layer.").format(layer=layer)
        text = QCoreApplication.translate("Diagram", "Let go: {layer} becomes {place}. Esc leaves it in its place.")
        return text.format(layer=layer, place=layer_title(self.index, n_layers))

    def dropped(self, event: QMouseEvent) -> None:
        self._put_down()
        self.canvas.building.move_layer(self.target.layer, self.index)

    def dismissed(self) -> None:
        self._put_down()
        super().dismissed()

    def overtaken(self) -> None:
        self._end()

    def _put_down(self) -> None:
        if self._end():
            self.canvas.accessibility.tell_again()

    def _end(self) -> bool:
        """Draw everything where it belongs; whether something was elsewhere."""
        motion, self._motion = self._motion, None
        if motion is not None:
            motion.end()
            self.canvas.view.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        return motion is not None
