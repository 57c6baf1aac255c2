"""This module defines the dialog for the author and the notes of a project."""

from __future__ import annotations

from itertools import count

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from engine.project.project import MAX_AUTHOR, MAX_NOTES, Project
from gui.document import commands
from gui.document.document import Document
from gui.toolkit.look import wear
from gui.toolkit.view import View

WRITE_AFTER_MS = 400
_openings = count()


class NotesDialog(View, QDialog):
    """Writes into the project while one types; all of one opening is one step of undo.

    `author_changed` carries the name, to be proposed for the next project.
    """

    author_changed = Signal(str)

    def __init__(self, document: Document, usual_author: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notes_dialog")
        self._document = document
        self._gesture = next(_openings)
        self._is_showing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WRITE_AFTER_MS)
        self._build()
        self._show(document.project)
        if not document.project.author:
            self.author.setText(usual_author)
        self.author.textChanged.connect(self._on_edited)
        self.notes.textChanged.connect(self._on_edited)
        self._timer.timeout.connect(self._write)
        self._buttons.rejected.connect(self.close)
        self.finished.connect(self._write_what_waits)
        document.changed.connect(self._on_document_changed)
        self.retranslate()
        self.resize(520, 420)
        self.notes.setFocus()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Name and notes"))
        self._author_label.setText(self.tr("&Name"))
        self._notes_label.setText(self.tr("N&otes"))
        self.author.setAccessibleName(self.tr("Name"))
        self.author.setToolTip(self.tr("Stands in the lab report; remembered for your next projects"))
        self.author.setPlaceholderText(self.tr("your name, or those of your group"))
        self.notes.setAccessibleName(self.tr("Notes"))
        self.notes.setToolTip(self.tr("Saved in the project; stands in the lab report"))
        self.notes.setPlaceholderText(
            self.tr("What did you try, what did you see, why?\nAn empty line begins a new paragraph.")
        )
        self._hint.setText(self.tr("Saved with the project. The lab report (File menu) begins with them."))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._write_what_waits()  # the user may be on the way to save, or to close the window
        super().changeEvent(event)

    def _build(self) -> None:
        self.author, self.notes = QLineEdit(self), QPlainTextEdit(self)
        self.author.setObjectName("notes_author")
        self.author.setMaxLength(MAX_AUTHOR)
        self.notes.setObjectName("notes_text")
        self.notes.setTabChangesFocus(True)
        self._author_label, self._notes_label, self._hint = QLabel(self), QLabel(self), QLabel(self)
        self._author_label.setBuddy(self.author)
        self._notes_label.setBuddy(self.notes)
        wear(self._hint, caption=True)
        self._hint.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        form = QFormLayout()
        form.addRow(self._author_label, self.author)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._notes_label)
        layout.addWidget(self.notes, 1)
        layout.addWidget(self._hint)
        layout.addWidget(self._buttons)

    def _show(self, project: Project) -> None:
        self._is_showing = True
        if self.author.text() != project.author:
            self.author.setText(project.author)
        if self.notes.toPlainText() != project.notes:
            self.notes.setPlainText(project.notes)
        self._is_showing = False

    def _on_edited(self) -> None:
        if not self._is_showing:
            self._timer.start()

    def _write(self) -> None:
        self._timer.stop()
        author, notes = self._typed()
        commands.set_notes(self._document, author, notes, self._gesture)
        self.author_changed.emit(author)

    def _on_document_changed(self, before: Project, after: Project) -> None:
        told = (after.author, after.notes)
        is_typing = self._timer.isActive()
        if (before.author, before.notes) != told and told != self._typed() and not is_typing:
            self._show(after)

    def _typed(self) -> tuple[str, str]:
        return self.author.text().strip(), self.notes.toPlainText()[:MAX_NOTES]

    def _write_what_waits(self) -> None:
        if self._timer.isActive():
            self._write()
