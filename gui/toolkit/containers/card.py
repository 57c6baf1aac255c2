"""A card is a panel of the window with a quiet heading over its content."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from engine.data.dataset import Dataset
from gui.toolkit.containers.card_frame import CardFrame


@dataclass(frozen=True)
class CardSpec:
    """One card of the workbench: its fixed name, and the English source of its title for a data set (context "Cards").

    scrolls: whether the content scrolls where it has too little room.
    """

    name: str
    title: Callable[[Dataset], str]
    scrolls: bool = False


def card_spec(name: str, title: object, scrolls: bool = False) -> CardSpec:
    """A `CardSpec` with one title; QT_TRANSLATE_NOOP is typed as returning any object, but returns its text."""
    return CardSpec(name, lambda _data: str(title), scrolls)


class Card(CardFrame):
    """A titled frame; `set_title` gives the text, in the language in force."""

    title_double_clicked = Signal()

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = QLabel(self)
        self._heading.setProperty("heading", True)
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._heading.setMinimumWidth(1)  # what stands beside it must not widen a narrow column
        top = QHBoxLayout()
        top.setContentsMargins(8, 0, 8, 0)
        top.addWidget(self._heading)
        top.addStretch(1)
        self._top = top
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 4, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(self._top)
        layout.addWidget(content, 1)
        self._content = content

    def add_button(self, button: QWidget) -> None:
        """Put a button, or a row of them, to the right of the heading, where it takes no room from the content."""
        self._top.addWidget(button)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.position().y() < self._content.y():
            self.title_double_clicked.emit()

    def set_title(self, title: str) -> None:
        """Show `title` and give it to screen readers as the name of the group."""
        self._heading.setText(title)
        self.setAccessibleName(title)
