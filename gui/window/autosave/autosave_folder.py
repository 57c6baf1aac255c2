"""This module holds the folder of kept work: one file for each window, also of windows that crashed."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QStandardPaths

from engine.files.atomic_write import remove_left_overs
from engine.files.text_file import is_full, reason_of
from engine.project import autosave
from engine.project.autosave import FileState, Note
from engine.project.project import Project
from engine.spec.errors import EngineError
from gui.window.files.window_lock import WindowLock

ENDING, LOCK_ENDING = ".work", ".lock"


@dataclass(frozen=True)
class LostWork:
    """This work was left by a window that is gone."""

    file: Path
    note: Note


class AutosaveFile:
    """A file that belongs to whoever holds its lock; the lock of a process that is gone counts for nothing."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._lock = WindowLock(file.with_name(f"{file.name}{LOCK_ENDING}"))
        self._writing = Lock()
        self._is_given_up = False

    def take(self) -> bool:
        """Hold the file from now on; False while somebody else does."""
        return self._lock.take()

    def let_go(self) -> None:
        """Leave the file to whoever takes it next."""
        self._lock.release()

    def keep(
        self,
        project: Project,
        path: Path | None,
        when: float,
        state: FileState | None,
        unwanted: Callable[[], bool] = lambda: False,
    ) -> None:
        """Write the work, from any thread, unless the file was given up, or this is `unwanted` by now.

        Raises EngineError.
        """
        self.write(lambda: autosave.keep(self.file, project, path, when, state), unwanted)

    def write(self, writing: Callable[[], object], unwanted: Callable[[], bool] = lambda: False) -> None:
        """Do `writing`, which fills the file, like `keep`. Raises EngineError."""
        with self._writing:
            if not (self._is_given_up or unwanted()):
                writing()

    def clear(self, unwanted: Callable[[], bool] = lambda: False) -> None:
        """Remove the file, from any thread, after a writing that goes on, unless this is `unwanted` by now."""
        with self._writing:
            if not unwanted():
                _remove(self.file)

    def give_up(self) -> None:
        """Remove the file, for good, and let go."""
        with self._writing:
            self._is_given_up = True
            _remove(self.file)
        self._lock.release()


class AutosaveFolder:
    """The folder at `path`, which is made with the first file in it; of files of one kind, told by their ending."""

    def __init__(self, path: Path, ending: str = ENDING) -> None:
        self.path, self._ending = path, ending

    def new_file(self) -> AutosaveFile:
        """A new file, held already. Raises EngineError where the folder does not allow it."""
        try:
            self.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise autosave.cannot_keep(self.path, reason_of(error), is_full(error)) from error
        autosave_file = AutosaveFile(self.path / f"{secrets.token_hex(8)}{self._ending}")
        autosave_file.take()  # where no lock can be made, no file can either, and keeping says why
        return autosave_file

    def lost_work(self) -> list[LostWork]:
        """What was left by windows that did not end properly, newest first; what cannot be read is passed over."""
        found: list[LostWork] = []
        for autosave_file in self.take_each():
            try:
                found.append(LostWork(autosave_file.file, autosave.read_note(autosave_file.file)))
            except EngineError:
                continue
            finally:
                autosave_file.let_go()
        return sorted(found, key=lambda left: left.note.when, reverse=True)

    def take_each(self) -> Iterator[AutosaveFile]:
        """The files that nobody holds, each held when it comes, the one that was written last first."""
        for file in sorted(self.path.glob(f"*{self._ending}"), key=_written, reverse=True):
            autosave_file = AutosaveFile(file)
            if autosave_file.take():
                yield autosave_file

    def tidy(self) -> None:
        """Remove what killed processes left half done."""
        remove_left_overs(self.path)
        for lock in self.path.glob(f"*{self._ending}{LOCK_ENDING}"):
            file = lock.with_name(lock.name.removesuffix(LOCK_ENDING))
            if not file.exists() and (autosave_file := AutosaveFile(file)).take():
                autosave_file.let_go()


def data_folder() -> Path:
    """Where this user's kept work lies."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)) / "kept-work"


def _written(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:  # another window has just removed it
        return 0.0


def _remove(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError:
        return  # a folder that has become read-only; the file is offered again, which does no harm
