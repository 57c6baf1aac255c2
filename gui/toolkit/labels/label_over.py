"""This module defines labels that lie over another widget, such as the hint in an empty plot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QWidget

from gui.toolkit.look import wear
from gui.toolkit.theme import Theme
from gui.toolkit.view import View


class LabelOver(View, QLabel):
    """Lies over `area`, lets the mouse through, and is hidden while its text is empty."""

    def __init__(self, area: QWidget) -> None:
        super().__init__(area)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        area.installEventFilter(self)
        self._area = area

    def show_text(self, text: str) -> None:
        """Show `text`; "" hides the label."""
        if text != self.text() or bool(text) == self.isHidden():
            self.setText(text)
            self.setVisible(bool(text))
            self.place()

    def place(self) -> None:
        """Take the size that the text needs, and the place over the area: at its top, in the middle."""
        self.ensurePolished()
        size = self.sizeHint()
        self.resize(min(size.width(), self._area.width() - 8), size.height())
        self.move(max(4, (self._area.width() - self.width()) // 2), 4)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)


class PlotHint(LabelOver):
    """A sentence in the middle of a plot that has nothing to show yet."""

    def __init__(self, area: QWidget) -> None:
        super().__init__(area)
        wear(self, over="plot")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)

    def apply_theme(self, theme: Theme) -> None:
        self.place()

    def place(self) -> None:
        self.ensurePolished()
        wanted = self.fontMetrics().horizontalAdvance(self.text()) + 4 * self.fontMetrics().height()
        width = max(80, min(self._area.width() - 80, wanted))
        self.resize(width, self.heightForWidth(width))
        self.move((self._area.width() - self.width()) // 2 + 16, (self._area.height() - self.height()) // 2)
