"""This module keeps the user's work: soon after an edit, every minute, before anything risky and at the very end."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from engine.project.project import Project
from engine.spec.errors import EngineError
from engine.training.run import Run
from gui.document.document import Document, OwnWork
from gui.session import TrainingSession
from gui.toolkit.background_job import Background, do_at_the_end
from gui.window.autosave.autosave_folder import AutosaveFile, AutosaveFolder
from gui.window.files.file_guard import FileGuard
from gui.words.error_text import error_text

EVERY_MS = 60_000
REST_MS = 3_000
"""So long after the last edit a small project is kept; one of many samples waits for its minute."""
SMALL_NUMBERS = 250_000
"""What takes some milliseconds to write: a file of 2.5 MB."""
LAST_MS = 3_000
"""So long the end waits at most for a disk; where that does not answer, the work of before is what was kept."""
HANGS_S = 10.0
"""A writing that takes longer is taken to hang, and the next one does not wait for it."""


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
        self._in_trouble = self._ended = self._leaves_work = self._is_due = False
        self._begun = -math.inf
        self._after: Callable[[], object] | None = None
        self._writer = Background("autosave", self, may_hang=True)
        self._writer.done.connect(self._on_writer_done)
        self._writer.failed.connect(self._on_writer_failed)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.keep)
        self._timer.start()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.keep)
        document.changed.connect(self._on_document_changed)
        document.path_changed.connect(self.keep)  # opened, saved, set aside for a lesson or brought back

    def keep(self) -> None:
        """Keep the work as it is now; forget what was kept when there is nothing to lose."""
        if self._ended:
            return
        if self._document.own_work.is_aside:
            self._write(None)
        else:
            self._session.request_run(self._write)

    def keep_and_then(self, action: Callable[[], object]) -> None:
        """Keep the work and run `action` when it is on the disk, or cannot be brought there."""
        self._after = action
        QTimer.singleShot(LAST_MS, self, self._go_on)
        self.keep()

    def leave_work(self) -> None:
        """Let what is kept stay at the end, for the next start to offer."""
        self._leaves_work = True

    def adopt(self, autosave_file: AutosaveFile) -> None:
        """Write to `autosave_file` from now on; the window holds it, and it has the work already."""
        if self._autosave_file is not None:
            self._autosave_file.give_up()
        self._autosave_file, self._written = autosave_file, None

    def close(self) -> None:
        """The window ends; unless work is to be left, nothing needs to be brought back."""
        self._ended = True
        self._timer.stop()
        self._rest.stop()
        self._writer.cancel()
        autosave_file, self._autosave_file = self._autosave_file, None
        if autosave_file is not None:
            do_at_the_end(autosave_file.let_go if self._leaves_work else autosave_file.give_up)

    def _on_document_changed(self) -> None:
        """An edit begins the rest anew. What is loaded is kept when it has a path, see `path_changed`."""
        if not (self._ended or self._document.is_loading) and _is_small(self._document):
            self._rest.start()

    def _write(self, run: Run | None) -> None:
        work = self._document.own_work
        run = work.project.run if work.is_aside else run
        if self._ended:
            return
        if not _could_be_lost(work, run):
            self._forget()
        elif self._written is None or self._written[0] is not work.project or self._written[1] is not run:
            self._submit(work, run)
        self._go_on_unless_busy()

    def _submit(self, work: OwnWork, run: Run | None) -> None:
        """Write after the writing under way: given up for each newer one, none might ever be whole."""
        self._is_due = self._writer.is_busy and time.monotonic() < self._begun + HANGS_S
        if self._is_due:
            return
        try:
            autosave_file = self._autosave_file = self._autosave_file or self._folder.new_file()
        except EngineError as error:
            self._on_writer_failed(error_text(error))
            return
        self._written, self._begun = (work.project, run), time.monotonic()
        project, when, state = replace(work.project, run=run), self._clock(), self._guard.state_of(work.path)
        self._writer.submit(lambda unwanted: autosave_file.keep(project, work.path, when, state, unwanted))

    def _forget(self) -> None:
        self._written = None
        if (autosave_file := self._autosave_file) is not None:
            self._writer.submit(autosave_file.clear)

    def _on_writer_done(self, _result: object) -> None:
        self._in_trouble = False
        self.kept.emit()
        self._go_on_unless_busy()

    def _on_writer_failed(self, sentence: str) -> None:
        self._written = None  # the next minute tries again
        if not self._in_trouble:
            self._in_trouble = True
            text = self.tr("Until you save, a crash would cost your work: {problem}")
            self.failed.emit(text.format(problem=sentence))
        self._go_on_unless_busy()

    def _go_on_unless_busy(self) -> None:
        if self._writer.is_busy:
            return
        if self._is_due:
            self._is_due = False
            self.keep()
        else:
            self._go_on()

    def _go_on(self) -> None:
        action, self._after = self._after, None
        if action is not None:
            action()


def _is_small(document: Document) -> bool:
    data = document.dataset
    return data.n_samples * (data.n_inputs + data.n_outputs) + document.project.network.n_parameters <= SMALL_NUMBERS


def _could_be_lost(work: OwnWork, run: Run | None) -> bool:
    """Whether something was done since it was opened or saved; the start of a project never saved is nothing."""
    return work.has_edits or (
        work.run_changed and (work.path is not None or run is not None or bool(work.project.runs))
    )
