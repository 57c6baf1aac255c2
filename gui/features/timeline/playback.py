"""This module plays a run back: it asks for one moment after the other."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

WHOLE_RUN_S = 12.0
"""How long a whole run takes at the usual speed."""
_TICK_MS = 33


class Playback(QObject):
    """`moved` carries the next epoch to show. At the end it stops, or begins again where it loops."""

    moved = Signal(int)
    stopped = Signal()

    def __init__(self, parent: QObject, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self.speed = 1.0
        self.loops = False
        self._first = self._last = 0
        self._at = 0.0
        self._before = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._on_timer_timeout)

    @property
    def is_running(self) -> bool:
        """Whether it plays."""
        return self._timer.isActive()

    @property
    def is_at_end(self) -> bool:
        """Whether the last moment is on show; it is once in every round of a loop."""
        return self._at >= self._last

    def start(self, first: int, epoch: int, last: int) -> None:
        """Play from `epoch` to `last`, from `first` where it stands at the end."""
        self._first, self._last = first, last
        self._at = float(first if epoch >= last else epoch)
        self._before = self._clock()
        self._timer.start()
        self.moved.emit(int(self._at))

    def stop(self) -> None:
        """Stay where it is."""
        if self._timer.isActive():
            self._timer.stop()
            self.stopped.emit()

    def _on_timer_timeout(self) -> None:
        now = self._clock()
        passed, self._before = now - self._before, now
        span = self._last - self._first
        least = 1.0 if span < WHOLE_RUN_S * 1000 / _TICK_MS else 0.0
        further = self._at + max(least * self.speed, span / WHOLE_RUN_S * self.speed * passed)
        self._at = float(self._first) if self.is_at_end else min(further, float(self._last))
        if self.is_at_end and not self.loops:
            self.stop()
        self.moved.emit(int(self._at))
