"""Which gesture a press begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent

from gui.features.diagram.gestures.drag_weight import BendValue
from gui.features.diagram.gestures.gesture import CTRL, SHIFT, Gesture
from gui.features.diagram.gestures.move_layer import MoveLayer
from gui.features.diagram.gestures.pan import Pan
from gui.features.diagram.gestures.press_button import PressButton
from gui.features.diagram.gestures.rubber_band import RubberBand
from gui.features.diagram.gestures.select import Select

if TYPE_CHECKING:
    from gui.features.diagram.diagram_view import DiagramView


def gesture_for(view: DiagramView, event: QMouseEvent) -> Gesture | None:
    """The gesture that a press of a mouse button at this place begins; None for none."""
    left = event.button() == Qt.MouseButton.LeftButton
    with_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    if event.button() == Qt.MouseButton.MiddleButton or (left and with_alt):
        return Pan(view)
    if not left:
        return None
    target = view.target_at(event.position())
    if target is not None and target.is_button:
        return PressButton(view, target)
    if target is None or not target.is_selectable or event.modifiers() & (CTRL | SHIFT):
        return RubberBand(view, target if target is not None and target.is_selectable else None)
    if target.kind == "layer" and view.can_move(target):
        return MoveLayer(view, target)
    return BendValue(view, target) if view.can_drag(target) else Select(view, target)
