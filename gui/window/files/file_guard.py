"""Watches the file of the user's project: whether somebody else has it open, and whether it was changed meanwhile."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from engine.project.autosave import FileState, file_state
from gui.document.document import Document
from gui.window.files.window_lock import WindowLock

_NEVER = (-1, -1)  # the state of a file that was never looked at


class FileGuard(QObject):
    """Holds a lock beside the file (`.name.lock`) while `locks` is set; where none can be made, it goes without."""

    warned = Signal(str)

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.locks = False
        self._document = document
        self._path: Path | None = None
        self._lock: WindowLock | None = None
        self._seen: dict[Path, FileState | None] = {}
        document.path_changed.connect(self._on_document_path_changed)

    def saw(self, path: Path, state: FileState | None) -> None:
        """Note in which state the file was when it was read or written."""
        self._seen[path.absolute()] = state

    def state_of(self, path: Path | None) -> FileState | None:
        """The state in which the file was last seen."""
        return None if path is None else self._seen.get(path.absolute())

    def obstacle(self, path: Path) -> str:
        """Why writing to `path` would destroy somebody else's work, as a sentence; empty when it would not."""
        holder = self._holder(path)
        if holder:
            return holder
        now, seen = file_state(path), self._seen.get(path.absolute(), _NEVER)
        if now is not None and seen is not _NEVER and now != seen:
            return self.tr("{name} was changed by another program since you opened or saved it.").format(name=path.name)
        return ""

    def release(self) -> None:
        """Hold no lock any more, because the window closes."""
        self.locks = False
        self._unlock()

    def _on_document_path_changed(self) -> None:
        path = self._document.own_work.path
        if not self.locks or (path == self._path and self._is_held):
            return
        is_news = path != self._path
        self._unlock()
        self._path = path
        if path is None:
            return
        lock = _lock_of(path)
        if lock.take():
            self._lock = lock
        elif is_news and lock.is_anothers:
            self.warned.emit(self._sentence(path, lock))

    @property
    def _is_held(self) -> bool:
        return self._lock is not None and self._lock.is_held

    def _holder(self, path: Path) -> str:
        """Who else has the file open, as a sentence."""
        if not self.locks or (path == self._path and self._is_held):
            return ""
        lock = _lock_of(path)
        if lock.take():
            lock.release()
            return ""
        if not lock.is_anothers:
            return ""  # a folder that lets nobody make a lock; saving says so itself
        return self._sentence(path, lock)

    def _sentence(self, path: Path, lock: WindowLock) -> str:
        if lock.holder is None:
            return self.tr("{name} is open in another window, too.").format(name=path.name)
        process, host = lock.holder
        text = self.tr("{name} is open in another window, too (process {process} on {host}).")
        return text.format(name=path.name, process=process, host=host)

    def _unlock(self) -> None:
        if self._lock is not None:
            self._lock.release()
        self._lock = self._path = None


def _lock_of(path: Path) -> WindowLock:
    target = path.resolve()
    return WindowLock(target.with_name(f".{target.name}.lock"))
