"""This module takes the newest frame from the session and hands it to the views that are due."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer

from engine.analysis.frame import Frame
from engine.training.snapshot import Snapshot

INTERVAL_MS = 16
_NEVER = 2**31


class FrameClock(QObject):
    """Pulls at 60 Hz at most. Slow views get every frame that finds their pause over, and always the last one.

    Views with the same pause take turns: no tick pays for two of them, so that clicks never wait long.
    """

    def __init__(self, take: Callable[[], Frame | None], parent: QObject) -> None:
        super().__init__(parent)
        self._take = take
        self._views: list[_View] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.tick)
        self.frames_shown = 0
        self._newest: Frame | None = None

    def add(self, show: Callable[[Frame], object], pause_ms: int = 0) -> None:
        """Call `show` with new frames, leaving at least `pause_ms` between two calls; 0: with every one."""
        self._views.append(_View(show, pause_ms))

    def has_shown(self, snapshot: Snapshot | None) -> bool:
        """Whether every view has had a frame of this very moment of the run."""
        return (
            self._newest is not None
            and self._newest.snapshot is snapshot
            and not any(view.waiting for view in self._views)
        )

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
            self._newest = frame
            for view in self._views:
                view.waiting = frame
        served: set[int] = set()
        # The one that has had its last frame the longest ago comes first.
        for view in sorted(self._views, key=lambda view: -view.rest_ms()):
            if view.is_due() and view.pause_ms not in served:
                view.show_waiting()
                if view.pause_ms:
                    served.add(view.pause_ms)


class _View:
    """One consumer of frames with the pause that it needs."""

    def __init__(self, show: Callable[[Frame], object], pause_ms: int) -> None:
        self._show = show
        self.pause_ms = pause_ms
        self._since = QElapsedTimer()
        self.waiting: Frame | None = None

    def rest_ms(self) -> int:
        """How long ago it has been served; for ever, if never."""
        return self._since.elapsed() if self._since.isValid() else _NEVER

    def is_due(self) -> bool:
        return self.waiting is not None and self.rest_ms() >= self.pause_ms

    def show_waiting(self) -> None:
        assert self.waiting is not None
        frame, self.waiting = self.waiting, None
        self._since.start()
        self._show(frame)
