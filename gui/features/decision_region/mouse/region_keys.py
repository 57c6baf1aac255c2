"""The region plot obeys these keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from gui.features.decision_region.mouse.region_parts import RegionParts
from gui.features.decision_region.region_canvas import DIGITS
from gui.toolkit.plots.plot_focus import is_plain


def press_key(parts: RegionParts, event: QKeyEvent, hovered: int | None) -> bool:
    """Obey a key pressed on the canvas; `hovered` is the sample under the mouse. False for other keys."""
    key = event.key()
    if not is_plain(event):
        return False
    if parts.painting.press(event):
        return True
    if key in DIGITS:
        label = DIGITS.index(Qt.Key(key))
        if not parts.classes.take(label):
            parts.painting.class_chosen(label)
    elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        index = parts.editor.selected if hovered is None else hovered
        if index is not None:
            parts.editor.remove(index)
    elif key == Qt.Key.Key_Home:
        parts.reset_view()
    elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
        parts.canvas.zoom(1 / 1.25 if key == Qt.Key.Key_Plus else 1.25)
    else:
        return parts.lines.press(event)
    return True
