"""A weight or bias is dragged up and down."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QMouseEvent

from gui.features.diagram.geometry.target import Target
from gui.features.diagram.gestures.canvas_parts import CanvasParts
from gui.features.diagram.gestures.gesture import SHIFT
from gui.features.diagram.gestures.select import Select


class DragWeight(Select):
    """Up is more, down is less, with Shift in small steps; Escape brings back number and run."""

    def __init__(self, canvas: CanvasParts, target: Target) -> None:
        super().__init__(canvas, target)
        self._drag = canvas.weights.drag_of(target)

    def pressed(self, event: QMouseEvent) -> None:
        super().pressed(event)
        self._y = event.position().y()

    def dragged(self, event: QMouseEvent) -> None:
        y = event.position().y()
        self._drag.move_by(self._y - y, bool(event.modifiers() & SHIFT))
        self._y = y
        self._show_readout(self.canvas.weights.readout(self.target, self._drag.shown_value), event.position())

    def dropped(self, event: QMouseEvent) -> None:
        self._show_readout("", event.position())
        self._drag.finish()

    def dismissed(self) -> None:
        self._show_readout("", self.origin)
        self._drag.cancel()
        super().dismissed()

    def overtaken(self) -> None:
        self._show_readout("", self.origin)

    def frame_shown(self) -> None:
        self._drag.frame_shown()

    def _show_readout(self, text: str, at: QPointF) -> None:
        self.canvas.scene.show_readout(text, self.canvas.view.scene_point(at))
