"""The canvas's keys: arrows walk, + and − change units, Insert or A adds a layer, Delete removes, Enter edits.

Shift with up and down goes through a neuron's bias and connections. Escape lets go of the selection.
Space and everything with Ctrl or Alt are left to the window.
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
}
_ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})
_UP_DOWN = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down})
_OTHERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def is_ours(event: QKeyEvent) -> bool:
    """Whether the canvas does something with this key."""
    if event.modifiers() & _OTHERS:
        return False
    return event.key() in ACTIONS or event.key() in _ARROWS or event.key() == Qt.Key.Key_Escape


def walk(event: QKeyEvent, selected: Target | None, layout: Layout) -> Target | None:
    """What an arrow key selects; None for other keys."""
    key = Qt.Key(event.key())
    if key not in _ARROWS:
        return None
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and key in _UP_DOWN:
        return walked_parameters(selected, key, layout)
    return walked(selected, key, layout)
