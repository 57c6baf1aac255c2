"""This module has a window painted once after many changes, in a turn of the event loop that is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_IS_OPAQUE = Qt.WidgetAttribute.WA_OpaquePaintEvent


def stop_painting(window: QWidget) -> None:
    """Paint nothing of `window` until `paint_again`."""
    window.setUpdatesEnabled(False)


def paint_again(window: QWidget) -> None:
    """As `setUpdatesEnabled`, which has every widget ask for a paint of its own, too: all would be painted twice.

    Qt paints what is opaque by itself, and with it what is not: only the former need to ask.
    """
    window.setAttribute(Qt.WidgetAttribute.WA_ForceUpdatesDisabled, False)
    waiting = [window]
    while waiting:
        widget = waiting.pop()
        widget.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, False)
        if widget.isWindow() or widget.autoFillBackground() or widget.testAttribute(_IS_OPAQUE):
            widget.update()
        for child in widget.children():
            if isinstance(child, QWidget) and child.isVisible():
                waiting.append(child)
            elif isinstance(child, QWidget):
                child.setUpdatesEnabled(True)
