"""This module defines the legend beside a plot, where it hides no point."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gui.toolkit.look import wear
from gui.toolkit.theme import Theme


class LegendEntry(QWidget):
    """A mark and what it stands for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = QLabel(self)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        wear(self._text, letters="small")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 0)
        layout.setSpacing(4)
        layout.addWidget(self._mark)
        layout.addWidget(self._text)

    def show_entry(self, mark: QPixmap, text: str, tip: str, theme: Theme) -> None:
        """Draw `mark` and write `text` beside it."""
        self._mark.setPixmap(mark)
        self._text.setText(text)
        self.setToolTip(tip)
        self.setAccessibleName(text)
