"""This module keeps the user's work every minute and before anything risky: a crash costs a minute at most."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from engine.project.project import Project
from engine.spec.errors import EngineError
from engine.training.run import Run
from gui.document.document import Document, OwnWork
from gui.session import TrainingSession
from gui.toolkit.background_job import Background
from gui.window.autosave.autosave_folder import AutosaveFile, AutosaveFolder
from gui.window.files.file_guard import FileGuard
from gui.words.error_text import error_text

EVERY_MS = 60_000


class Autosaver(QObject):
    """Writes beside the window; what is saved, or as it was opened, is not kept. `failed` tells trouble once."""

    failed = Signal(str)
    kept = Signal()

    def __init__(
        self,
        document: Document,
        session: TrainingSession,
        guard: FileGuard,
        folder: AutosaveFolder,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(document)
        self._document, self._session, self._guard = document, session, guard
        self._folder, self._clock = folder, clock
        self._autosave_file: AutosaveFile | None = None
        self._written: tuple[Project, Run | None] | None = None
        self._in_trouble = self._ended = False
        self._writer = Background("autosave", self)
        self._writer.done.connect(self._on_writer_done)
        self._writer.failed.connect(self._on_writer_failed)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.keep)
        self._timer.start()
        document.path_changed.connect(self.keep)  # opened, saved, set aside for a lesson or brought back

    def keep(self) -> None:
        """Keep the work as it is now; forget what was kept when there is nothing to lose."""
        if self._ended:
            return
        if self._document.own_work.is_aside:
            self._write(None)
        else:
            self._session.request_run(self._write)

    def adopt(self, autosave_file: AutosaveFile) -> None:
        """Write to `autosave_file` from now on; the window holds it, and it has the work already."""
        if self._autosave_file is not None:
            self._autosave_file.give_up()
        self._autosave_file, self._written = autosave_file, None

    def close(self) -> None:
        """The window ends as it should: nothing needs to be brought back."""
        self._ended = True
        self._timer.stop()
        self._writer.cancel()
        if self._autosave_file is not None:
            self._autosave_file.give_up()
            self._autosave_file = None

    def _write(self, run: Run | None) -> None:
        work = self._document.own_work
        run = work.project.run if work.is_aside else run
        if self._ended:
            return
        if not _could_be_lost(work, run):
            self._forget()
        elif self._written is None or self._written[0] is not work.project or self._written[1] is not run:
            self._submit(work, run)

    def _submit(self, work: OwnWork, run: Run | None) -> None:
        try:
            autosave_file = self._autosave_file = self._autosave_file or self._folder.new_file()
        except EngineError as error:
            self._on_writer_failed(error_text(error))
            return
        self._written = (work.project, run)
        project, when, state = replace(work.project, run=run), self._clock(), self._guard.state_of(work.path)
        self._writer.submit(lambda _unwanted: autosave_file.keep(project, work.path, when, state))

    def _forget(self) -> None:
        self._written = None
        if (autosave_file := self._autosave_file) is not None:
            self._writer.submit(lambda _unwanted: autosave_file.clear())

    def _on_writer_done(self, _result: object) -> None:
        self._in_trouble = False
        self.kept.emit()

    def _on_writer_failed(self, sentence: str) -> None:
        self._written = None  # the next minute tries again
        if not self._in_trouble:
            self._in_trouble = True
            text = self.tr("Until you save, a crash would cost your work: {problem}")
            self.failed.emit(text.format(problem=sentence))


def _could_be_lost(work: OwnWork, run: Run | None) -> bool:
    """Whether something was done since it was opened or saved; the start of a project never saved is nothing."""
    return work.has_edits or (
        work.run_changed and (work.path is not None or run is not None or bool(work.project.runs))
    )
