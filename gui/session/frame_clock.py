"""This module takes the newest frame from the session and hands it to all views at once."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

from engine.analysis.frame import Frame
from engine.training.snapshot import Snapshot
from gui.toolkit.guard import guarded

INTERVAL_MS = 5
"""Well below the 16 ms in which frames are made: a look that falls into the rest must not cost a whole frame."""
_REST = 0.5
"""After a frame, as a share of the window's work on it; clicks are answered meanwhile."""


class FrameClock(QObject):
    """Looks for a frame, and hands it to every view in the same tick, so that all tell of the same moment.

    After a frame the window rests half as long as it has worked on it, so that what people do in it comes first.
    """

    def __init__(
        self, take: Callable[[], Frame | None], parent: QObject, finish: Callable[[], object] = lambda: None
    ) -> None:
        """`finish` is called when all views have a frame."""
        super().__init__(parent)
        self._take, self._finish = take, finish
        self._views: list[Callable[[Frame], object]] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.tick)
        self.frames_shown = 0
        self.newest: Frame | None = None
        self._worked_before: float | None = None
        self._rests_until = 0.0

    def add(self, show: Callable[[Frame], object]) -> None:
        """Call `show` with every frame that is shown; what goes wrong in it keeps no other view from its frame."""
        self._views.append(guarded(show))

    def has_shown(self, snapshot: Snapshot | None) -> bool:
        """Whether the views have had a frame of this very moment of the run."""
        return self.newest is not None and self.newest.snapshot is snapshot

    def start(self) -> None:
        """Begin to tick."""
        self._timer.start()

    def stop(self) -> None:
        """Stop ticking."""
        self._timer.stop()

    def tick(self) -> None:
        """Show the newest frame, if there is one and the window has rested since the last one."""
        frame = self._take() if self._has_rested() else None
        if frame is None:
            return
        self._worked_before = time.thread_time()
        self.frames_shown += 1
        self.newest = frame
        for show in self._views:
            show(frame)
        self._finish()

    def _has_rested(self) -> bool:
        now = time.perf_counter()
        if self._worked_before is not None:  # the first tick after a frame, which has been painted by now
            self._rests_until = now + _REST * (time.thread_time() - self._worked_before)
            self._worked_before = None
        left = self._rests_until - now
        self._look_again_in(math.ceil(1000 * left) if 0 < 1000 * left < INTERVAL_MS else INTERVAL_MS)
        return left <= 0

    def _look_again_in(self, milliseconds: int) -> None:
        """At the end of the rest, not up to an interval later: that would be a tenth of the frames."""
        if milliseconds != self._timer.interval():
            self._timer.setInterval(milliseconds)
