"""This module tells how a race stands: where each contender is, what it answers, and how its error has gone."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.analysis.region_numbers import RegionNumbers, is_undecided, region_numbers
from engine.analysis.region_shape import RegionShape
from engine.data.dataset import Dataset
from engine.data.plane import Plane, on_one_scale, seen_points
from engine.project.project import Project
from engine.project.race.goal import Arrival, Goal
from engine.project.race.race import Race, RacePlan
from engine.project.race.runner import Runner
from engine.project.saved_run import thinned
from engine.training.history import LossCurve, curve_of
from engine.training.moments import Moments

MARGIN = 0.15  # of the data's extent, around them on the plane
CURVE_POINTS = 150


@dataclass(frozen=True, eq=False)
class ContenderMoment:
    """One contender at one moment.

    region: its outputs (rows, columns, n_outputs) on the plane, lowest y first; None where the data have no plane.
    loss_sum, n_right: on the training set; n_right is None for real-valued targets. updates, seconds: so far.
    numbers: of the regions, None where there are none. undecided: it answers the threshold everywhere, as one line does
    on XOR. diverged: it has left the finite numbers and stands still. has_climbed: its
    error is above that of its start, or no number. parameters: all weights, flat; moments: those that it has gone
    through, None for a network so large that none have room.
    """

    name: str
    project: Project
    region: NDArray[np.float64] | None
    loss_sum: float
    n_right: int | None
    curve: LossCurve
    epoch: int
    updates: int
    seconds: float
    arrival: Arrival | None
    numbers: RegionNumbers | None
    undecided: bool
    diverged: bool
    has_climbed: bool
    parameters: NDArray[np.float64]
    moments: Moments | None

    @property
    def shape(self) -> RegionShape | None:
        """Of the region that answers 1; None where there are several classes or none."""
        return self.numbers.regions[1].shape if self.numbers is not None and len(self.numbers.regions) == 2 else None

    @property
    def sizes(self) -> tuple[int, ...]:
        """Of its network: 2-4-1."""
        return self.project.network.sizes


@dataclass(frozen=True, eq=False)
class RaceMoment:
    """All contenders at one moment.

    epoch: the passes of the furthest one. plane: where the regions lie; None for other than two inputs.
    """

    plan: RacePlan
    goal: Goal
    data: Dataset
    plane: Plane | None
    epoch: int
    contenders: tuple[ContenderMoment, ...]

    def ranking(self, by: str) -> list[tuple[int | None, ContenderMoment]]:
        """The contenders, first the first: with their places, by "epoch", "updates" or "seconds" of their arrival.

        Who arrived after as much shares a place. Who has not arrived has none; there the smaller error comes first.
        """
        taken = sorted(getattr(each.arrival, by) for each in self.contenders if each.arrival is not None)
        rows = [
            (None if each.arrival is None else 1 + taken.index(getattr(each.arrival, by)), each)
            for each in self.contenders
        ]
        return sorted(rows, key=lambda row: (row[0] or math.inf, row[1].diverged, row[1].loss_sum))

    def __getitem__(self, name: str) -> ContenderMoment:
        return next(contender for contender in self.contenders if contender.name == name)


class RaceView:
    """Looks at `race`, and keeps the places of the plane that it asks for."""

    def __init__(self, race: Race) -> None:
        self.race = race
        self.plane = _plane(race.data) if race.data.n_raw_inputs == 2 else None
        self._points: NDArray[np.float64] = np.empty((0, 2))
        self._pixels = 0

    def moment(self, pixels: int) -> RaceMoment:
        """How things stand, with regions of `pixels` a side."""
        if self.plane is not None and pixels != self._pixels:
            self._pixels, self._points = pixels, seen_points(self.plane, pixels, pixels, self.race.data.preprocessing)
        parts = tuple(self._moment_of(runner) for runner in self.race.runners)
        race = self.race
        return RaceMoment(race.plan, race.goal, race.data, self.plane, race.epoch, parts)

    def _moment_of(self, runner: Runner) -> ContenderMoment:
        data, trainer = self.race.data, runner.trainer
        snapshot = trainer.snapshot()
        region = None if self.plane is None else self._region(runner)
        undecided = region is not None and is_undecided(region, data)
        return ContenderMoment(
            name=runner.name,
            project=runner.project,
            region=region,
            loss_sum=snapshot.loss_sum,
            n_right=snapshot.n_right,
            curve=curve_of(thinned(trainer.history.table(), CURVE_POINTS), trainer.history.has_test),
            epoch=runner.epoch,
            updates=runner.updates,
            seconds=runner.seconds,
            arrival=runner.arrival,
            numbers=None if region is None or undecided else self._numbers_of(region, runner),
            undecided=undecided,
            diverged=runner.has_diverged,
            has_climbed=not snapshot.loss <= runner.start_loss,
            parameters=snapshot.parameters,
            moments=trainer.moments(),
        )

    def _region(self, runner: Runner) -> NDArray[np.float64]:
        outputs = runner.trainer.network.predict(self._points, allow_nan=True)
        answers: NDArray[np.float64] = self.race.data.preprocessing.targets.undo(outputs)
        return answers.reshape(self._pixels, self._pixels, -1)

    def _numbers_of(self, region: NDArray[np.float64], runner: Runner) -> RegionNumbers | None:
        data = self.race.data
        right = data.right(runner.trainer.network.predict(data.inputs, allow_nan=True))
        return None if right is None or self.plane is None else region_numbers(region, data, self.plane, right)


def _plane(data: Dataset) -> Plane:
    low, high = data.raw_inputs.min(axis=0), data.raw_inputs.max(axis=0)
    middle, half = (low + high) / 2, np.where(high > low, (high - low) / 2, 0.5)
    (left, bottom), (right, top) = middle - half * (1 + 2 * MARGIN), middle + half * (1 + 2 * MARGIN)
    x_range, y_range = on_one_scale((float(left), float(right)), (float(bottom), float(top)))
    return Plane(0, 1, x_range, y_range, (0.0, 0.0))
