"""The button, the modifiers and the target under the mouse choose the gesture that a press begins."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent

from gui.features.diagram.geometry.target import Target
from gui.features.diagram.gestures.canvas_parts import CanvasParts
from gui.features.diagram.gestures.drag_weight import DragWeight
from gui.features.diagram.gestures.gesture import CTRL, SHIFT, Gesture
from gui.features.diagram.gestures.move_layer import MoveLayer
from gui.features.diagram.gestures.rubber_band import RubberBand
from gui.features.diagram.gestures.select import Select


def gesture_for(canvas: CanvasParts, event: QMouseEvent) -> Gesture | None:
    """The gesture that this press of a mouse button begins; None for none."""
    left = event.button() == Qt.MouseButton.LeftButton
    with_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    if event.button() == Qt.MouseButton.MiddleButton or (left and with_alt):
        return Pan(canvas)
    if not left:
        return None
    target = canvas.target_at(event.position())
    if target is not None and target.is_button:
        return PressButton(canvas, target)
    if target is None or not target.is_selectable or event.modifiers() & (CTRL | SHIFT):
        return RubberBand(canvas, target if target is not None and target.is_selectable else None)
    if target.kind == "layer" and canvas.building.can_move(target):
        return MoveLayer(canvas, target)
    return DragWeight(canvas, target) if canvas.shown.can_drag(target) else Select(canvas, target)


class Pan(Gesture):
    """The picture follows the middle button, or Alt and the left one."""

    def pressed(self, event: QMouseEvent) -> None:
        self._last = event.position().toPoint()
        self._from = self.canvas.view.scrolled

    def dragged(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        self.canvas.view.scroll_to(self.canvas.view.scrolled - (here - self._last))
        self._last = here

    def dismissed(self) -> None:
        self.canvas.view.scroll_to(QPoint(self._from))


class PressButton(Gesture):
    """Does what the button is for when the mouse is released over it, also if it left the button meanwhile."""

    def __init__(self, canvas: CanvasParts, target: Target) -> None:
        super().__init__(canvas)
        self._target = target

    def finish(self, event: QMouseEvent) -> None:
        if self.canvas.target_at(event.position()) == self._target:
            self.canvas.press(self._target)
