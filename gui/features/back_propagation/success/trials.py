"""Tries many random starts in the background."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from engine.data.dataset import Dataset
from engine.project.project import Project
from engine.training.success_rate import DEFAULT_ATTEMPTS, DEFAULT_LIMIT, Attempt, attempts
from gui.features.back_propagation.success.success_panel import Trial
from gui.toolkit.background_job import Background

TELL_EVERY_MS = 100


class Trials(QObject):
    """Many starts of one project; `progressed` carries all attempts so far, a few times a second."""

    progressed = Signal(object)
    ended = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = Background("perceptra-trials", self)
        self._worker.done.connect(self._on_worker_done)
        self._worker.failed.connect(self._on_worker_failed)
        self._found: list[Attempt] = []
        self._timer = QTimer(self)
        self._timer.setInterval(TELL_EVERY_MS)
        self._timer.timeout.connect(self._tell)

    def begin(self, project: Project, data: Dataset) -> Trial:
        """Try starts of `project`, giving up those before."""
        found: list[Attempt] = []
        self._found = found
        trial, job = _try_starts(project, data, found)
        self._worker.submit(job)
        self._timer.start()
        return trial

    def cancel(self) -> None:
        """Stop; what was found stays on show."""
        self._worker.cancel()
        self._timer.stop()
        self._tell()

    def _tell(self) -> None:
        self.progressed.emit(tuple(self._found))

    def _on_worker_done(self, _result: object) -> None:
        self._timer.stop()
        self._tell()
        self.ended.emit()

    def _on_worker_failed(self, sentence: str) -> None:
        self._timer.stop()
        self.failed.emit(sentence)


def _try_starts(
    project: Project, data: Dataset, found: list[Attempt]
) -> tuple[Trial, Callable[[Callable[[], bool]], None]]:
    """A description of the trial, and the job that appends one attempt after the other to `found`."""
    training = project.training
    trial = Trial(DEFAULT_ATTEMPTS, training.max_epochs or DEFAULT_LIMIT, training.target_error, project.network.sizes)

    def job(is_cancelled: Callable[[], bool]) -> None:
        prepare = project.start.lock_and_cut
        for attempt in attempts(project.network, data, training, is_cancelled=is_cancelled, prepare=prepare):
            found.append(attempt)

    return trial, job
