"""The only way between the window and its two threads: mailboxes with one lock each.

The values in them are frozen. A lock is held for microseconds; only the threads wait, and only for work.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Condition

from engine.analysis.frame import Frame
from engine.training.moments import DEFAULT_BYTES
from engine.training.run_setup import HandEdit, LiveEdit, TrainingStep
from gui.session.messages import FrameRequest, Orders, Published, Start


class TrainerMailbox:
    """Takes orders from the window to the trainer thread and gathers them, so that many edits become one order."""

    def __init__(self, epochs_per_second: float | None) -> None:
        self._changed = Condition()
        self._speed = epochs_per_second
        self._pause_at: int | None = None
        self._moment_bytes = DEFAULT_BYTES
        self._waiting = Orders(epochs_per_second=epochs_per_second)
        self._news = False

    def start(self, start: Start) -> int:
        """Order a new run; it cancels all orders before it. Returns the number of the order, as all orders do."""

        def write(orders: Orders) -> None:
            orders.start, orders.edit, orders.go_back, orders.seek, orders.by_hand = start, None, False, None, None
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
        """Order a pause; steps that were not made yet are dropped."""

        def write(orders: Orders) -> None:
            orders.hold, orders.train = True, False
            orders.steps.clear()

        return self._post(write)

    def step(self, kind: TrainingStep, first_pause: bool) -> int:
        """Order one more step after those already ordered; with `first_pause`, training stops before it."""

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
        """Order a pause and the return to where the run stood after `step` updates."""

        def write(orders: Orders) -> None:
            orders.hold, orders.train, orders.seek = True, False, step
            orders.steps.clear()

        return self._post(write)

    def set_by_hand(self, run_id: int, edit: HandEdit) -> int:
        """Order that the run takes over what was set by hand, as run `run_id`; where weights were set, it pauses."""

        def write(orders: Orders) -> None:
            former = orders.by_hand
            sets_weights = edit.sets_weights or (former is not None and former[1].sets_weights)
            orders.by_hand = run_id, HandEdit(edit.start, sets_weights)
            if edit.sets_weights:
                orders.hold, orders.train = True, False
                orders.steps.clear()

        return self._post(write)

    def ask_for_run(self) -> int:
        """Ask for the state of the run; it comes as a report of kind "run"."""

        def write(orders: Orders) -> None:
            orders.run_wanted = True

        return self._post(write)

    def set_speed(self, epochs_per_second: float | None) -> None:
        """Set the speed from now on, None for unlimited. This is no order, but it ends a wait."""
        with self._changed:
            self._speed = epochs_per_second
            self._news = True
            self._changed.notify_all()

    def pause_at(self, epoch: int | None) -> None:
        """Let training pause at the end of `epoch`, None for nowhere. Like the speed, this is no order."""
        with self._changed:
            self._pause_at = epoch

    def keep_moments_within(self, most_bytes: int) -> None:
        """Let the moments of this run and later ones take so many bytes. Like the speed, this is no order."""
        with self._changed:
            self._moment_bytes = most_bytes
            self._news = True
            self._changed.notify_all()

    def close(self) -> None:
        """Ask the thread to end."""

        def write(orders: Orders) -> None:
            orders.closing = True

        self._post(write)

    def take(self, patience: float | None) -> Orders:
        """The orders gathered since the last call; waits at most `patience` seconds for one (None: without limit)."""
        with self._changed:
            if patience != 0:
                self._changed.wait_for(lambda: self._news, patience)
            taken, self._news = self._waiting, False
            taken.epochs_per_second, taken.pause_at = self._speed, self._pause_at
            taken.moment_bytes = self._moment_bytes
            self._waiting = Orders(number=taken.number, closing=taken.closing)
            return taken

    def _post(self, write: Callable[[Orders], None]) -> int:
        with self._changed:
            write(self._waiting)
            self._waiting.number += 1
            self._news = True
            self._changed.notify_all()
            return self._waiting.number


class FrameMailbox:
    """Takes the newest moment and the window's request to the frame thread, and the newest frame back."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._published: Published | None = None
        self._request = FrameRequest()
        self._frame: Frame | None = None
        self._version = 0
        self._closing = False

    @property
    def published(self) -> Published | None:
        """The newest moment; every thread may ask."""
        with self._changed:
            return self._published

    def publish(self, published: Published) -> None:
        """Replace the newest moment."""
        with self._changed:
            self._published = published
            self._note_change()

    def change_request(self, change: Callable[[FrameRequest], FrameRequest]) -> None:
        """Replace the request by what `change` makes of it."""
        with self._changed:
            before, self._request = self._request, change(self._request)
            if self._request != before:
                self._note_change()

    def wants(self, run_id: int, epoch: int) -> bool:
        """Whether the window still asks for this past moment of this run."""
        with self._changed:
            published = self._published
            is_same_run = published is not None and published.run_id == run_id
            return is_same_run and self._request.epoch == epoch and not self._closing

    @property
    def wanted_epoch(self) -> int | None:
        """The past moment that the window asks for."""
        with self._changed:
            return self._request.epoch

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

    def wait_until_taken(self, patience: float) -> None:
        """Wait until the window has taken the newest frame, `patience` seconds at most, less when asked to end."""
        with self._changed:
            self._changed.wait_for(lambda: self._frame is None or self._closing, patience)

    def request(self) -> tuple[int, Published | None, FrameRequest]:
        """Version, newest moment and what the window asks for."""
        with self._changed:
            return self._version, self._published, self._request

    def put_frame(self, frame: Frame) -> None:
        """Replace the frame for the window."""
        with self._changed:
            self._frame = frame

    def take_frame(self) -> Frame | None:
        """The newest frame; each frame is given once."""
        with self._changed:
            frame, self._frame = self._frame, None
            if frame is not None:
                self._changed.notify_all()
            return frame

    def _note_change(self) -> None:
        self._version += 1
        self._changed.notify_all()
