"""Projects as files: the menu of recent ones, and dropping one, or a table, on the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir

from gui.window.files.project_files import SUFFIX
from gui.window.files.recent_files import RecentFiles
from gui.window.wiring.wiring import Wiring

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class ProjectFilesWiring(Wiring):
    """Remembers which projects were opened and saved, and opens them again."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._recent = RecentFiles(window.settings)
        self._menu = window.menus.menu("recent")
        window.openable_files.add((SUFFIX,), self._open)
        window.document.path_changed.connect(self._on_document_path_changed)
        window.menus.menu("file").aboutToShow.connect(self._show_whether_any)
        self._menu.aboutToShow.connect(self._fill)

    def _on_document_path_changed(self) -> None:
        if self.window.document.path is not None:
            self._recent.add(self.window.document.path)

    def _show_whether_any(self) -> None:
        self._menu.menuAction().setEnabled(bool(self._recent.paths))

    def _fill(self) -> None:
        self._menu.clear()
        for number, path in enumerate(self._recent.paths, start=1):
            entry = self._menu.addAction(f"&{number}  {path.stem.replace('&', '&&')}")
            entry.setObjectName(f"action_recent_{number}")
            entry.setToolTip(QDir.toNativeSeparators(str(path)))
            entry.triggered.connect(lambda _checked=False, path=path: self._open_recent(path))
        self._menu.addSeparator()
        forget = self._menu.addAction(self.tr("&Clear this list"))
        forget.setObjectName("action_recent_clear")
        forget.setToolTip(self.tr("Forget which projects were opened; the files stay"))
        forget.triggered.connect(lambda _checked=False: self._recent.clear())

    def _open_recent(self, path: Path) -> None:
        if path.is_file():
            self._open(path)
            return
        self._recent.remove(path)
        text = self.tr("{name} is no longer in {folder}; it was taken off the list.")
        self.window.message_bar.warn(text.format(name=path.name, folder=QDir.toNativeSeparators(str(path.parent))))

    def _open(self, path: Path) -> None:
        self.window.files.unless_unsaved(lambda: self.window.files.open(path))
