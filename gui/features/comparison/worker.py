"""The comparison's own thread: trains all networks in short chunks and leaves the newest moment to be taken."""

from __future__ import annotations

import logging
import time
from threading import Condition, Thread

from engine.project.comparison import Comparison, ComparisonMoment, ComparisonSetup
from engine.spec.errors import EngineError

_log = logging.getLogger(__name__)

PIXELS = 72
CHUNK_S = 0.015
PICTURE_EVERY_S = 0.033
_TICK_S = 0.015
_MOST_OWED_S = 0.1


class ComparisonWorker:
    """What the window asks for and what it gets; everything that passes between the two threads passes through here.

    The thread starts with the first setup, idles unless it trains, and is ended by `close`, which awaits it.
    """

    def __init__(self) -> None:
        self._changed = Condition()
        self._setup: ComparisonSetup | None = None
        self._training = False
        self._speed: float | None = None
        self._closing = False
        self._moment: ComparisonMoment | None = None
        self._problem: Exception | None = None
        self._thread: Thread | None = None

    def begin(self, setup: ComparisonSetup) -> None:
        """Make the networks of `setup` anew, at epoch 0, not training; also when it is the same setup."""
        with self._changed:
            if self._closing:
                return
            self._setup, self._training, self._problem, self._moment = setup, False, None, None
            self._changed.notify_all()
            if self._thread is None:
                self._thread = Thread(target=self._run, name="perceptra-comparison", daemon=True)
                self._thread.start()

    def set_training(self, training: bool) -> None:
        """Train or pause."""
        with self._changed:
            self._training = training
            self._changed.notify_all()

    def set_speed(self, epochs_per_second: float | None) -> None:
        """How fast to train; None is as fast as it goes."""
        with self._changed:
            self._speed = epochs_per_second
            self._changed.notify_all()

    def take(self) -> tuple[ComparisonMoment | None, Exception | None]:
        """The newest moment, once, and what is wrong with the setup, once."""
        with self._changed:
            moment, problem, self._moment, self._problem = self._moment, self._problem, None, None
            return moment, problem

    def close(self) -> None:
        """Ask the thread to end and wait until it has."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
            thread, self._thread = self._thread, None
        if thread is not None:
            thread.join()

    # ------------------------------------------------------------------ the thread

    def _run(self) -> None:
        work = _Work()
        while True:
            with self._changed:
                self._wait(work)
                if self._closing:
                    return
                setup, self._setup = self._setup, None
                training, speed = self._training, self._speed
            try:
                if setup is not None:
                    work.begin(setup)
                moment = work.go_on(training, speed)
            except Exception as error:
                if not isinstance(error, EngineError):
                    _log.exception("The comparison failed.")
                self._give_up(error)
            else:
                self._leave(moment)

    def _wait(self, work: _Work) -> None:
        """Until there is something to do; called with the lock held, which is free meanwhile."""
        if self._training and work.is_training:
            if not (work.is_behind or self._closing or self._setup is not None):
                self._changed.wait(_TICK_S)
            return
        self._changed.wait_for(lambda: self._closing or self._setup is not None or self._training != work.is_training)

    def _leave(self, moment: ComparisonMoment | None) -> None:
        with self._changed:
            if moment is not None and self._setup is None:  # otherwise it belongs to what has been left behind
                self._moment = moment

    def _give_up(self, problem: Exception) -> None:
        with self._changed:
            if self._setup is None:
                self._training, self._problem = False, problem


class _Work:
    """The thread's own state: the networks, the pace, and when the next picture is due."""

    def __init__(self) -> None:
        self._comparison: Comparison | None = None
        self.is_training = False  # as of the last turn
        self.is_behind = False
        self._owed = 0.0
        self._counted_to = 0.0
        self._next_picture = 0.0
        self._chunk = 1

    def begin(self, setup: ComparisonSetup) -> None:
        """Take up another setup."""
        self._comparison = None
        self._comparison = Comparison(setup)
        self.is_training, self._chunk, self._next_picture = False, 1, 0.0

    def go_on(self, training: bool, speed: float | None) -> ComparisonMoment | None:
        """Train for a chunk, if it is time; the moment to show, if there is one."""
        comparison = self._comparison
        rests, starts = self.is_training and not training, training and not self.is_training
        self.is_training = training
        if comparison is None:
            return None
        if starts:
            self._owed, self._counted_to = 1.0, time.monotonic()
        if training:
            self._train(comparison, speed)
        now = time.monotonic()
        if rests or now >= self._next_picture:
            self._next_picture = now + PICTURE_EVERY_S
            return comparison.moment(PIXELS)
        return None

    def _train(self, comparison: Comparison, speed: float | None) -> None:
        now = time.monotonic()
        epochs = self._due(now, speed)
        if epochs == 0:
            return
        comparison.advance(epochs)
        spent = max(time.monotonic() - now, 1e-6)
        self._owed -= epochs
        self._chunk = max(1, min(round(epochs / spent * CHUNK_S), 8 * self._chunk))

    def _due(self, now: float, speed: float | None) -> int:
        if speed is None:
            self.is_behind, self._counted_to, self._owed = True, now, float(self._chunk)
            return self._chunk
        self._owed = min(self._owed + (now - self._counted_to) * speed, max(1.0, speed * _MOST_OWED_S))
        self._counted_to = now
        epochs = min(int(self._owed), self._chunk)
        self.is_behind = self._owed - epochs >= max(1.0, speed * _TICK_S)
        return epochs
