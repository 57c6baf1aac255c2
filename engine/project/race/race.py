"""This module trains the contenders of a race together, in step or each for the same time."""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable
from typing import Protocol

from engine.data.dataset import Dataset
from engine.data.datasets.recipe import DatasetSpec
from engine.project.project import Project
from engine.project.race.goal import Goal
from engine.project.race.runner import Runner
from engine.spec.errors import EngineError

FEWEST, MOST = 2, 9
WATCH = time.perf_counter if sys.platform == "win32" else time.thread_time  # Windows counts a thread's time in 1/64 s


class RacePlan(Protocol):
    """What is raced, as a frozen value that tells one race from another."""

    @property
    def dataset(self) -> DatasetSpec:
        """The recipe of the data that all contenders learn."""
        ...

    def contenders(self, data: Dataset) -> dict[str, Project]:
        """The projects that race on `data`, by name; each has its network, its start and its training settings."""
        ...


class Race:
    """The contenders of `plan` on the way to `goal`; who has arrived goes on.

    clock: how long `work` may take. watch: what a contender's computing time is measured with; by default it counts
    only while this thread computes, whatever else the computer does meanwhile (on Windows, all time counts).

    Raises EngineError for data without samples, for too few or too many contenders, and for one that cannot be trained.
    """

    def __init__(
        self,
        plan: RacePlan,
        goal: Goal | None = None,
        clock: Callable[[], float] = time.perf_counter,
        watch: Callable[[], float] = WATCH,
    ) -> None:
        self.plan = plan
        self.data = plan.dataset.build()
        if self.data.n_samples == 0:
            raise EngineError("The data set is empty; add points first, or choose another one.")
        self.goal = (goal or Goal()).fitting(self.data)
        contenders = plan.contenders(self.data)
        if not FEWEST <= len(contenders) <= MOST:
            raise EngineError(
                "A race has {fewest} to {most} contenders; these are {count}.",
                fewest=FEWEST,
                most=MOST,
                count=len(contenders),
            )
        self._clock = clock
        self.runners = tuple(Runner(name, each, self.data, self.goal, watch) for name, each in contenders.items())
        self.target = 0

    @property
    def epoch(self) -> int:
        """Passes that the furthest one has made."""
        return max(runner.epoch for runner in self.runners)

    @property
    def is_in_step(self) -> bool:
        """Whether every one has made the passes to which all are led, except those that have diverged."""
        return self._next(self.target) is None

    @property
    def is_settled(self) -> bool:
        """Whether each has arrived, or never will."""
        return all(runner.is_settled for runner in self.runners)

    def advance(self, epochs: int) -> None:
        """Train every contender for so many passes more."""
        self.lead_to(self.target + epochs)
        self.work(math.inf)

    def lead_to(self, epoch: int) -> None:
        """Let `work` lead all to the end of pass `epoch`."""
        self.target = max(self.target, epoch)

    def work(self, seconds: float) -> None:
        """Train for about so long, or until all are where they are led to; whoever is behind goes first."""
        end = self._clock() + seconds
        while (runner := self._next(self.target)) is not None and self._clock() < end:
            runner.go(self.target)

    def work_freely(self, seconds: float) -> None:
        """Train for about so long, each for the same time, however many passes that are."""
        end = self._clock() + seconds
        while (runner := self._least_spent()) is not None and self._clock() < end:
            runner.go(None)
        self.target = max(self.target, min(runner.epoch for runner in self.runners))

    def _next(self, target: int) -> Runner | None:
        behind = [runner for runner in self.runners if runner.epoch < target and not runner.has_diverged]
        return min(behind, key=lambda runner: runner.epoch, default=None)

    def _least_spent(self) -> Runner | None:
        running = [runner for runner in self.runners if not runner.has_diverged]
        return min(running, key=lambda runner: runner.seconds, default=None)
