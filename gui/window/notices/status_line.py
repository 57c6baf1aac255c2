"""This module shows the sentence about what is under the mouse; what has no room is in the tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

SIDE_MARGIN = 12


class StatusLine(QLabel):
    """A label that never asks for room: a long sentence must not widen the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hover_text")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setContentsMargins(SIDE_MARGIN, 0, 0, 0)
        self._covered = 0

    def show_sentence(self, sentence: str) -> None:
        """Show `sentence`; "" for nothing."""
        self.setText(sentence)
        self.setToolTip(sentence)

    def leave_room(self, pixels: int) -> None:
        """Keep the sentence out of the rightmost `pixels`, which something else covers."""
        if pixels != self._covered:
            self._covered = pixels
            self.update()

    def shown_text(self) -> str:
        """What can be read: the sentence, with … where it is cut."""
        room = max(0, self.contentsRect().width() - self._covered)
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), Qt.AlignmentFlag.AlignVCenter, self.shown_text())
        painter.end()
