"""The keys of the sample table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_KEYS = {
    "copy": (QKeySequence.StandardKey.Copy,),
    "paste": (QKeySequence.StandardKey.Paste,),
}
COPY_NAMED = QKeySequence("Ctrl+Shift+C")
_PLAIN = {
    Qt.Key.Key_Insert: "add",
    Qt.Key.Key_Delete: "remove",
    Qt.Key.Key_Backspace: "remove",
}


_KEYPAD = Qt.KeyboardModifier.KeypadModifier


def step_of(event: QKeyEvent) -> int:
    """How many classes further a key leads in a target's cell: 1, −1, or 0 for other keys."""
    if event.modifiers() & ~_KEYPAD != Qt.KeyboardModifier.AltModifier:
        return 0
    return {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)


def command_of(event: QKeyEvent) -> str:
    """The command of the table that a key asks for; "" for none."""
    for name, keys in _KEYS.items():
        if any(event.matches(key) for key in keys):
            return name
    if QKeySequence(event.keyCombination()) == COPY_NAMED:
        return "copy_named"
    is_plain = not event.modifiers() & ~_KEYPAD
    return _PLAIN.get(Qt.Key(event.key()), "") if is_plain else ""
