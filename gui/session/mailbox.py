"""The thread border: everything that passes between the window and its two threads passes through here.

The values are frozen, the lock is held for microseconds, and nobody waits for anybody but the threads for work.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Condition

from engine.analysis.frame import Frame
from engine.training.run_setup import LiveEdit, TrainingStep
from gui.session.messages import Orders, PictureWish, Published, Start


class TrainerMailbox:
    """Orders from the window to the trainer thread: gathered, so that a flood of edits is one order."""

    def __init__(self, epochs_per_second: float | None) -> None:
        self._changed = Condition()
        self._speed = epochs_per_second
        self._waiting = Orders(epochs_per_second=epochs_per_second)
        self._news = False

    def start(self, start: Start) -> int:
        """Order a new run, which ends everything ordered before. Returns the order's number, as all orders do."""

        def write(orders: Orders) -> None:
            orders.start, orders.edit, orders.go_back, orders.seek = start, None, False, None
            orders.hold, orders.train = True, False
            orders.steps.clear()

        return self._post(write)

    def edit(self, edit: LiveEdit) -> int:
        """Order that the run goes on with other data and settings."""

        def write(orders: Orders) -> None:
            orders.edit = edit

        return self._post(write)

    def train(self) -> int:
        """Order training."""

        def write(orders: Orders) -> None:
            orders.train = True
            orders.steps.clear()

        return self._post(write)

    def pause(self) -> int:
        """Order rest; steps not yet made are given up."""

        def write(orders: Orders) -> None:
            orders.hold, orders.train = True, False
            orders.steps.clear()

        return self._post(write)

    def step(self, kind: TrainingStep, first_pause: bool) -> int:
        """Order one more step after those already ordered; `first_pause` ends training before it."""

        def write(orders: Orders) -> None:
            orders.train = False
            orders.hold = orders.hold or first_pause
            orders.steps.append(kind)

        return self._post(write)

    def go_back(self) -> int:
        """Order the return to the last finite state of a diverged run."""

        def write(orders: Orders) -> None:
            orders.go_back = True

        return self._post(write)

    def seek(self, step: int) -> int:
        """Order rest, and to stand where the run stood after `step` updates."""

        def write(orders: Orders) -> None:
            orders.hold, orders.train, orders.seek = True, False, step
            orders.steps.clear()

        return self._post(write)

    def ask_for_run(self) -> int:
        """Ask for the state of the run; it comes as a report of kind "run"."""

        def write(orders: Orders) -> None:
            orders.run_wanted = True

        return self._post(write)

    def set_speed(self, epochs_per_second: float | None) -> None:
        """The speed from now on, None for unlimited; no order of its own, but it wakes a slow wait."""
        with self._changed:
            self._speed = epochs_per_second
            self._news = True
            self._changed.notify_all()

    def close(self) -> None:
        """Ask the thread to end."""

        def write(orders: Orders) -> None:
            orders.closing = True

        self._post(write)

    def take(self, patience: float | None) -> Orders:
        """The orders gathered since the last call, waiting at most `patience` seconds for one (None: for ever)."""
        with self._changed:
            if patience != 0:
                self._changed.wait_for(lambda: self._news, patience)
            taken, self._news = self._waiting, False
            taken.epochs_per_second = self._speed
            self._waiting = Orders(number=taken.number, closing=taken.closing)
            return taken

    def _post(self, write: Callable[[Orders], None]) -> int:
        with self._changed:
            write(self._waiting)
            self._waiting.number += 1
            self._news = True
            self._changed.notify_all()
            return self._waiting.number


class PictureMailbox:
    """The newest moment of the run and what the window wants to see to the picture thread, the newest frame back."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._published: Published | None = None
        self._wish = PictureWish()
        self._frame: Frame | None = None
        self._version = 0
        self._closing = False

    @property
    def published(self) -> Published | None:
        """The newest moment; safe from every thread."""
        with self._changed:
            return self._published

    def publish(self, published: Published) -> None:
        """Replace the newest moment."""
        with self._changed:
            self._published = published
            self._note_change()

    def change_wish(self, change: Callable[[PictureWish], PictureWish]) -> None:
        """Replace what pictures show by what `change` makes of it."""
        with self._changed:
            before, self._wish = self._wish, change(self._wish)
            if self._wish != before:
                self._note_change()

    def close(self) -> None:
        """Ask the thread to end."""
        with self._changed:
            self._closing = True
            self._note_change()

    def wait_for_change(self, version: int, patience: float | None) -> int | None:
        """Wait until there is something newer than `version`; its number, or None when asked to end.

        Returns `version` itself when nothing came within `patience` seconds.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._version != version or self._closing, patience)
            return None if self._closing else self._version

    def rest(self, seconds: float) -> None:
        """Wait `seconds`, less when asked to end."""
        with self._changed:
            self._changed.wait_for(lambda: self._closing, seconds)

    def wish(self) -> tuple[int, Published | None, PictureWish]:
        """Version, newest moment and what to show of it."""
        with self._changed:
            return self._version, self._published, self._wish

    def put_frame(self, frame: Frame) -> None:
        """Replace the frame that waits for the window."""
        with self._changed:
            self._frame = frame

    def take_frame(self) -> Frame | None:
        """The waiting frame, once."""
        with self._changed:
            frame, self._frame = self._frame, None
            return frame

    def _note_change(self) -> None:
        self._version += 1
        self._changed.notify_all()
