"""This module remembers the projects that were opened and saved last, and opens them again."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QDir

from gui.features.context import WindowContext
from gui.features.feature import Feature
from gui.toolkit.services.settings import WindowSettings
from gui.window.files.project_files import SUFFIX, ProjectFiles

MOST = 9  # as many as there are digits to press
_NAME = "recent_files"


class RecentFiles:
    """At most `MOST` different paths in the user's settings; what is damaged there counts as empty."""

    def __init__(self, settings: WindowSettings) -> None:
        self._settings = settings

    @property
    def paths(self) -> list[Path]:
        """The files, newest first, whether they are still there or not."""
        try:
            names = json.loads(self._settings.text(_NAME, "[]"))
        except (ValueError, RecursionError):
            return []
        return [Path(name) for name in names if isinstance(name, str)][:MOST] if isinstance(names, list) else []

    def add(self, path: Path) -> None:
        """Put `path` first."""
        path = path.absolute()
        self._remember([path, *(other for other in self.paths if other != path)])

    def remove(self, path: Path) -> None:
        """Forget `path`."""
        self._remember([other for other in self.paths if other != path])

    def clear(self) -> None:
        """Forget them all."""
        self._remember([])

    def _remember(self, paths: list[Path]) -> None:
        self._settings.remember(_NAME, json.dumps([str(path) for path in paths[:MOST]]))


class RecentProjects(Feature):
    """File ▸ Recent, and projects that are dropped on the window."""

    def __init__(self, context: WindowContext, files: ProjectFiles) -> None:
        super().__init__(context)
        self._files = files
        self._recent = RecentFiles(context.settings)
        self._menu = context.menus("recent")
        context.openable_files.add((SUFFIX,), self._open)
        context.document.path_changed.connect(self._on_document_path_changed)
        context.menus("file").aboutToShow.connect(self._show_whether_any)
        self._menu.aboutToShow.connect(self._fill)

    def _on_document_path_changed(self) -> None:
        if self.context.document.path is not None:
            self._recent.add(self.context.document.path)

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
        self.context.reader.read(path.name, path.is_file, lambda is_there: self._open_or_forget(path, is_there))

    def _open_or_forget(self, path: Path, is_there: bool) -> None:
        if is_there:
            self._open(path)
            return
        self._recent.remove(path)
        text = self.tr("{name} is no longer in {folder}; it was taken off the list.")
        self.context.messages.warn(text.format(name=path.name, folder=QDir.toNativeSeparators(str(path.parent))))

    def _open(self, path: Path) -> None:
        self._files.unless_unsaved(lambda: self._files.open(path))
