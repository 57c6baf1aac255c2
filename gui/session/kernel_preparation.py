"""This module compiles the kernels in a child process while the window already works."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from engine import warm_up

_log = logging.getLogger(__name__)
_ROOT = Path(__file__).resolve().parents[2]
_ARGUMENTS = ("-m", "engine.warm_up")


class KernelPreparation(QObject):
    """Runs `python -m engine.warm_up` where the cache is cold. After a failure, logged, the kernels compile in here."""

    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None

    @property
    def is_running(self) -> bool:
        """Whether the kernels are being compiled."""
        return self._process is not None

    def start(self) -> None:
        """Start the child process if it is needed and possible; returns at once."""
        # a packed application's executable is the application itself: it has no "-m"
        if warm_up.is_warm() or getattr(sys, "frozen", False):
            return
        process = QProcess(self)
        process.setProcessEnvironment(_environment())
        process.setWorkingDirectory(str(_ROOT))
        process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        if os.name == "posix":  # else Ctrl+C in the terminal reaches the child as well, and it complains
            process.setUnixProcessParameters(QProcess.UnixProcessFlag.CreateNewSession)
        process.finished.connect(self._on_process_finished)
        process.errorOccurred.connect(self._on_process_error_occurred)
        self._process = process
        process.start(sys.executable, list(_ARGUMENTS))

    def close(self) -> None:
        """End the child process."""
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect(self._on_process_finished)
            process.errorOccurred.disconnect(self._on_process_error_occurred)
            process.kill()
            process.waitForFinished(2000)

    def _on_process_finished(self, exit_code: int, _status: QProcess.ExitStatus) -> None:
        if self._process is not None and exit_code != 0:
            said = bytes(self._process.readAll().data()).decode(errors="replace")
            _log.warning("Compiling the kernels ahead ended with exit code %s: %s", exit_code, said.strip())
        self._end()

    def _on_process_error_occurred(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            _log.warning("Compiling the kernels ahead could not start.")
            self._end()

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
            self.finished.emit()


def _environment() -> QProcessEnvironment:
    """The present environment, with this project first on the path for imports."""
    environment = QProcessEnvironment.systemEnvironment()
    others = environment.value("PYTHONPATH")
    environment.insert("PYTHONPATH", os.pathsep.join([str(_ROOT), *([others] if others else [])]))
    return environment
