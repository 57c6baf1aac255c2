"""The race's own thread: trains all contenders in short slices and leaves the newest moment to be taken."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Condition, Thread

from engine.project.race.goal import Goal
from engine.project.race.moment import RaceMoment, RaceView
from engine.project.race.race import Race, RacePlan
from engine.project.saved_run import SavedRun
from engine.spec.errors import EngineError
from gui.features.comparison.regions.drawing import Canvas, RegionDrawing, draw_regions

_log = logging.getLogger(__name__)

PIXELS, FINE_PIXELS = 72, 128  # of a region's side while it trains, and at rest
CHUNK_S = 0.015
PICTURE_EVERY_S = 0.033
LONG_S = 0.25  # so long a picture waits until all have made the same number of passes
_TICK_S = 0.015
_MOST_OWED_S = 0.1


@dataclass(frozen=True)
class Pace:
    """All make `speed` passes a second, None as many as they can; not `in_step`, each computes for the same time."""

    speed: float | None = None
    in_step: bool = True


@dataclass(frozen=True)
class RunsWanted:
    """The runs of these contenders are asked for, by the names that they shall have; `when` is the time."""

    titles: Mapping[str, str]
    when: str
    to_open: bool


@dataclass(frozen=True)
class RunsFound:
    """What was asked for, in that order, and why."""

    runs: tuple[SavedRun, ...]
    to_open: bool


@dataclass(frozen=True, eq=False)
class RaceShot:
    """A moment of the race, and the contenders' regions drawn for it, by name."""

    moment: RaceMoment
    drawings: Mapping[str, RegionDrawing]


class RaceWorker:
    """What the window asks for and what it gets; everything that passes between the two threads passes through here.

    The thread starts with the first plan, idles unless it trains, and is ended by `close`, which awaits it.
    """

    def __init__(self) -> None:
        self._canvas: Canvas | None = None
        self._changed = Condition()
        self._plan: tuple[RacePlan, Goal] | None = None
        self._training = False
        self._steps = 0
        self._pace = Pace()
        self._wanted: RunsWanted | None = None
        self._closing = False
        self._shot: RaceShot | None = None
        self._runs: RunsFound | None = None
        self._problem: Exception | None = None
        self._thread: Thread | None = None

    def begin(self, plan: RacePlan, goal: Goal) -> None:
        """Make the contenders of `plan` anew, at epoch 0, not training; also when it is the same plan."""
        with self._changed:
            if self._closing:
                return
            self._plan, self._training, self._steps = (plan, goal), False, 0
            self._problem = self._shot = self._wanted = self._runs = None
            self._changed.notify_all()
            if self._thread is None:
                self._thread = Thread(target=self._run, name="perceptra-comparison", daemon=True)
                self._thread.start()

    @property
    def is_training(self) -> bool:
        """Whether it trains; it pauses by itself when the last one has arrived."""
        return self._training

    def set_training(self, training: bool) -> None:
        """Train or pause."""
        with self._changed:
            self._training, self._steps = training, 0
            self._changed.notify_all()

    def step(self) -> None:
        """Lead all one pass further."""
        with self._changed:
            self._steps += 1
            self._changed.notify_all()

    def set_pace(self, pace: Pace) -> None:
        """How fast to train."""
        with self._changed:
            self._pace = pace
            self._changed.notify_all()

    def ask_for_runs(self, wanted: RunsWanted) -> None:
        """Leave the runs of some contenders to be taken."""
        with self._changed:
            self._wanted = wanted
            self._changed.notify_all()

    def set_canvas(self, canvas: Canvas | None) -> None:
        """Draw the regions for this from now on; None: nobody sees them."""
        self._canvas = canvas

    def take(self) -> tuple[RaceShot | None, Exception | None]:
        """The newest moment, once, and what is wrong with the plan, once."""
        with self._changed:
            shot, problem, self._shot, self._problem = self._shot, self._problem, None, None
            return shot, problem

    def take_runs(self) -> RunsFound | None:
        """The runs that were asked for, once."""
        with self._changed:
            runs, self._runs = self._runs, None
            return runs

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
                plan, self._plan = self._plan, None
                wanted = self._wanted
                order = _Order(self._training, self._steps, self._pace, self._canvas)
                self._steps = 0
            try:
                if plan is not None:
                    work.begin(*plan)
                shot = work.go_on(order)
                runs = None if wanted is None or work.is_stepping else work.runs(wanted)
            except Exception as error:
                if not isinstance(error, EngineError):
                    _log.exception("The race failed.")
                self._give_up(error)
            else:
                self._leave(shot, runs, work.has_just_ended)

    def _wait(self, work: _Work) -> None:
        """Until there is something to do; called with the lock held, which is free meanwhile."""
        if self._training and work.is_training:
            if not (work.is_behind or self._is_called):
                self._changed.wait(_TICK_S)
            return
        if not work.is_stepping:
            self._changed.wait_for(lambda: self._is_called or self._training != work.is_training)

    @property
    def _is_called(self) -> bool:
        return self._closing or self._plan is not None or self._wanted is not None or self._steps > 0

    def _leave(self, shot: RaceShot | None, runs: RunsFound | None, has_ended: bool) -> None:
        with self._changed:
            if self._plan is not None:  # otherwise it belongs to what has been left behind
                return
            self._shot = shot or self._shot
            if runs is not None:
                self._runs, self._wanted = runs, None
            if has_ended:
                self._training = False

    def _give_up(self, problem: Exception) -> None:
        with self._changed:
            if self._plan is None:
                self._training, self._problem, self._wanted = False, problem, None


@dataclass(frozen=True)
class _Order:
    training: bool
    steps: int
    pace: Pace
    canvas: Canvas | None


class _Work:
    """The thread's own state: the race, the pace, and when the next picture is due."""

    def __init__(self) -> None:
        self._view: RaceView | None = None
        self.is_training = False  # as of the last turn
        self.is_behind = False
        self.has_just_ended = False  # in the last turn the last one arrived
        self._owed = 0.0
        self._counted_to = 0.0
        self._next_picture = 0.0
        self._stride = 1  # epochs at a time, unlimited
        self._stride_took = 0.0
        self._is_in_step = True

    @property
    def is_stepping(self) -> bool:
        """Whether a step by hand is not done yet."""
        return self._view is not None and not self.is_training and not self._view.race.is_in_step

    def begin(self, plan: RacePlan, goal: Goal) -> None:
        """Take up another race."""
        self._view = None
        self._view = RaceView(Race(plan, goal))
        self.is_training, self._stride, self._next_picture = False, 1, 0.0

    def go_on(self, order: _Order) -> RaceShot | None:
        """Train for a chunk, if it is time; the moment to show, if there is one."""
        view, training = self._view, order.training
        was_at_work, starts = self.is_training or self.is_stepping, training and not self.is_training
        self.is_training = training
        self.has_just_ended = False
        if view is None:
            return None
        race = view.race
        if starts:
            self._owed, self._counted_to = 1.0, time.monotonic()
        was_settled = race.is_settled
        race.lead_to(race.target + order.steps)
        if training:
            self._train(race, order.pace)
        elif was_at_work or order.steps:
            race.work(CHUNK_S)
        self.has_just_ended = training and race.is_settled and not was_settled
        return self._picture(view, order.canvas, is_at_rest=not (training or self.is_stepping))

    def runs(self, wanted: RunsWanted) -> RunsFound:
        """The runs that are wanted, as they stand."""
        runners = {} if self._view is None else {runner.name: runner for runner in self._view.race.runners}
        found = [
            runners[name].saved_run(title, wanted.when) for name, title in wanted.titles.items() if name in runners
        ]
        return RunsFound(tuple(found), wanted.to_open)

    def _picture(self, view: RaceView, canvas: Canvas | None, is_at_rest: bool) -> RaceShot | None:
        now = time.monotonic()
        if is_at_rest:
            self._next_picture = now
            return _shot(view, FINE_PIXELS, canvas)
        is_between = not view.race.is_in_step and self._is_in_step and now < self._next_picture + LONG_S
        if now < self._next_picture or is_between:
            return None
        shot = _shot(view, PIXELS, canvas)
        spent = time.monotonic() - now
        self._next_picture = now + max(PICTURE_EVERY_S, 2 * spent)  # half of the time at least is for training
        return shot

    def _train(self, race: Race, pace: Pace) -> None:
        self._is_in_step = pace.in_step
        if not pace.in_step:
            self.is_behind = True
            race.work_freely(CHUNK_S)
            return
        begun = time.monotonic()
        if race.is_in_step:
            race.lead_to(race.target + self._due(begun, pace.speed))
            self._stride_took = 0.0
        race.work(CHUNK_S)
        self._stride_took += time.monotonic() - begun
        if pace.speed is None:
            self.is_behind = True
            if race.is_in_step:
                self._stride = max(1, round(self._stride * min(CHUNK_S / max(self._stride_took, 1e-6), 8)))
        else:
            self.is_behind = not race.is_in_step or self._owed >= max(1.0, pace.speed * _TICK_S)

    def _due(self, now: float, speed: float | None) -> int:
        """The epochs to go now; what is owed for too long a time is forgotten."""
        if speed is None:
            return self._stride
        self._owed = min(self._owed + (now - self._counted_to) * speed, max(1.0, speed * _MOST_OWED_S))
        self._counted_to = now
        epochs = int(self._owed)
        self._owed -= epochs
        return epochs


def _shot(view: RaceView, pixels: int, canvas: Canvas | None) -> RaceShot:
    moment = view.moment(pixels)
    return RaceShot(moment, {} if canvas is None else draw_regions(moment, canvas))
