"""This module defines a drop-down list into which other texts than those on offer can be typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontMetricsF, QTextLayout
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget


class OpenBox(QComboBox):
    """Its text stands as high as that of the closed lists beside it, in Chinese as well.

    Qt puts a closed list's text into the middle, the room that letters of a fallback font need above it included,
    but what can be typed on the line of the first font's letters: 2 px higher.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.line.textChanged.connect(self._level)

    @property
    def line(self) -> QLineEdit:
        """Where the text is typed."""
        line = self.lineEdit()
        assert line is not None
        return line

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._level()

    def _level(self) -> None:
        layout = QTextLayout(self.line.text(), self.line.font())
        layout.beginLayout()
        written = layout.createLine()
        layout.endLayout()
        if written.isValid():
            usual = QFontMetricsF(self.line.font())
            above, below = written.ascent() - usual.ascent(), written.descent() - usual.descent()
            self.line.setTextMargins(0, 2 * max(0, round(above - below)), 0, 0)  # of which the middle goes half the way
