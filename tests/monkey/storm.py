"""One storm: a window, events of one seed, and what must hold during and after them."""

from __future__ import annotations

import faulthandler
import sys
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from pathlib import Path
from types import TracebackType

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.project.file.moments_record import MOMENT_BYTES
from engine.project.file.project_file import decode_project, encode
from engine.project.project import Project
from engine.training.run import Run
from gui.main_window import MainWindow
from tests.monkey.files import make_files
from tests.monkey.hand import Hand

SETTLED_S = 40.0
HUNG_S = 30.0
SLOWEST_S = 20.0  # of one event: a window that stands so long has hung, however busy the machine is
_HARMLESS = ("This plugin does not support", "propagateSizeHints")


class StormError(Exception):
    """What did not hold, and after which event."""


class Storm:
    """Events `numbers` of `seed` at a fresh window; `told` is what was done."""

    def __init__(self, seed: int, folder: Path, watched: bool = False, tells: bool = False) -> None:
        self.seed, self.watched, self._tells, self._folder = seed, watched, tells, folder
        self.told: list[str] = []
        self._number = 0
        self._beginning = Project()
        self._faults: list[str] = []
        self._files = make_files(folder)

    def run(self, numbers: Iterable[int]) -> None:
        """Raises StormError where something did not hold."""
        threads = set(threading.enumerate())
        hook, handler = sys.excepthook, qInstallMessageHandler(self._on_message)
        sys.excepthook = self._on_fault
        hand = Hand(self._opened(Project()), self._files, self._folder, self._note)
        timer = QTimer()
        timer.timeout.connect(hand.answer_what_waits)
        timer.start(100)
        try:
            for number in numbers:
                if self.watched:
                    faulthandler.dump_traceback_later(HUNG_S, exit=True)
                begin = time.monotonic()
                self._number = number
                hand.act(self.seed, number)
                QApplication.processEvents()
                if time.monotonic() - begin > SLOWEST_S:
                    self._faults.append(f"the event took {time.monotonic() - begin:.1f} s")
                self._check()
                if number % 250 == 249:
                    self._ends(hand)
                    hand.window = self._opened(Project())
            self._ends(hand)
        finally:
            timer.stop()
            faulthandler.cancel_dump_traceback_later()
            self._close(hand.window)
            sys.excepthook = hook
            qInstallMessageHandler(handler)
        left = [thread.name for thread in threading.enumerate() if thread not in threads and _lives_on(thread)]
        if left:
            raise StormError(f"threads are left: {left}")

    def _ends(self, hand: Hand) -> None:
        """At rest, the project is saved and read as it is, and undo leads back to where its history began."""
        window = hand.window
        hand.let_go()
        window.document.bring_own_work_back()
        self._waits(lambda: not window.reader.is_busy, "the reading of a file")
        window.session.pause()
        self._waits(lambda: window.session.is_settled and window.session.state != "training", "the session")
        hand.let_go()
        project = replace(window.document.project, run=_as_saved(window.session.run()))
        read = decode_project(encode(project), "storm.perceptra")
        if read != project:
            self._faults.append("the project is another one after saving and opening")
        self._undoes(window)
        self._check()
        self._close(window)

    def _undoes(self, window: MainWindow) -> None:
        stack = window.document.undo_stack
        states, count = [_without_run(window.document.project)], stack.count()
        while stack.canUndo():
            text = stack.undoText()
            stack.undo()
            QApplication.processEvents()
            states.append(_without_run(window.document.project))
            if stack.count() != count:
                self._faults.append(f"taking back {text!r} was answered by {stack.undoText()!r}")
                return
        if states[-1] != self._beginning:
            self._faults.append("undo does not lead back to where the history began")
        for expected in reversed(states[:-1]):
            text = stack.redoText()
            stack.redo()
            if differences := _differences(_without_run(window.document.project), expected):
                self._faults.append(f"redo of {text!r} leads to another project than undo came from: {differences}")
                break
        QApplication.processEvents()

    def _opened(self, project: Project) -> MainWindow:
        window = MainWindow(project, remembers=False)
        self._beginning = project

        def begin(_before: Project, after: Project) -> None:
            """What a lesson or a slide begins with is nobody's own history."""
            document = window.document
            if document.is_loading and not (document.undo_stack.count() or document.has_own_work_aside):
                self._beginning = _without_run(after)

        window.document.changed.connect(begin)
        window.resize(1280, 720)
        window.show()
        QTest.qWaitForWindowExposed(window)
        return window

    def _close(self, window: MainWindow) -> None:
        if not shiboken6.isValid(window):
            return
        window.document.undo_stack.setClean()
        window._closing = True
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QGuiApplication.clipboard().clear()

    def _waits(self, holds: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + SETTLED_S
        while not holds() and time.monotonic() < end:
            QTest.qWait(5)
        if not holds():
            self._faults.append(f"{what} does not come to rest")

    def _note(self, what: str) -> None:
        self.told.append(f"{self._number}: {what}")
        if self._tells:
            print(self.told[-1], flush=True)

    def _check(self) -> None:
        if self._faults:
            raise StormError("\n".join(self._faults[:3]))

    def _on_fault(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        import traceback

        self._faults.append("".join(traceback.format_exception(kind, error, trace)))

    def _on_message(self, kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind != QtMsgType.QtDebugMsg and not any(part in text for part in _HARMLESS):
            self._faults.append(f"Qt: {text}")


def _differences(found: Project, expected: Project) -> dict[str, tuple[object, object]]:
    """The fields in which two projects differ, each with what it is and what it should be."""
    values = {field.name: (getattr(found, field.name), getattr(expected, field.name)) for field in fields(found)}
    return {name: pair for name, pair in values.items() if pair[0] != pair[1]}


def _as_saved(run: Run | None) -> Run | None:
    """A file holds the moments of a run within a bound; all others are found again from them."""
    if run is None or run.moments is None:
        return run
    return replace(run, moments=run.moments.within(MOMENT_BYTES))


def _without_run(project: Project) -> Project:
    return replace(project, run=None, runs=())


def _lives_on(thread: threading.Thread) -> bool:
    thread.join(3.0)
    return thread.is_alive()
