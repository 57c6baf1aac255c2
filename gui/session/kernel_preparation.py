"""This module compiles the kernels in child processes while the window already works."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from engine import warm_up

_log = logging.getLogger(__name__)
_ROOT = Path(__file__).resolve().parents[2]
_COMMANDS = tuple(("-m", "engine.warm_up", str(share)) for share in range(len(warm_up.FIRST_SHARES)))


class KernelPreparation(QObject):
    """Runs `python -m engine.warm_up` where the cache is cold, a process for each share.

    What the first training needs of a share is loaded as soon as it is compiled, in a thread of its own: Numba itself
    takes longer to load than the kernels.
    finished: all that the first training needs is there; the rest is still being compiled. After a failure, logged,
    the kernels compile in here.
    """

    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._processes: list[_Process] = []
        self._loading: list[Thread] = []
        self._is_running = False

    @property
    def is_running(self) -> bool:
        """Whether the first training still has to wait."""
        return self._is_running

    def start(self) -> None:
        """Start the child processes if they are needed and possible; returns at once.

        One is started at once, the others once the event loop runs: until then the window needs the second core.
        """
        # a packed application's executable is the application itself: it has no "-m"
        if warm_up.is_warm() or getattr(sys, "frozen", False):
            return
        self._is_running = True
        self._processes = [_Process(self) for _ in _COMMANDS]
        for share, process in enumerate(self._processes):
            process.compiled.connect(lambda share=share: self._load(share))
            process.ready.connect(self._on_process_ready)
        self._begin(0)
        QTimer.singleShot(0, self, lambda: self._begin(*range(1, len(self._processes))))

    def close(self) -> None:
        """End the child processes, and wait for what is being loaded."""
        self._is_running = False
        for process in self._processes:
            process.end()
        self._processes = []
        for thread in self._loading:
            thread.join()

    def _begin(self, *shares: int) -> None:
        for share in shares:
            self._processes[share].start(sys.executable, list(_COMMANDS[share]))

    def _load(self, share: int) -> None:
        thread = Thread(target=warm_up.load, args=(share,), name="perceptra-kernels", daemon=True)
        self._loading.append(thread)
        thread.start()

    def _on_process_ready(self) -> None:
        if self._is_running and all(process.is_ready for process in self._processes):
            self._is_running = False
            self.finished.emit()


def started_preparation(parent: QObject) -> KernelPreparation:
    """The sooner it is started the better: the first epoch waits for it."""
    preparation = KernelPreparation(parent)
    preparation.start()
    return preparation


class _Process(QProcess):
    """One child process. compiled: it has said that it is ready; ready: it has said so, or has ended."""

    compiled = Signal()
    ready = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_ready = False
        self._said = b""
        self.setProcessEnvironment(_environment())
        self.setWorkingDirectory(str(_ROOT))
        self.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        if os.name == "posix":  # else Ctrl+C in the terminal reaches the child as well, and it complains
            self.setUnixProcessParameters(QProcess.UnixProcessFlag.CreateNewSession)
        self.readyRead.connect(self._on_ready_read)
        self.finished.connect(self._on_finished)
        self.errorOccurred.connect(self._on_error_occurred)

    def end(self) -> None:
        """Kill it, and wait until it has gone."""
        self.readyRead.disconnect(self._on_ready_read)
        self.finished.disconnect(self._on_finished)
        self.errorOccurred.disconnect(self._on_error_occurred)
        self.kill()
        self.waitForFinished(2000)

    def _on_ready_read(self) -> None:
        self._said += bytes(self.readAll().data())
        if not self.is_ready and warm_up.READY.encode() in self._said.splitlines():
            self.compiled.emit()
            self._be_ready()

    def _on_finished(self, exit_code: int, _status: QProcess.ExitStatus) -> None:
        if exit_code != 0:
            said = (self._said + bytes(self.readAll().data())).decode(errors="replace")
            _log.warning("Compiling the kernels ahead ended with exit code %s: %s", exit_code, said.strip())
        self._be_ready()

    def _on_error_occurred(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            _log.warning("Compiling the kernels ahead could not start.")
            self._be_ready()

    def _be_ready(self) -> None:
        if not self.is_ready:
            self.is_ready = True
            self.ready.emit()


def _environment() -> QProcessEnvironment:
    """The present environment, with this project first on the path for imports."""
    environment = QProcessEnvironment.systemEnvironment()
    others = environment.value("PYTHONPATH")
    environment.insert("PYTHONPATH", os.pathsep.join([str(_ROOT), *([others] if others else [])]))
    return environment
