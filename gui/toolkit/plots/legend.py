"""This module defines the legend beside a plot, where it hides no point."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QStyle, QWidget

from gui.toolkit.look import wear
from gui.toolkit.theme import Theme

_GAP = 4  # pixels around the mark and behind the text


class LegendEntry(QLabel):
    """A mark and what it stands for: one widget, as each costs time at every change of the theme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = QPixmap()
        self.setTextFormat(Qt.TextFormat.PlainText)
        wear(self, letters="small")

    def show_entry(self, mark: QPixmap, text: str, tip: str, theme: Theme) -> None:
        """Draw `mark` and write `text` beside it."""
        size = mark.deviceIndependentSize().toSize()
        self._mark = mark
        self.setContentsMargins(_GAP + size.width() + _GAP, 0, _GAP, 0)
        self.setMinimumHeight(size.height())
        self.setText(text)
        self.setToolTip(tip)
        self.setAccessibleName(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = self._mark.deviceIndependentSize().toSize()
        room = QRect(0, 0, self.contentsRect().left(), self.height())
        painter = QPainter(self)
        painter.drawPixmap(
            QStyle.alignedRect(self.layoutDirection(), Qt.AlignmentFlag.AlignCenter, size, room), self._mark
        )
        painter.end()
