"""This feature asks for tables and shows the previews of a table and of a second file of test samples."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QTimer

from gui.features.context import WindowContext
from gui.features.feature import Feature
from gui.toolkit.services.actions import spec

if TYPE_CHECKING:
    from gui.features.importing.import_dialog import ImportDialog

_NEXT_TURN_MS = 1  # with none at all, Qt would do it in this turn
TABLES = (".csv", ".tsv", ".tab", ".txt", ".dat", ".data", ".arff", ".pat", ".npy", ".npz", ".xlsx")


class ImportingFeature(Feature):
    """Data ▸ Open a table, Data ▸ Test data from a file, and tables that are dropped on the window."""

    actions = (
        spec(
            "open_table",
            QT_TRANSLATE_NOOP("Actions", "Open &table…"),
            QT_TRANSLATE_NOOP("Actions", "Import samples from a CSV, ARFF, NumPy, SNNS or .xlsx file, with a preview"),
            "Ctrl+T",
        ),
        spec(
            "open_test_table",
            QT_TRANSLATE_NOOP("Actions", "Test data from a &file…"),
            QT_TRANSLATE_NOOP("Actions", "Import the test samples from a second file with the same columns"),
        ),
    )

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        context.actions["open_table"].triggered.connect(lambda _checked=False: self.ask_open_table())
        context.actions["open_test_table"].triggered.connect(lambda _checked=False: self.ask_open_test_table())
        context.openable_files.add(TABLES, self.preview_table)

    def ask_open_table(self) -> None:
        """Ask for a table and show what importing it would bring."""
        self.context.questions.ask_open(self.tr("Open a table"), self._filters(), self.preview_table)

    def ask_open_test_table(self) -> None:
        """Ask for a table of test samples and show what taking it would bring."""
        title = self.tr("Open a table of test samples")
        self.context.questions.ask_open(title, self._filters(), self.preview_test_table)

    def preview_table(self, path: Path) -> None:
        """Show the preview of the table at `path`; the project changes only when the user confirms it."""
        from gui.features.importing.import_dialog import ImportDialog

        self._open_next(ImportDialog, path)

    def preview_test_table(self, path: Path) -> None:
        """Show the preview of the test samples at `path`; the project changes only when the user confirms it."""
        from gui.features.importing.second_file_dialog import SecondFileDialog

        self._open_next(SecondFileDialog, path)

    def _open_next(self, dialog: type[ImportDialog], path: Path) -> None:
        """Open the dialog in the next turn of the event loop: loading its modules may have taken 0.1 s of this one."""
        context = self.context
        QTimer.singleShot(
            _NEXT_TURN_MS,
            context.window,
            lambda: dialog(path, context.document, context.themes, context.window).open(),
        )

    def _filters(self) -> list[str]:
        patterns = " ".join(f"*{suffix}" for suffix in TABLES)
        return [self.tr("Tables ({patterns})").format(patterns=patterns), self.tr("All files (*)")]
