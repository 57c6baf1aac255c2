"""The session's two threads: started once, asked to end, and awaited."""

from __future__ import annotations

from collections.abc import Callable

from gui.session.frame_worker import PictureThread
from gui.session.mailbox import PictureMailbox, TrainerMailbox
from gui.session.messages import Report
from gui.session.worker import TrainerThread


class Crew:
    """Trainer and picture thread. They hand on what they report; they never wait for the window."""

    def __init__(
        self,
        orders: TrainerMailbox,
        pictures: PictureMailbox,
        report: Callable[[Report], None],
        picture_failed: Callable[[str], None],
    ) -> None:
        self._mailboxes = (orders, pictures)
        self._threads = (TrainerThread(orders, pictures, self._hand_on), PictureThread(pictures, picture_failed))
        self._report = report
        self._working = False
        self._dismissed = False

    def _hand_on(self, report: Report) -> None:
        if not self._dismissed:  # nobody is left to hear it
            self._report(report)

    @property
    def is_working(self) -> bool:
        """Whether the threads run."""
        return self._working

    def start(self) -> None:
        """Let the threads work."""
        if self._working or self._dismissed:
            return
        self._working = True
        for thread in self._threads:
            thread.start()

    def dismiss(self) -> None:
        """Ask the threads to end and wait until they have."""
        self._dismissed = True
        for mailbox in self._mailboxes:
            mailbox.close()
        if self._working:
            self._working = False
            for thread in self._threads:
                thread.join()
