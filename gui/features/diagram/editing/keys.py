"""The canvas's keys: arrows navigate, + and − change units, Insert or A adds a layer, Delete removes, Enter edits.

Shift with up and down goes through a neuron's bias and connections. Ctrl and Shift with an arrow takes the next thing
into the selection, Ctrl+A all of the same kind. Alt with left and right moves the layer. Escape selects nothing.
Alt with up and down raises and lowers the selected weight or bias, with Shift in small steps.
Space and everything else with Ctrl or Alt are left to the window.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from gui.features.diagram.editing.keyboard_navigation import next_parameter, next_target
from gui.features.diagram.geometry.diagram_layout import Layout
from gui.features.diagram.geometry.target import Target

ACTIONS = {
    Qt.Key.Key_Insert: "add",
    Qt.Key.Key_A: "add",
    Qt.Key.Key_Delete: "remove",
    Qt.Key.Key_Backspace: "remove",
    Qt.Key.Key_Plus: "more",
    Qt.Key.Key_Equal: "more",
    Qt.Key.Key_Minus: "fewer",
    Qt.Key.Key_Return: "edit",
    Qt.Key.Key_Enter: "edit",
    Qt.Key.Key_F2: "edit",
    Qt.Key.Key_Escape: "escape",
}
_VALUE_STEPS = {Qt.Key.Key_Up: "raise", Qt.Key.Key_Down: "lower"}
_ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})
_UP_DOWN = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down})
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_ALT, _META = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.MetaModifier
_MOVES = {Qt.Key.Key_Left: "move_left", Qt.Key.Key_Right: "move_right"}


def action_of(event: QKeyEvent) -> str | None:
    """The name of what the canvas does with this key, as `_handle_key` of the view knows it; None for nothing."""
    key = Qt.Key(event.key())
    if event.modifiers() & _META:
        return None
    if event.modifiers() & _ALT:
        return _with_alt(key, bool(event.modifiers() & _SHIFT)) if not event.modifiers() & _CTRL else None
    if event.modifiers() & _CTRL:
        if key == Qt.Key.Key_A:
            return "all"
        return "extend" if key in _ARROWS and event.modifiers() & _SHIFT else None
    return "navigate" if key in _ARROWS else ACTIONS.get(key)


def _with_alt(key: Qt.Key, with_shift: bool) -> str | None:
    return _VALUE_STEPS.get(key) or (None if with_shift else _MOVES.get(key))


def destination(event: QKeyEvent, selected: Target | None, layout: Layout) -> Target:
    """What an arrow key selects."""
    key = Qt.Key(event.key())
    through = event.modifiers() & _SHIFT and not event.modifiers() & _CTRL
    if through and key in _UP_DOWN:
        return next_parameter(selected, key, layout)
    return next_target(selected, key, layout)
