"""What a person chooses for the lab report; it stays beside the window and shows how far the files are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine.export.lab_report import MOST_MOMENTS
from engine.project.project import MAX_AUTHOR, MAX_NOTES
from gui.features.report.content import PARTS
from gui.toolkit.translation import LANGUAGES, current_language
from gui.toolkit.view import View

_MOST = 2**53


@dataclass(frozen=True)
class Wishes:
    """What stands in the dialog."""

    title: str
    author: str
    notes: str
    language: str
    epochs: tuple[int, ...]
    parts: tuple[str, ...]


class ReportDialog(View, QDialog):
    """`save_wanted` carries the wishes, `cancel_wanted` gives up what is being made.

    titles: what the report is called in each language, until the user calls it otherwise.
    """

    save_wanted = Signal(object)
    cancel_wanted = Signal()

    def __init__(
        self,
        titles: Mapping[str, str],
        author: str,
        notes: str,
        epochs: tuple[int, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._titles = titles
        self.setObjectName("report_dialog")
        self._is_busy = False
        self._build()
        self._arrange()
        self.title.setText(titles[current_language()])
        self.show_notes(author, notes)
        self.epochs.setText(", ".join(str(epoch) for epoch in epochs))
        self.language.setCurrentIndex(self.language.findData(current_language()))
        self.language.currentIndexChanged.connect(self._on_language_current_index_changed)
        self.save.clicked.connect(self._on_save_clicked)
        self.leave.clicked.connect(self._on_leave_clicked)
        self.retranslate()
        self.show_progress(None)
        self.resize(560, 560)

    @property
    def wishes(self) -> Wishes:
        """What stands in the dialog; epochs that are no numbers are left out."""
        numbers = (int(number) for number in re.findall(r"\d+", self.epochs.text()))
        epochs = tuple(sorted({number for number in numbers if number <= _MOST}))[:MOST_MOMENTS]
        return Wishes(
            self.title.text().strip() or self.tr("Lab report"),
            self.author.text().strip(),
            self.notes.toPlainText()[:MAX_NOTES],
            str(self.language.currentData()),
            epochs,
            tuple(part for part in PARTS if self.parts[part].isChecked()),
        )

    def show_notes(self, author: str, notes: str) -> None:
        """Show what the project says now; what stands here already is not touched, nor is its cursor."""
        if author != self.author.text().strip():
            self.author.setText(author)
        if notes != self.notes.toPlainText():
            self.notes.setPlainText(notes)

    def show_progress(self, share: float | None) -> None:
        """How much is done, from 0 to 1; None while nothing is being made."""
        self._is_busy = share is not None
        self.progress.setVisible(self._is_busy)
        self.progress.setValue(round(1000 * (share or 0.0)))
        self.save.setEnabled(not self._is_busy)
        self._name_leave()

    def show_message(self, text: str) -> None:
        """Say how it ended."""
        self.message.setText(text)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Lab report"))
        for label, field, text, hint in (
            (self._labels[0], self.title, self.tr("&Title"), self.tr("Stands at the head of the report")),
            (self._labels[1], self.author, self.tr("&Name"), self.tr("Whose report it is; saved with the project")),
            (self._labels[2], self.language, self.tr("&Language"), self.tr("The language of the report")),
            (
                self._labels[3],
                self.epochs,
                self.tr("&Regions at epochs"),
                self.tr("At most {count}; shown are the nearest moments that the run has kept").format(
                    count=MOST_MOMENTS
                ),
            ),
            (self._labels[4], self.notes, self.tr("N&otes"), self.tr("What you found out; saved with the project")),
        ):
            label.setText(text)
            field.setToolTip(hint)
            field.setAccessibleName(text.replace("&", ""))
        self._retranslate_parts()
        self.save.setText(self.tr("&Save PDF and HTML …"))
        self.save.setToolTip(self.tr("Writes both files beside each other"))
        self.progress.setAccessibleName(self.tr("Progress"))
        self._name_leave()

    def reject(self) -> None:
        """Esc cancels what is being made; it closes the dialog where nothing is."""
        self._on_leave_clicked()

    # ------------------------------------------------------------------ making

    def _build(self) -> None:
        self.title, self.author, self.epochs = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.author.setMaxLength(MAX_AUTHOR)
        self.language, self.notes = QComboBox(self), QPlainTextEdit(self)
        self.notes.setTabChangesFocus(True)
        for name, shown in LANGUAGES.items():
            self.language.addItem(shown, name)
        self.parts = {part: QCheckBox(self) for part in PARTS}
        for part, box in self.parts.items():
            box.setObjectName(f"report_{part}")
            box.setChecked(True)
        self.progress, self.message = QProgressBar(self), QLabel(self)
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)  # names of files may look like markup
        self.save, self.leave = QPushButton(self), QPushButton(self)
        self.save.setDefault(True)
        self.leave.setAutoDefault(False)
        self._labels = [QLabel(self) for _ in range(5)]
        self._parts_label = QLabel(self)
        for name in ("title", "author", "language", "epochs", "notes", "progress", "message", "save", "leave"):
            getattr(self, name).setObjectName(f"report_{name}")

    def _arrange(self) -> None:
        form = QFormLayout()
        fields = (self.title, self.author, self.language, self.epochs, self.notes)
        for label, field in zip(self._labels, fields, strict=True):
            label.setBuddy(field)
            form.addRow(label, field)
        for field, following in pairwise(fields):
            QWidget.setTabOrder(field, following)
        boxes = QGridLayout()
        for index, box in enumerate(self.parts.values()):
            boxes.addWidget(box, index // 5, index % 5)
        form.addRow(self._parts_label, boxes)
        buttons = QHBoxLayout()
        buttons.addWidget(self.progress, 1)
        buttons.addStretch(1)
        buttons.addWidget(self.save)
        buttons.addWidget(self.leave)
        layout = QVBoxLayout(self)
        layout.addLayout(form, 1)
        layout.addWidget(self.message)
        layout.addLayout(buttons)

    def _retranslate_parts(self) -> None:
        self._parts_label.setText(self.tr("Parts"))
        texts = {
            "data": self.tr("Data"),
            "network": self.tr("Network"),
            "settings": self.tr("Training"),
            "result": self.tr("Result"),
            "regions": self.tr("Regions"),
            "pages": self.tr("Surface, race, starts"),
            "runs": self.tr("Kept runs"),
            "samples": self.tr("Samples"),
            "weights": self.tr("Weights"),
            "again": self.tr("To do it again"),
        }
        for part, box in self.parts.items():
            box.setText(texts[part])
            box.setToolTip(QCoreApplication.translate("ReportDialog", "Whether this part stands in the report"))

    def _name_leave(self) -> None:
        self.leave.setText(self.tr("Cancel") if self._is_busy else self.tr("Close"))

    def _on_language_current_index_changed(self) -> None:
        if self.title.text() in self._titles.values():
            self.title.setText(self._titles[str(self.language.currentData())])

    def _on_save_clicked(self) -> None:
        self.message.clear()
        self.save_wanted.emit(self.wishes)

    def _on_leave_clicked(self) -> None:
        if self._is_busy:
            self.cancel_wanted.emit()
        else:
            super().reject()
