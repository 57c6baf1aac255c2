"""This module does work on files beside the window: a drive that does not answer stops nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from gui.toolkit.background_job import Background, Job
from gui.toolkit.services.message_bar import MessageBar

PATIENCE_MS = 400
"""What takes longer is said; most files are done before anybody could read that."""


class FileWork(QObject):
    """One file at a time, the newest wish. What goes wrong is said in the message line and by `failed`."""

    failed = Signal(str)  # a sentence
    settled = Signal()  # whatever came of it, and whoever asked has it

    def __init__(self, messages: MessageBar, parent: QObject, thread: str) -> None:
        super().__init__(parent)
        self._messages = messages
        self._background = Background(thread, self, may_hang=True)
        self._background.done.connect(self._on_background_done)
        self._background.failed.connect(self._on_background_failed)
        self._then: Callable[[Any], object] | None = None
        self._name = self._said = ""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience_timeout)

    @property
    def is_busy(self) -> bool:
        """Whether a file is being worked on."""
        return self._then is not None

    def do(self, name: str, job: Job, then: Callable[[Any], object]) -> None:
        """Do `job` on the file called `name` in a thread of its own, and `then` with the result in this one.

        An EngineError that `job` raises is said.
        """
        self._end()
        self._name, self._then = name, then
        self._background.submit(job)
        self._patience.start()

    def cancel(self) -> None:
        """Want nothing any more; a job that hangs is left to itself."""
        if self.is_busy:
            self._background.cancel()
            self._end()
            self.settled.emit()

    def waiting_text(self, name: str) -> str:
        """What is said while the file called `name` takes its time."""
        raise NotImplementedError

    def _end(self) -> Callable[[Any], object] | None:
        then, self._then = self._then, None
        self._patience.stop()
        self._messages.end_wait(self._said)
        return then

    def _on_patience_timeout(self) -> None:
        self._said = self.waiting_text(self._name)
        self._messages.wait(self._said, self.tr("Cancel"), self.cancel)

    def _on_background_done(self, result: object) -> None:
        then = self._end()
        if then is not None:
            then(result)
        self.settled.emit()

    def _on_background_failed(self, sentence: str) -> None:
        self._end()
        self._messages.warn(sentence)
        self.failed.emit(sentence)
        self.settled.emit()
