"""The two threads of the training session: they are started once, asked to end, and awaited."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from gui.session.frame_worker import FrameThread
from gui.session.mailbox import FrameMailbox, TrainerMailbox
from gui.session.messages import Report
from gui.session.worker import TrainerThread

_AFTER_PAINTING_MS = 40


def once_painted(receiver: QObject, call: Callable[[], object]) -> None:
    """Call `call` soon after a window that is made now has been painted, in the first pass of the event loop.

    Kernels that load meanwhile would hold Python's lock.
    """

    def wait() -> None:
        QTimer.singleShot(_AFTER_PAINTING_MS, receiver, call)

    QTimer.singleShot(0, receiver, lambda: QTimer.singleShot(0, receiver, wait))


class SessionThreads:
    """The trainer thread and the frame thread. Neither of them ever waits for the window."""

    def __init__(
        self,
        orders: TrainerMailbox,
        frames: FrameMailbox,
        report: Callable[[Report], None],
        frame_failed: Callable[[str], None],
    ) -> None:
        self._mailboxes = (orders, frames)
        self._threads = (TrainerThread(orders, frames, self._forward), FrameThread(frames, frame_failed))
        self._report = report
        self._working = False
        self._stopped = False

    def _forward(self, report: Report) -> None:
        if not self._stopped:  # afterwards the session may be deleted
            self._report(report)

    @property
    def is_working(self) -> bool:
        """Whether the threads run."""
        return self._working

    def start(self) -> None:
        """Start the threads, unless they run or were stopped."""
        if self._working or self._stopped:
            return
        self._working = True
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Ask the threads to end and wait until they have."""
        self._stopped = True
        for mailbox in self._mailboxes:
            mailbox.close()
        if self._working:
            self._working = False
            for thread in self._threads:
                thread.join()
