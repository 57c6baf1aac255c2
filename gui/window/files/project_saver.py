"""This module writes projects beside the window, one after the other, so that the newest is what stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from engine.project.autosave import FileState, file_state
from engine.project.file import project_file
from engine.project.project import Project
from gui.toolkit.services.file_work import FileWork
from gui.toolkit.services.message_bar import MessageBar
from gui.window.files.file_guard import Obstacle

Written = FileState | Obstacle | None


@dataclass(frozen=True)
class Saving:
    """A project to be written to `path`.

    look: called when its turn has come, it makes the function that looks for an obstacle in the thread.
    then: gets the file's new state, or the obstacle.
    """

    project: Project
    path: Path
    look: Callable[[], Callable[[], Obstacle | None]]
    then: Callable[[Written], object]

    def write(self, obstacle: Callable[[], Obstacle | None], unwanted: Callable[[], bool]) -> Written:
        """Look and write; for a thread that may wait for the disk. Raises EngineError."""
        found = obstacle()
        if found is not None:
            return found
        project_file.save(self.project, self.path, unwanted)
        return file_state(self.path)


class ProjectSaver(FileWork):
    """Savings of one file that wait are made in one: the newest. One that is cancelled leaves the file as it was."""

    def __init__(self, messages: MessageBar, parent: QObject) -> None:
        super().__init__(messages, parent, "perceptra-save")
        self._waiting: dict[Path, Saving] = {}
        self.settled.connect(self._begin_next)

    @property
    def is_busy(self) -> bool:
        """Whether something is not yet on the disk."""
        return super().is_busy or bool(self._waiting)

    def save(self, saving: Saving) -> None:
        """Write it, when those before it are written; the newest takes the place of one that waits."""
        self._waiting.pop(saving.path, None)
        self._waiting[saving.path] = saving
        self._begin_next()

    def cancel(self) -> None:
        self._waiting.clear()
        super().cancel()

    def waiting_text(self, name: str) -> str:
        return self.tr("Saving {name} …").format(name=name)

    def _begin_next(self) -> None:
        if super().is_busy or not self._waiting:
            return
        saving = self._waiting.pop(next(iter(self._waiting)))
        self.do(saving.path.name, partial(saving.write, saving.look()), saving.then)
