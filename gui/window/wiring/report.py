"""The name and notes of a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.window.wiring.wiring import Wiring

if TYPE_CHECKING:
    from gui.main_window import MainWindow

AUTHOR = "author"


class ReportWiring(Wiring):
    """File ▸ Name and notes. The name is remembered and proposed for every project that has none."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        window.actions_by_name["notes"].triggered.connect(lambda _checked=False: self.open_notes())

    def open_notes(self) -> None:
        """Show the notes of the project beside the window."""
        from gui.report.notes_dialog import NotesDialog

        window = self.window
        present = window.findChild(NotesDialog)
        if present is not None:
            present.raise_()
            present.activateWindow()
            return
        dialog = NotesDialog(window.document, window.settings.text(AUTHOR), window)
        dialog.author_changed.connect(lambda name: window.settings.remember(AUTHOR, name))
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()
