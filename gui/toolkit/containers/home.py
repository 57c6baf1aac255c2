"""This module defines the place of a view that stands elsewhere for the time being, larger."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.toolkit.look import dress_anew, worn_sheet


class Home(QWidget):
    """Holds `view`, until it is lent."""

    def __init__(self, view: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        room(self).addWidget(view)

    def lend(self, to: QWidget | None) -> None:
        """Let the view stand in `to`, a room, or, for None, here again."""
        before = worn_sheet(self._view)
        (to or self).layout().addWidget(self._view)  # type: ignore[union-attr]
        if worn_sheet(self._view) != before:  # one of the places was hidden when the theme changed
            dress_anew(self._view)
        self._view.show()


def room(widget: QWidget) -> QVBoxLayout:
    """Make `widget` a room that a view can fill; its layout."""
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    return layout
