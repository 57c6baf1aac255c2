"""The buttons beside the sample table."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from gui.toolkit.icons import icon
from gui.toolkit.look import wear
from gui.toolkit.theme import BUTTON_HEIGHT, Theme
from gui.toolkit.view import View

_ICONS = {"add": "add", "remove": "remove", "export": "table"}


class SampleTools(View, QWidget):
    """A slim column, as the table is low and wide; `wanted` carries a button's name: "add", "remove", "export"."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(2)
        self._buttons = {name: self._button(name) for name in _ICONS}
        for button in self._buttons.values():
            wear(button, compact=True)
        self._layout.addStretch(1)
        self.retranslate()

    def apply_theme(self, theme: Theme) -> None:
        self._layout.setContentsMargins(theme.px(2), theme.px(4), theme.px(4), theme.px(2))
        for name, button in self._buttons.items():
            button.setIcon(icon(_ICONS[name], theme))
            button.setIconSize(QSize(theme.px(16), theme.px(16)))
            button.setFixedSize(theme.px(BUTTON_HEIGHT), theme.px(BUTTON_HEIGHT))

    def retranslate(self) -> None:
        texts = {
            "add": (self.tr("Add a sample"), self.tr("Add a sample and type its numbers (Insert)")),
            "remove": (self.tr("Remove samples"), self.tr("Remove the selected samples (Delete)")),
            "export": (
                self.tr("Export the samples as CSV"),
                self.tr("Write all samples with outputs and errors, all digits, into a table that spreadsheets read"),
            ),
        }
        for name, (text, tip) in texts.items():
            self._buttons[name].setAccessibleName(text)
            self._buttons[name].setToolTip(tip)

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"sample_{name}")
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.wanted.emit(name))
        self._layout.addWidget(button)
        return button
