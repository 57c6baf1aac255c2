"""The canvas's keys: arrows walk, + and − change units, Insert or A adds a layer, Delete removes, Enter edits.

Shift with up and down goes through a neuron's bias and connections. Ctrl and Shift with an arrow takes the next thing
into the selection, Ctrl+A all of the same kind. Escape lets go of the selection.
Alt with up and down raises and lowers the selected weight or bias, with Shift in small steps.
Space and everything else with Ctrl or Alt are left to the window.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from gui.diagram.layout import Layout
from gui.diagram.target import Target
from gui.diagram.walking import walked, walked_parameters

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
_BENDING = {Qt.Key.Key_Up: "raise", Qt.Key.Key_Down: "lower"}
_ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})
_UP_DOWN = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down})
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_OTHERS = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def action_of(event: QKeyEvent) -> str | None:
    """What the canvas does with this key: "walk", "extend", "all" or one of `ACTIONS`; None: nothing."""
    key = Qt.Key(event.key())
    if event.modifiers() & _OTHERS:
        return _BENDING.get(key) if event.modifiers() & ~_SHIFT == Qt.KeyboardModifier.AltModifier else None
    if event.modifiers() & _CTRL:
        if key == Qt.Key.Key_A:
            return "all"
        return "extend" if key in _ARROWS and event.modifiers() & _SHIFT else None
    return "walk" if key in _ARROWS else ACTIONS.get(key)


def walk(event: QKeyEvent, selected: Target | None, layout: Layout) -> Target:
    """What an arrow key leads to."""
    key = Qt.Key(event.key())
    through = event.modifiers() & _SHIFT and not event.modifiers() & _CTRL
    if through and key in _UP_DOWN:
        return walked_parameters(selected, key, layout)
    return walked(selected, key, layout)
