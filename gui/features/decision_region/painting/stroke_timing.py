"""How often the project follows a stroke that goes on."""

from __future__ import annotations

import time

FEW = 500  # of so few samples every edit is quick, whatever a busy moment of the machine seems to say
MOST_S = 0.016  # a frame: an edit that takes longer waits for the end of the stroke, so that the mouse is never behind
LEAST_PAUSE_S = 0.04
PAUSES = 6  # times as long as an edit took, others have the window to themselves
_GUESS = (0.005, 500.0)  # seconds, and samples: before anything was measured


class Pace:
    """Learns from every edit what the next one will cost; with so many samples more, so much more."""

    def __init__(self) -> None:
        self._cost, self._count = _GUESS
        self._free_at = 0.0

    def is_due(self, n_samples: int) -> bool:
        """Whether the project of so many samples should be edited now."""
        estimate = self._cost * max(1.0, n_samples / self._count)
        return (n_samples <= FEW or estimate <= MOST_S) and time.monotonic() >= self._free_at

    def took(self, seconds: float, n_samples: int) -> None:
        """An edit that left so many samples took so long."""
        self._cost, self._count = seconds, max(float(n_samples), 1.0)
        self._free_at = time.monotonic() + max(LEAST_PAUSE_S, PAUSES * seconds)
