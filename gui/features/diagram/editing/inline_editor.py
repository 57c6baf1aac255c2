"""A line over the canvas takes a number that is typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.toolkit.entries.spin_box_behaviour import EntryGuard
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme
from gui.words.number_text import read_number


class InlineEditor(QLineEdit):
    """Enter takes the number, Escape leaves it as it was; leaving the line or using a shortcut takes what was changed.

    `accept` gets the number and answers whether it will do; otherwise, and for what is no number, the line stays open
    with `refused` telling why.
    """

    refused = Signal(str)
    closed = Signal()

    def __init__(self, text: str, name: str, theme: Theme, accept: Callable[[float], bool], parent: QWidget) -> None:
        super().__init__(text, parent)
        self._theme, self._canvas = theme, parent
        self._before, self._accept, self._is_open = text, accept, True
        self.setObjectName("inline_editor")
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._guard = EntryGuard(self, self._leave)

    def open_at(self, centre: QPoint, width: int) -> None:
        """Show the line just above `centre`, inside its parent, ready to type over the old number."""
        theme, font = self._theme, self.font()
        font.setPixelSize(theme.letters(13))
        self.setFont(font)
        self.resize(theme.px(width), theme.px(28))
        area = self._canvas.rect().adjusted(4, 4, -4, -4)
        rect = self.rect()
        rect.moveCenter(centre - QPoint(0, theme.px(28)))
        rect.moveLeft(max(area.left(), min(rect.left(), area.right() - rect.width())))
        rect.moveTop(max(area.top(), min(rect.top(), area.bottom() - rect.height())))
        self.move(rect.topLeft())
        wear(self, rim="right")
        self.show()
        self.selectAll()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_line(self) -> None:
        """Go away and change nothing."""
        if self._is_open:
            self._is_open = False
            self.setObjectName("")  # the name belongs to the line that is open
            self.hide()
            self.closed.emit()
            self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt hands Enter on to the widget behind a line; here that is the canvas, which would open the next one."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_line()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._guard.watch(True)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._guard.watch(False)
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._leave()

    def _leave(self) -> None:
        if not self._is_open:
            return
        value = read_number(self.text())
        if value is not None and self.text() != self._before:
            self._accept(value)
        self.close_line()

    def _enter(self) -> None:
        value = read_number(self.text())
        if self.text() == self._before or (value is not None and self._accept(value)):
            self.close_line()
        elif value is None:
            wear(self, rim="wrong")
            self.refused.emit(QCoreApplication.translate("Diagram", "Type a number such as −0.5 or 1.25e-3."))
