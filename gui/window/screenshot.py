"""`main.py --screenshot`: show the window without a display, perhaps train, save its picture, end."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from gui.session import TrainingSession

TIME_LIMIT_S = 60
POLL_MS = 20
SETTLE_MS = 400  # lets a view at rest be painted as finely as it can be
LAST_FRAME_MS = 10_000


class Screenshot(QObject):
    """Takes one picture; `take` returns 0, 3 when the goal was not met, 2 when the file cannot be written.

    The goal is the project's own stop rule; a project without one trains to its last epoch, or
    for `limit` seconds, and has then to have all its samples right.
    """

    def __init__(
        self, window: QMainWindow, session: TrainingSession, is_up_to_date: Callable[[], bool], options: Namespace
    ) -> None:
        super().__init__(window)
        self._is_up_to_date = is_up_to_date
        self._window = window
        self._session = session
        self._file = str(options.screenshot)
        self._until_trained = bool(options.until_trained)
        self._limit_s = float(options.limit or TIME_LIMIT_S)
        self._size = options.size or (1280, 720)
        self._code = 0
        self._ending = False

    def take(self, application: QApplication) -> int:
        """Run the event loop until the picture is saved."""
        self._window.resize(*self._size)
        self._window.show()
        QTimer.singleShot(0, self._when_ready)
        return application.exec() or self._code

    def _when_ready(self) -> None:
        if not self._is_up_to_date() and self._session.state != "failed":
            QTimer.singleShot(POLL_MS, self._when_ready)
        elif self._until_trained:
            self._train()
        else:
            self._end()

    def _train(self) -> None:
        session = self._session
        session.set_speed(None)
        session.finished.connect(self._judge)
        session.failed.connect(lambda _text: self._judge("failed"))
        QTimer.singleShot(round(self._limit_s * 1000), self._on_time_up)
        session.train()

    def _on_time_up(self) -> None:
        self._session.pause()
        self._judge("time")

    def _judge(self, reason: str) -> None:
        snapshot = self._session.snapshot
        met = reason in ("target_error", "all_right")
        if reason in ("max_epochs", "time") and snapshot is not None:
            met = snapshot.accuracy == 1.0 if snapshot.accuracy is not None else reason == "max_epochs"
        if not met:
            print(f"The goal was not met ({reason}).", file=sys.stderr)
        self._end(0 if met else 3)

    def _end(self, code: int = 0) -> None:
        if not self._ending:
            self._ending = True
            self._code = code
            self._give_up = QDeadlineTimer(LAST_FRAME_MS)
            self._when_shown()

    def _when_shown(self) -> None:
        """Save once every view shows how the run ended, and has had a moment to paint it as finely as it can."""
        is_shown = self._is_up_to_date() or self._session.state == "failed" or self._give_up.hasExpired()
        QTimer.singleShot(SETTLE_MS if is_shown else POLL_MS, self._save if is_shown else self._when_shown)

    def _save(self) -> None:
        if not self._window.grab().save(self._file, "PNG"):
            print(
                f"The picture could not be written to {self._file}; name a PNG file in a folder that exists.",
                file=sys.stderr,
            )
            self._code = 2
        self._window.close()
        QApplication.exit(self._code)
