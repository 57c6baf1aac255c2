"""This module remembers who waits for the state of the run, and from which order on it is new enough."""

from __future__ import annotations

from collections.abc import Callable

from engine.training.run import Run

Callback = Callable[[Run | None], object]


class RunRequests:
    """Callbacks in the order in which they came."""

    def __init__(self) -> None:
        self._waiting: list[tuple[int, Callback]] = []

    def add(self, order: int, callback: Callback) -> None:
        """Let `callback` wait for a run that knows of `order`."""
        self._waiting.append((order, callback))

    def answer(self, order: int, run: Run | None) -> None:
        """Give `run`, which knows of all orders up to `order`, to those who waited for that."""
        ready = [callback for wanted, callback in self._waiting if wanted <= order]
        self._waiting = [(wanted, callback) for wanted, callback in self._waiting if wanted > order]
        for callback in ready:
            callback(run)
