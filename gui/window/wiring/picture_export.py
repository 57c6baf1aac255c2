"""Takes single views out of the program as pictures: the diagram, and later whatever else can paint itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFileDialog

from engine.errors import EngineError
from engine.whole_file import write_whole
from gui.error_text import error_text
from gui.export import FORMATS, Look, Picture, PictureFormat, Sheet
from gui.window.wiring.wiring import Wiring

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class PictureExportWiring(Wiring):
    """File ▸ Save the diagram."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        window.actions_by_name["save_diagram"].triggered.connect(
            lambda: self.ask(window.diagram_view.picture(), self.tr("Save the diagram"))
        )

    def ask(self, picture: Picture, title: str) -> None:
        """Ask where to keep a picture of a view, and in which form."""
        filters = [kind.filter for kind in FORMATS]
        dialog = self.window.questions.ask_save(title, filters)
        if dialog is None:
            return
        dialog.setDefaultSuffix(FORMATS[0].suffix)
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(FORMATS[filters.index(chosen)].suffix))
        dialog.finished.connect(lambda result: self._on_dialog_finished(dialog, result, filters, picture))
        dialog.open()

    def save(self, picture: Picture, path: Path, kind: PictureFormat) -> bool:
        """Write a picture of a view as it is now; False, with a message on show, where that cannot be done."""
        size = picture.picture_size()
        try:
            write_whole(
                path,
                kind.contents(
                    picture, Sheet(2 * size.width(), 2 * size.height(), 2.0, Look(self.window.appearance.themes.theme))
                ),
            )
        except EngineError as error:
            self.window.message_bar.warn(error_text(error))
            return False
        self.window.message_bar.notice(self.tr("Saved as {path}.").format(path=path))
        return True

    def _on_dialog_finished(self, dialog: QFileDialog, result: int, filters: list[str], picture: Picture) -> None:
        if result == QDialog.DialogCode.Accepted.value:
            kind = FORMATS[filters.index(dialog.selectedNameFilter())]
            self.save(picture, Path(dialog.selectedFiles()[0]), kind)
