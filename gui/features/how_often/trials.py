"""Tries many starts beside the window, on all cores."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Executor

from PySide6.QtCore import QObject, QTimer, Signal

from engine.analysis.success_tally import SuccessFigures, SuccessTally
from engine.data.datasets.recipe import data_of
from engine.spec.errors import EngineError
from engine.training.starts.success_rate import Attempt, attempts
from gui.features.how_often.computers import executor_at
from gui.features.how_often.trial import Progress, Trial
from gui.toolkit.background_job import Background

TELL_EVERY_MS = 200
_TELL_EVERY_S = TELL_EVERY_MS / 1000


class Trials(QObject):
    """One trial at a time; `progressed` carries what is known, a few times a second and once more at the end."""

    progressed = Signal(object)  # Progress
    ended = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = Background("perceptra-trials", self)
        self._worker.done.connect(self._on_worker_done)
        self._worker.failed.connect(self._on_worker_failed)
        self._work: _Work | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(TELL_EVERY_MS)
        self._timer.timeout.connect(self._tell)

    def begin(self, trial: Trial) -> None:
        """Try the starts of `trial`, giving up those before."""
        self._work = _Work(trial)
        self._worker.submit(self._work)
        self._timer.start()

    def cancel(self) -> None:
        """Stop; what was found stays on show."""
        self._worker.cancel()
        self._timer.stop()
        self._tell()

    def attempts(self) -> tuple[tuple[Attempt, ...], ...]:
        """The attempts so far, cell by cell."""
        return () if self._work is None else tuple(tuple(each) for each in self._work.attempts)

    def _tell(self) -> None:
        if self._work is not None:
            self.progressed.emit(self._work.progress())

    def _on_worker_done(self, _result: object) -> None:
        self._timer.stop()
        self._tell()
        self.ended.emit()

    def _on_worker_failed(self, sentence: str) -> None:
        self._timer.stop()
        self.failed.emit(sentence)


class _Work:
    """The job: it only ever replaces what the window reads."""

    def __init__(self, trial: Trial) -> None:
        self._trial = trial
        self.attempts: list[list[Attempt]] = [[] for _ in trial.cells]
        self._figures: list[SuccessFigures | None] = [None] * len(trial.cells)
        self._problems = [cell.problem for cell in trial.cells]

    def progress(self) -> Progress:
        """What is known so far."""
        return Progress(tuple(self._figures), tuple(self._problems))

    def __call__(self, is_cancelled: Callable[[], bool]) -> None:
        with executor_at(self._trial.wish.address) as executor:
            for index, cell in enumerate(self._trial.cells):
                if cell.project is not None and not is_cancelled():
                    self._try_cell(index, executor, is_cancelled)

    def _try_cell(self, index: int, executor: Executor, is_cancelled: Callable[[], bool]) -> None:
        try:
            self._try_starts(index, executor, is_cancelled)
        except EngineError as problem:
            if len(self._trial.cells) == 1:
                raise
            self._problems[index] = problem

    def _try_starts(self, index: int, executor: Executor, is_cancelled: Callable[[], bool]) -> None:
        trial, due = self._trial, time.monotonic() + _TELL_EVERY_S
        project, data = trial.project_of(index), data_of(trial.project.dataset)
        tally = SuccessTally(data)
        for attempt in attempts(
            project.start,
            data,
            trial.training_of(index),
            range(trial.wish.n_starts),
            executor=executor,
            is_cancelled=is_cancelled,
        ):
            tally.add(attempt)
            self.attempts[index].append(attempt)
            if time.monotonic() >= due:
                self._figures[index] = tally.figures()
                due = time.monotonic() + _TELL_EVERY_S
        self._figures[index] = tally.figures()
