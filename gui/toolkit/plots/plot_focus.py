"""This module shows keyboard focus on a plot by a frame and keeps its keys from the window's shortcuts."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QPalette

IGNORED = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier  # "+" needs Shift on many keyboards


def show_focus(plot: Any, has_focus: bool) -> None:
    """Draw a thin frame around the picture while keys go to it."""
    colour = plot.palette().color(QPalette.ColorRole.Highlight)
    plot.getViewBox().setBorder(pg.mkPen(colour, width=1.5) if has_focus else None)


def is_plain(event: QKeyEvent) -> bool:
    """Whether neither Ctrl, Alt nor Meta is held."""
    return not event.modifiers() & ~IGNORED


def claims(event: QEvent, keys: frozenset[Qt.Key]) -> bool:
    """Whether `event` asks if a key is meant for the plot, and it is one of `keys`; accepts the event then."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.key() not in keys or not is_plain(event):
        return False
    event.accept()
    return True
