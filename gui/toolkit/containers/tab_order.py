"""The Tab key follows the order in which widgets were made; this module puts what is made late where it stands."""

from __future__ import annotations

import itertools

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def join_tab_order(made: QWidget, behind: QWidget) -> None:
    """Let the Tab key come to `made` and what is in it right `behind` a widget.

    The window's chain of focus is not walked: after that PySide took living widgets of the window for deleted ones.
    """
    window = behind.window()
    inside = [widget for widget in (made, *made.findChildren(QWidget)) if widget.window() is window]  # no list of a box
    stops = [widget for widget in inside if widget.focusPolicy() != Qt.FocusPolicy.NoFocus]
    for one, other in itertools.pairwise((behind, *stops)):
        QWidget.setTabOrder(one, other)
