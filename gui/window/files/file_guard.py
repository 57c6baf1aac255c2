"""Watches the file of the user's project: whether somebody else has it open, and whether it was changed meanwhile.

Locks are taken and let go in a thread, as the disk may not answer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from engine.project.autosave import FileState, file_state
from gui.document.document import Document
from gui.toolkit.background_job import Background, do_at_the_end
from gui.window.files.window_lock import WindowLock

_NEVER = (-1, -1)  # the state of a file that was never looked at


@dataclass(frozen=True)
class Obstacle:
    """Writing would destroy somebody else's work: of who has the file `open_in`, or of who changed it."""

    open_in: WindowLock | None = None


class _Exchange:
    """One lock is let go for that of `path`, None for none; others may wait until it `is_over`."""

    def __init__(self, path: Path | None, leaving: Sequence[WindowLock]) -> None:
        self.path = path
        self.lock: WindowLock | None = None
        self.is_held = False
        self.is_over = Event()
        self._leaving = tuple(leaving)

    def run(self, unwanted: Callable[[], bool]) -> _Exchange:
        """For a thread that may wait for the disk."""
        _let_go(self._leaving)
        if self.path is not None:
            self.lock = _lock_of(self.path)
            self.is_held = self.lock.take()
            if unwanted():
                self.lock.release()
        self.is_over.set()
        return self


class FileGuard(QObject):
    """Holds a lock beside the file (`.name.lock`) while `locks` is set; where none can be made, it goes without."""

    warned = Signal(str)

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.locks = False
        self._document = document
        self._path: Path | None = None
        self._is_news = False  # whether nobody has been told yet who else has the file open
        self._lock: WindowLock | None = None
        self._leaving: list[WindowLock] = []  # to be let go
        self._exchange = _Exchange(None, ())
        self._seen: dict[Path, FileState | None] = {}
        self._background = Background("perceptra-lock", self, may_hang=True)
        self._background.done.connect(self._on_background_done)
        document.path_changed.connect(self._on_document_path_changed)

    @property
    def is_settled(self) -> bool:
        """Whether the lock of the document's file is taken, or is known not to be had."""
        return not self._background.is_busy

    def saw(self, path: Path, state: FileState | None) -> None:
        """Note in which state the file was when it was read or written."""
        self._seen[path.absolute()] = state

    def state_of(self, path: Path | None) -> FileState | None:
        """The state in which the file was last seen."""
        return None if path is None else self._seen.get(path.absolute())

    def look(self, path: Path) -> Callable[[], Obstacle | None]:
        """A function, for a thread, that tells what writing to `path` would destroy."""
        asks_holder = self.locks and not (path == self._path and self._is_held)
        pending = self._exchange if path == self._path and self._background.is_busy else None
        seen = self._seen.get(path.absolute(), _NEVER)

        def obstacle() -> Obstacle | None:
            if asks_holder and not _becomes_ours(pending) and (lock := _anothers_lock(path)) is not None:
                return Obstacle(lock)
            now = file_state(path)
            return Obstacle() if now is not None and seen is not _NEVER and now != seen else None

        return obstacle

    def sentence(self, path: Path, obstacle: Obstacle) -> str:
        """Why `path` had better not be written to."""
        if obstacle.open_in is None:
            return self.tr("{name} was changed by another program since you opened or saved it.").format(name=path.name)
        holder = obstacle.open_in.holder
        if holder is None:
            return self.tr("{name} is open in another window, too.").format(name=path.name)
        text = self.tr("{name} is open in another window, too (process {process} on {host}).")
        return text.format(name=path.name, process=holder[0], host=holder[1])

    def release(self) -> None:
        """Hold no lock any more, because the window closes."""
        self.locks = False
        self._background.cancel()
        self._leave()
        do_at_the_end(lambda: _let_go(self._leaving))

    @property
    def _is_held(self) -> bool:
        return self._lock is not None and self._lock.is_held

    def _on_document_path_changed(self) -> None:
        path = self._document.own_work.path
        if not self.locks or (path == self._path and (self._is_held or self._background.is_busy)):
            return
        self._is_news = path != self._path
        self._leave()
        self._path = path
        self._exchange.is_over.set()  # whoever waits for one that nobody wants any more shall not
        self._exchange = _Exchange(path, self._leaving)
        self._background.submit(self._exchange.run)

    def _on_background_done(self, exchange: _Exchange) -> None:
        self._leaving = []
        if exchange.is_held:
            self._lock = exchange.lock
        elif self._is_news and exchange.path is not None and exchange.lock is not None and exchange.lock.is_anothers:
            self.warned.emit(self.sentence(exchange.path, Obstacle(exchange.lock)))

    def _leave(self) -> None:
        if self._lock is not None:
            self._leaving.append(self._lock)
        self._lock = self._path = None


def _becomes_ours(pending: _Exchange | None) -> bool:
    """Whether this window gets the lock that it is about to take."""
    if pending is None:
        return False
    pending.is_over.wait()
    return pending.is_held


def _anothers_lock(path: Path) -> WindowLock | None:
    """The lock of `path` where another window holds it; of a folder that lets nobody make one, saving tells."""
    lock = _lock_of(path)
    if lock.take():
        lock.release()
        return None
    return lock if lock.is_anothers else None


def _let_go(locks: Sequence[WindowLock]) -> None:
    for lock in locks:
        lock.release()


def _lock_of(path: Path) -> WindowLock:
    target = path.resolve()
    return WindowLock(target.with_name(f".{target.name}.lock"))
