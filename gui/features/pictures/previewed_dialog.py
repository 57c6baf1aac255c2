"""This module defines what the dialogs for pictures and animations share: choices beside a preview."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from gui.features.pictures.preview import Preview
from gui.toolkit.buttons import primary_button
from gui.toolkit.containers.scrolled import scrolled
from gui.toolkit.dialogs.captioned_fields import Fields
from gui.toolkit.dialogs.form_dialog import FormDialog, button_row, plain_text, set_margins
from gui.toolkit.entries.choice_box import ChoiceBox
from gui.toolkit.look import wear
from gui.toolkit.theme import LIGHT, Theme, ThemeManager

_PAUSE_MS = 40
"""What is chosen quickly one after the other is drawn once."""


class PreviewedDialog(FormDialog):
    """Fields, a check box and a line about the result; the preview; a row of buttons.

    `prefix` begins the names of its parts. `_draw` paints the preview, soon after a change or at another size.
    """

    def __init__(self, prefix: str, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(f"{prefix}_dialog", themes, parent)
        self._fields = Fields(self)
        self._check = QCheckBox(self)
        self._about = plain_text(f"{prefix}_about", self)
        self._about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._preview = Preview(f"{prefix}_preview", self)
        self._save = primary_button(f"{prefix}_save", self)
        self._choices = QWidget(self)
        self._colours = ChoiceBox(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._draw)

    def apply_theme(self, theme: Theme) -> None:
        self._scrolled.setFixedWidth(theme.px(330))
        self._about.setMinimumHeight(theme.px(54))
        set_margins(self._whole, theme)
        self._want_preview()
        self._show_state()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._want_preview()

    # ------------------------------------------------------------------ what a dialog adds

    def _draw(self) -> None:
        """Paint the preview."""
        raise NotImplementedError

    def _show_state(self) -> None:
        """Say what would be written, or why nothing can be."""
        raise NotImplementedError

    # ------------------------------------------------------------------ what it has from here

    @property
    def _chosen_theme(self) -> Theme:
        """The colours that the result will have."""
        return self._themes.theme if self._colours.name() == "screen" else LIGHT

    def _add_fields(self, fields: Mapping[str, QWidget]) -> None:
        for name, field in fields.items():
            self._fields.add(field, name)

    def _place_parts(self, progress: QWidget | None, *buttons: QWidget) -> None:
        """Lay everything out, with `progress`, `buttons` and Save in the last row; Tab goes through all of it."""
        choices = QVBoxLayout(self._choices)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.addLayout(self._fields.layout)
        choices.addWidget(self._check)
        choices.addWidget(self._about)
        choices.addStretch(1)
        above = QHBoxLayout()
        self._scrolled = scrolled(self._choices)
        above.addWidget(self._scrolled)
        above.addWidget(self._preview, 1)
        self._whole = QVBoxLayout(self)
        self._whole.addLayout(above, 1)
        self._whole.addLayout(button_row(progress, *buttons, self._save))
        self._fields.lead_to(self._check, *buttons, self._save)

    def _want_preview(self) -> None:
        """Something was chosen: draw the preview, soon."""
        self._timer.start()

    def _write_about(self, text: str, tone: str) -> None:
        """Write the line about the result; `tone` as in `gui.toolkit.look`."""
        self._about.setText(text)
        wear(self._about, tone=tone)

    def _name_check(self, text: str, hint: str) -> None:
        self._check.setText(text)
        self._check.setAccessibleName(text)
        self._check.setToolTip(hint)

    def _ask_where(self, kind: str, suffix: str, then: Callable[[Path], object]) -> None:
        """Ask for the place of a file of this `kind`, a filter; once, however often it is clicked."""
        if self.findChild(QFileDialog) is not None:
            return
        question = QFileDialog(self, self.windowTitle())
        question.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        question.setNameFilters([kind])
        question.setDefaultSuffix(suffix)
        question.fileSelected.connect(lambda name: then(Path(name)))
        question.finished.connect(question.deleteLater)
        question.open()
