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


def command_of(event: QKeyEvent) -> str:
    """The command of the table that a key asks for; "" for none."""
    for name, keys in _KEYS.items():
        if any(event.matches(key) for key in keys):
            return name
    if QKeySequence(event.keyCombination()) == COPY_NAMED:
        return "copy_named"
    is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _PLAIN.get(Qt.Key(event.key()), "") if is_plain else ""
