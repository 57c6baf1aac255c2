"""What the dialogs for a picture and for an animation show: choices on the left, beside them what comes of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.features.pictures.labelled import Fields
from gui.features.pictures.preview import Preview
from gui.toolkit.theme import Theme
from gui.toolkit.view import View

_PAUSE_MS = 40
"""What is chosen quickly one after the other is drawn once."""


class PreviewedForm(View, QWidget):
    """Fills a dialog: `fields`, a check box and a line about the result; the `preview`; a row of `buttons`.

    `prefix` begins the names of its parts. `preview_wanted` asks for the preview, after a change or at another size.
    """

    preview_wanted = Signal()

    def __init__(self, prefix: str, dialog: QDialog) -> None:
        super().__init__(dialog)
        self.fields = Fields(self)
        self.check = QCheckBox(self)
        self.about = QLabel(self)
        self.about.setObjectName(f"{prefix}_about")
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.preview = Preview(f"{prefix}_preview", self)
        self.save = QPushButton(self)
        self.save.setObjectName(f"{prefix}_save")
        self.save.setProperty("primary", True)
        self.save.setDefault(True)
        self.choices = QWidget(self)
        self.buttons = QHBoxLayout()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.preview_wanted)
        self._arrange(dialog)

    def want_preview(self) -> None:
        """Something was chosen: ask for the preview, soon."""
        self._timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._timer.start()

    def say(self, text: str, colour: str) -> None:
        """Write the line about the result."""
        self.about.setText(text)
        self.about.setStyleSheet(f"color: {colour};")

    def apply_theme(self, theme: Theme) -> None:
        self.choices.setFixedWidth(theme.px(330))
        self.about.setMinimumHeight(theme.px(54))
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(theme.px(14), theme.px(12), theme.px(14), theme.px(12))
        layout.setSpacing(theme.px(10))
        self._timer.start()

    def _arrange(self, dialog: QDialog) -> None:
        choices = QVBoxLayout(self.choices)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.addLayout(self.fields.layout)
        choices.addWidget(self.check)
        choices.addWidget(self.about)
        choices.addStretch(1)
        above = QHBoxLayout()
        above.addWidget(self.choices)
        above.addWidget(self.preview, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(above, 1)
        layout.addLayout(self.buttons)
        around = QVBoxLayout(dialog)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self)


def name_button(button: QPushButton, text: str, hint: str) -> None:
    """Write a button's text and what it does, for everyone."""
    button.setText(text)
    button.setToolTip(hint)
    button.setAccessibleName(text)


def ask_where(dialog: QDialog, kind: str, suffix: str, then: Callable[[Path], object]) -> None:
    """Ask over `dialog` for the place of a file of this `kind`, a filter; once, however often it is clicked."""
    if dialog.findChild(QFileDialog) is not None:
        return
    question = QFileDialog(dialog, dialog.windowTitle())
    question.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    question.setNameFilters([kind])
    question.setDefaultSuffix(suffix)
    question.fileSelected.connect(lambda name: then(Path(name)))
    question.finished.connect(question.deleteLater)
    question.open()
