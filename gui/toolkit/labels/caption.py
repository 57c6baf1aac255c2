"""This module defines the small name above or beside a control; a long one is shortened with dots."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption, QWidget

from gui.toolkit.look import wear


class Caption(QLabel):
    """A muted label that gives way: it takes what width there is and shows the rest as a tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        wear(self, caption=True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        usual = self.fontMetrics().horizontalAdvance("Learning rate η")
        hint = self.sizeHint()
        return QSize(min(hint.width(), usual) + 4, hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        area = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        flags = self.alignment() | Qt.TextFlag.TextSingleLine
        enabled = self.isEnabled()
        self.style().drawItemText(
            painter, area, int(flags.value), option.palette, enabled, text, option.palette.ColorRole.WindowText
        )
        if self.hasFocus():
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, self)
