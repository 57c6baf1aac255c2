"""This module asks for files that are not projects, such as tables, pictures and lessons."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget


class FileQuestions(QObject):
    """One question at a time, and none that blocks. `picture_failed` carries the sentence for the user."""

    picture_failed = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def ask_open_lesson(self, then: Callable[[Path], object]) -> None:
        """Ask for a lesson file and hand it to `then`."""
        self.ask_open(self.tr("Open a lesson"), [self.tr("Lessons (*.toml)"), self.tr("All files (*)")], then)

    def ask_save(self, title: str, filters: list[str]) -> QFileDialog | None:
        """A dialog for a new file, to be connected and opened; None while another question is on show."""
        if self.is_asking():
            return None
        dialog = QFileDialog(self._window, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(filters)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def ask_save_table(self, title: str, then: Callable[[Path], object]) -> None:
        """Ask where to write a table and hand the file to `then`."""
        dialog = self.ask_save(title, [self.tr("Tables (*.csv)")])
        if dialog is not None:
            dialog.setDefaultSuffix("csv")
            dialog.fileSelected.connect(lambda name: then(Path(name)))
            dialog.open()

    def ask_save_picture(self) -> None:
        """Take a picture of the window as it is now and ask where to keep it."""
        picture = self._window.grab()
        dialog = self.ask_save(self.tr("Save picture"), [self.tr("PNG pictures (*.png)")])
        if dialog is None:
            return
        dialog.setDefaultSuffix("png")
        dialog.fileSelected.connect(lambda name: self._save_picture(picture, name))
        dialog.open()

    def ask_open(self, title: str, filters: list[str], then: Callable[[Path], object]) -> None:
        """Ask for a file that exists and hand it to `then`."""
        if self.is_asking():
            return
        dialog = QFileDialog(self._window, title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(filters)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def is_asking(self) -> bool:
        """Whether a question stands before the window already; it is brought to the front, as one is enough."""
        for dialog in self._window.findChildren(QDialog):
            if dialog.isVisible() and dialog.isModal():
                dialog.activateWindow()
                return True
        return False

    def _save_picture(self, picture: QPixmap, name: str) -> None:
        if not picture.save(name, "PNG"):
            text = self.tr("The picture could not be written to {path}; choose another place.")
            self.picture_failed.emit(text.format(path=name))
