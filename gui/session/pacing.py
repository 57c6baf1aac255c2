"""This module paces training: chunks short enough to pause between, no faster than the chosen speed."""

from __future__ import annotations

import math
from collections import deque

CHUNK_S = 0.015
"""What a chunk of training should take: over 10 ms to lose little between chunks, under 20 ms for a prompt pause, and
under a sixtieth of a second, as there is no more than a frame a chunk.
"""
TICK_S = 0.015
"""How often a limited speed looks for updates that have become due, at the most."""
PUBLISH_EVERY_S = 0.01
"""The shortest time between two published moments: less than a full chunk, or every other chunk would publish none."""
_GROWTH = 8
_MOST_OWED_S = 0.1
_LEAST_REST = 10  # times what the last moment of the kind has cost


class ChunkSize:
    """The number of updates that take about `CHUNK_S`, learned from the chunks already made.

    The fastest of the last few chunks counts: a slow one has waited for its turn with the window, not computed.
    """

    def __init__(self) -> None:
        self._rates: deque[float] = deque(maxlen=5)
        self._updates = 1

    @property
    def updates(self) -> int:
        """Updates for the next chunk; 1 at first."""
        return self._updates

    def note(self, updates: int, seconds: float) -> None:
        """Learn from a chunk of `updates` that took `seconds`."""
        if updates <= 0:
            return
        self._rates.append(updates / max(seconds, 1e-7))
        fitting = int(max(self._rates) * CHUNK_S)
        self._updates = max(1, min(fitting, self._updates * _GROWTH))


class Pacer:
    """Counts the updates that have become due at so many epochs a second. Times are seconds of one steady clock."""

    def __init__(self, now: float) -> None:
        self._owed = 1.0
        self._counted_to = now

    def due(self, now: float, updates_per_second: float | None) -> int | None:
        """Whole updates due now; None for no limit."""
        if updates_per_second is None:
            self._owed, self._counted_to = 0.0, now
            return None
        self._owed += (now - self._counted_to) * updates_per_second
        self._owed = min(self._owed, max(1.0, updates_per_second * _MOST_OWED_S))
        self._counted_to = now
        return int(self._owed)

    def note(self, updates: int) -> None:
        """Count `updates` as done."""
        self._owed = max(0.0, self._owed - updates)

    def patience(self, updates_per_second: float | None) -> float:
        """Seconds to wait until it is worth looking again; 0 without a limit or when behind."""
        if updates_per_second is None or self._owed >= max(1.0, updates_per_second * TICK_S):
            return 0.0
        return min(max(TICK_S, (1.0 - self._owed) / updates_per_second), 3600.0)


class PublishPace:
    """Says when another moment is worth publishing, by what moments cost.

    Within a pass the whole set has to be evaluated first, at its end that has been done. Each kind goes by its own
    cost: on very many samples the ends of the passes are published, not a few moments within them.
    """

    def __init__(self) -> None:
        self._costs = {True: 0.0, False: 0.0}
        self._published = -math.inf

    def is_due(self, now: float, is_evaluated: bool) -> bool:
        """Whether to publish a moment whose losses are known, or are not."""
        return now - self._published >= max(PUBLISH_EVERY_S, _LEAST_REST * self._costs[is_evaluated])

    def note(self, began: float, seconds: float, is_evaluated: bool) -> None:
        """Learn from a moment that was published from `began` on and took `seconds`."""
        self._published = began
        self._costs[is_evaluated] = seconds

    def hurry(self) -> None:
        """The next moment is due."""
        self._published = -math.inf
