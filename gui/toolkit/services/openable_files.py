"""This module knows which files the window opens by the ending of their names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

Opener = Callable[[Path], object]


class OpenableFiles(QObject):
    """Each area adds what it opens; a file of such a kind can be dropped anywhere on the window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._openers: dict[str, Opener] = {}
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def add(self, suffixes: tuple[str, ...], opener: Opener) -> None:
        """Let `opener` open dropped files whose names end in one of `suffixes`, given as ".csv" in small letters."""
        self._openers |= dict.fromkeys(suffixes, opener)

    def open(self, path: Path) -> None:
        """Open `path` as if it were dropped. Raises KeyError for an unknown kind of file."""
        self._openers[path.suffix.lower()](path)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and (path := self._path_in(event)) is not None:  # dragging over it, too
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                self.open(path)
            return True
        return super().eventFilter(watched, event)

    def _path_in(self, event: QDropEvent) -> Path | None:
        """The first dragged file that can be opened, if there is one."""
        for url in event.mimeData().urls():
            path = Path(url.toLocalFile())
            if url.isLocalFile() and path.suffix.lower() in self._openers:
                return path
        return None
