"""The window's clock: takes the newest frame from the session and hands it to the views that are due."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer

from engine.snapshot import Frame

INTERVAL_MS = 16


class FrameClock(QObject):
    """Pulls at 60 Hz at most. Slow views get every frame that finds their pause over, and always the last one."""

    def __init__(self, take: Callable[[], Frame | None], parent: QObject) -> None:
        super().__init__(parent)
        self._take = take
        self._views: list[_View] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.tick)
        self.frames_shown = 0

    def add(self, show: Callable[[Frame], object], pause_ms: int = 0) -> None:
        """Call `show` with new frames, leaving at least `pause_ms` between two calls."""
        self._views.append(_View(show, pause_ms))

    def start(self) -> None:
        """Begin to tick."""
        self._timer.start()

    def stop(self) -> None:
        """Stop ticking."""
        self._timer.stop()

    def tick(self) -> None:
        """Show the newest frame, if there is one, and what is left over from earlier ones."""
        frame = self._take()
        if frame is not None:
            self.frames_shown += 1
            for view in self._views:
                view.waiting = frame
        for view in self._views:
            view.show_if_due()


class _View:
    """One consumer of frames with the pause that it needs."""

    def __init__(self, show: Callable[[Frame], object], pause_ms: int) -> None:
        self._show = show
        self._pause_ms = pause_ms
        self._since = QElapsedTimer()
        self.waiting: Frame | None = None

    def show_if_due(self) -> None:
        if self.waiting is None:
            return
        if self._since.isValid() and self._since.elapsed() < self._pause_ms:
            return
        frame, self.waiting = self.waiting, None
        self._since.start()
        self._show(frame)
