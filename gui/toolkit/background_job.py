"""This module runs work in a thread that would make the window wait: one job at a time, the newest counts.

The thread begins with the first job. It is asked to end and awaited, never terminated. Only one that may hang, as in
reading from a drive that does not answer, is left to itself.
"""

from __future__ import annotations

import functools
import logging
import sys
from collections.abc import Callable
from threading import Condition, Thread
from typing import Any
from weakref import WeakKeyDictionary, WeakMethod

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from engine.spec.errors import EngineError
from gui.words.error_text import failure_text

_log = logging.getLogger(__name__)

SWITCH_S = 0.000_5
"""How long another thread may keep Python's lock when the window wants it. Painting a table asks for it a thousand
times; with Python's own 5 ms a window beside the reading of a million rows was late by more than a second.
"""

_GRACE_S = 0.2
"""At the end, so long for a job that may hang: most are done by then, and whatever is at work ends with the process."""

_ASKED = "perceptra_ends_workers"

Job = Callable[[Callable[[], bool]], Any]
"""Gets a function that tells whether the job is no longer wanted; returns the result."""

_Report = Callable[[int, object, Exception | None], object]
"""Gets the number of a job, and its result or its error."""


def do_at_the_end(work: Callable[[], object], patience: float = _GRACE_S) -> None:
    """Do `work` on a disk that may not answer; whoever ends waits so many seconds, and leaves it to itself then."""
    thread = Thread(target=work, name="perceptra-end", daemon=True)
    thread.start()
    thread.join(patience)


class _Post(QObject):
    """The post takes calls from threads to the window's thread, which makes them in its event loop.

    It is never deleted. A thread that emits the signal of an object which the window deletes at that moment finds half
    of it, and may bring the program down.
    """

    _came = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._came.connect(lambda call: call(), Qt.ConnectionType.QueuedConnection)

    def send(self, call: Callable[[], object]) -> None:
        """Have `call` called."""
        self._came.emit(call)


@functools.cache
def _post() -> _Post:
    """The one of the program; the window's thread asks for it first."""
    return _Post()


class Background(QObject):
    """This object of the window's thread runs jobs; `done` and `failed` arrive there, for the newest job only.

    Where a job `may_hang`, neither the next one nor the end waits for it.
    """

    done = Signal(object)
    failed = Signal(str)  # a sentence

    def __init__(self, name: str, parent: QObject | None = None, may_hang: bool = False) -> None:
        super().__init__(parent)
        sys.setswitchinterval(SWITCH_S)
        self._name, self._may_hang = name, may_hang
        self._newest = 0
        self._worker = self._new_worker()

    @property
    def is_busy(self) -> bool:
        """Whether a result is still to come."""
        return self._worker.is_wanted

    def submit(self, job: Job) -> None:
        """Do `job` next; one that still waits is forgotten, and the one at work is told that it is not wanted."""
        if self._may_hang and self._worker.is_at_work:
            self._worker.dismiss(0)
            self._worker = self._new_worker()
        self._newest = self._worker.submit(job)

    def cancel(self) -> None:
        """Want no result any more."""
        self._newest = self._worker.cancel()

    def _new_worker(self) -> _Worker:
        worker = _Worker(self._name, WeakMethod(self._finish), self._newest)
        patience = _GRACE_S if self._may_hang else None
        self.destroyed.connect(lambda: worker.dismiss(patience))
        _end_with_the_program(worker, patience)
        return worker

    def _finish(self, number: int, result: object, error: Exception | None) -> None:
        if number != self._newest:
            return
        self._worker.settle(number)
        if error is None:
            self.done.emit(result)
        else:
            self.failed.emit(failure_text(error))


_at_the_end: WeakKeyDictionary[_Worker, float | None] = WeakKeyDictionary()
"""Workers and the patience with each, for when the program ends; a window that has closed leaves none."""


def _end_with_the_program(worker: _Worker, patience: float | None) -> None:
    application = QCoreApplication.instance()
    if application is not None and not application.property(_ASKED):
        application.setProperty(_ASKED, True)
        application.aboutToQuit.connect(_dismiss_all)
    _at_the_end[worker] = patience


def _dismiss_all() -> None:
    for worker, patience in list(_at_the_end.items()):
        worker.dismiss(patience)


class _Worker:
    """The worker holds the thread and its job. It keeps no Qt object alive, so that it may outlive its own a moment."""

    def __init__(self, name: str, report: WeakMethod[_Report], number: int) -> None:
        self._name = name
        self._report, self._post = report, _post()
        self._changed = Condition()
        self._waiting: Job | None = None
        self._number = self._settled = number
        self._closing = self._is_at_work = False
        self._thread: Thread | None = None

    @property
    def is_wanted(self) -> bool:
        return self._settled != self._number

    @property
    def is_at_work(self) -> bool:
        return self._is_at_work or self._waiting is not None

    def submit(self, job: Job) -> int:
        with self._changed:
            self._number += 1
            self._waiting = job
            if self._thread is None and not self._closing:
                self._thread = Thread(target=self._run, name=self._name, daemon=True)
                self._thread.start()
            self._changed.notify_all()
            return self._number

    def cancel(self) -> int:
        with self._changed:
            self._number += 1
            self._settled = self._number
            self._waiting = None
            return self._number

    def settle(self, number: int) -> None:
        self._settled = max(self._settled, number)

    def dismiss(self, patience: float | None = None) -> None:
        """Ask the thread to end, and wait until it has, or `patience` is over; it tells nothing from now on."""
        with self._changed:
            self._closing, self._waiting = True, None
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join(patience)
            self._thread = None

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting is not None or self._closing)
                if self._closing or self._waiting is None:
                    return
                job, number, self._waiting = self._waiting, self._number, None
                self._is_at_work = True
            self._do(job, number)
            self._is_at_work = False

    def _do(self, job: Job, number: int) -> None:
        result: Any = None
        error: Exception | None = None
        try:
            result = job(lambda: self._closing or self._number != number)
        except EngineError as problem:
            error = problem
        except Exception as problem:
            _log.exception("A job in the background failed.")
            error = problem
        self._post.send(lambda: self._tell(number, result, error))

    def _tell(self, number: int, result: object, error: Exception | None) -> None:
        """In the window's thread, where nobody is deleted meanwhile."""
        report = self._report()
        if report is not None and not self._closing:
            report(number, result, error)
