"""The button, the modifiers and the target under the mouse choose the gesture that a press begins."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent

from gui.features.diagram.gestures.canvas_parts import CanvasParts
from gui.features.diagram.gestures.drag_weight import DragWeight
from gui.features.diagram.gestures.gesture import CTRL, SHIFT, Gesture
from gui.features.diagram.gestures.move_layer import MoveLayer
from gui.features.diagram.gestures.pan import Pan
from gui.features.diagram.gestures.press_button import PressButton
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
