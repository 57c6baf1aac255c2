"""Asks for the files that are not projects: a table to read, a picture to write, a lesson to open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QFileDialog

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class FileQuestions(QObject):
    """One question at a time, and none that blocks."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def ask_open_table(self) -> None:
        """Ask for a table and show what importing it would bring."""
        self._ask_open(self.tr("Open a table"), self._table_filters(), self.preview_table)

    def ask_open_test_table(self) -> None:
        """Ask for a table of test samples and show what taking it would bring."""
        self._ask_open(self.tr("Open a table of test samples"), self._table_filters(), self.preview_test_table)

    def preview_test_table(self, path: Path) -> None:
        """Show the preview of the test samples at `path`; the project changes only when the user confirms it."""
        from gui.features.importing.second_file_dialog import SecondFileDialog

        window = self._window
        SecondFileDialog(path, window.document, window.appearance.themes, window).open()

    def preview_table(self, path: Path) -> None:
        """Show the preview of the table at `path`; the project changes only when the user confirms it."""
        from gui.features.importing.import_dialog import ImportDialog

        window = self._window
        ImportDialog(path, window.document, window.appearance.themes, window).open()

    def ask_open_lesson(self, then: Callable[[Path], object]) -> None:
        """Ask for a lesson file and hand it to `then`."""
        self._ask_open(self.tr("Open a lesson"), [self.tr("Lessons (*.toml)"), self.tr("All files (*)")], then)

    def ask_open_weights(self, then: Callable[[Path], object]) -> None:
        """Ask for a file of weights and hand it to `then`."""
        filters = [self.tr("Weights (*.npz *.py *.csv)"), self.tr("All files (*)")]
        self._ask_open(self.tr("Load weights"), filters, then)

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

    def _table_filters(self) -> list[str]:
        return [self.tr("Tables (*.csv *.tsv *.txt *.dat *.data *.arff *.npz *.xlsx)"), self.tr("All files (*)")]

    def _ask_open(self, title: str, filters: list[str], then: Callable[[Path], object]) -> None:
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
            self._window.message_bar.warn(text.format(path=name))
