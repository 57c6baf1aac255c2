"""What the keys do on the region plot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from gui.features.decision_region.region_canvas import DIGITS
from gui.toolkit.plots.plot_focus import is_plain

if TYPE_CHECKING:
    from gui.features.decision_region.decision_region_plot import DecisionRegionPlot


def press_key(plot: DecisionRegionPlot, event: QKeyEvent, hovered: int | None) -> bool:
    """Obey a key pressed on the canvas; `hovered` is the sample under the mouse. False for other keys."""
    key = event.key()
    if not is_plain(event):
        return False
    if plot.painting.press(event):
        return True
    if key in DIGITS:
        label = DIGITS.index(Qt.Key(key))
        if not plot.classes.take(label):
            plot.painting.class_chosen(label)
    elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        index = plot.editor.selected if hovered is None else hovered
        if index is not None:
            plot.editor.remove(index)
    elif key == Qt.Key.Key_Home:
        plot.reset_view()
    elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
        plot.canvas.zoom(1 / 1.25 if key == Qt.Key.Key_Plus else 1.25)
    else:
        return plot.lines.press(event)
    return True
