"""This module holds what is asked of a surface: a moment of the run, two axes, and the part of the plane to show."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.analysis.surface.directions import principal_directions, random_directions, weight_direction
from engine.analysis.surface.run_path import RunPath, path_of
from engine.data.dataset import Dataset
from engine.network.network import Network
from engine.network.network_start import NetworkStart
from engine.training.curve_marks import Marks
from engine.training.moments import Moments
from gui.toolkit.error_map.axes import NONE, PRINCIPAL, RANDOM, WEIGHT, Axes, Axis

Floats = NDArray[np.float64]
Range = tuple[float, float]

LEAST_HALF = {WEIGHT: 3.0, RANDOM: 1.0, PRINCIPAL: 1.0}
"""Half of the picture's side around a run that has not moved yet."""
_ROOM = 1.3  # half of the picture's side, of half of the path's
_RIM = 0.94  # of half of the side: a run that comes so far out gets a larger picture
_GROWTH = 1.5
_FINEST, _FARTHEST = 1e-4, 1e300
_LARGEST = 1e308  # of the middle: beside it there is still room for numbers
_MORE = 2  # times as many moments give the path directions of its own anew


@dataclass(frozen=True, eq=False)
class Trail:
    """The way of a run to where it stands: its parameters after `epoch` passes, and the moments it has gone through.

    is_wild: the picture need not reach as far as it goes. name: what it is known by where there are several.
    """

    parameters: Floats
    epoch: int
    moments: Moments | None
    marks: Marks
    is_wild: bool = False
    name: str = ""

    def path(self) -> RunPath:
        """Its moments, in order."""
        return path_of(self.moments, self.marks, len(self.parameters))


@dataclass(frozen=True, eq=False)
class Moment:
    """What the run was: the network with `parameters` after `epoch` passes and `step` updates, and where it came from.

    start: its layers, and what is locked and cut. data, loss: what its error is of. others: runs beside it over the
    same surface. name: as that of a trail.
    """

    start: NetworkStart
    parameters: Floats
    data: Dataset
    loss: str
    epoch: int
    step: int
    moments: Moments | None
    marks: Marks
    others: tuple[Trail, ...] = ()
    name: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Those of all its runs, its own first."""
        return self.name, *(each.name for each in self.others)

    @property
    def trail(self) -> Trail:
        """Its own way."""
        return Trail(self.parameters, self.epoch, self.moments, self.marks)

    def is_same(self, other: Moment | None) -> bool:
        """Whether the picture of both is the same."""
        if other is None or (self.epoch, self.step, self.loss) != (other.epoch, other.step, other.loss):
            return False
        same_parts = self.data is other.data and self.moments is other.moments and self.marks == other.marks
        return same_parts and self.start == other.start and np.array_equal(self.parameters, other.parameters)

    def begins_anew(self, before: Moment | None) -> bool:
        """Whether this is the start of another run than the one `before` was of."""
        return before is not None and before.moments is not None and self.moments is None

    def network(self) -> Network:
        """A network of its own."""
        return self.start.make_network(self.parameters)


@dataclass(frozen=True, eq=False)
class Directions:
    """The two directions in force (2, n_parameters); of the path: their shares of its variance, and of how many."""

    axes: Axes
    vectors: Floats
    shares: tuple[float, float] | None = None
    n_moments: int = 0


@dataclass(frozen=True)
class Area:
    """The part of the plane on show. is_home: nobody has chosen it, and it may grow with the run."""

    first: Range
    second: Range
    is_home: bool = True

    @property
    def half(self) -> float:
        """Half of its first side."""
        return (self.first[1] - self.first[0]) / 2

    @property
    def middle(self) -> tuple[float, float]:
        """The point in its middle."""
        return self.first[0] / 2 + self.first[1] / 2, self.second[0] / 2 + self.second[1] / 2


@dataclass(frozen=True, eq=False)
class Request:
    """What to compute. signs: −1 along a threshold. directions, area: those in force; None to make them anew."""

    moment: Moment
    axes: Axes
    signs: tuple[float, float]
    seed: int
    is_logarithmic: bool
    directions: Directions | None = None
    area: Area | None = None


def directions_of(request: Request, path: Floats) -> Directions:
    """The directions in force, or those that have to be made from the parameters (n, n_parameters) gone through.

    Raises EngineError where the run has none yet.
    """
    kept = request.directions
    is_grown = kept is not None and kept.shares is not None and len(path) >= _MORE * kept.n_moments
    if kept is not None and kept.axes == request.axes and not is_grown:
        return kept
    made = {}
    kinds = {axis.kind for axis in request.axes}
    shares = None
    if PRINCIPAL in kinds:
        found = principal_directions(path)
        made[PRINCIPAL], shares = found[0], (float(found[1][0]), float(found[1][1]))
    if RANDOM in kinds:
        made[RANDOM] = random_directions(request.moment.network(), request.seed)
    first, second = request.axes
    vectors = [_vector(first, request, made, 0), _vector(_beside(first, second), request, made, 1)]
    return Directions(request.axes, np.array(vectors), shares, len(path))


def _vector(axis: Axis, request: Request, made: dict[str, Floats], place: int) -> Floats:
    if axis.kind in made:
        return np.asarray(made[axis.kind][axis.number])
    return weight_direction(len(request.moment.parameters), axis.number, request.signs[place])


def _beside(first: Axis, second: Axis) -> Axis:
    """The axis across a curve, along which nothing is shown."""
    if second.kind != NONE:
        return second
    return Axis(first.kind, 1 - first.number if first.kind != WEIGHT else int(first.number == 0))


def area_of(request: Request, path: Floats) -> Area:
    """The part of the plane to show: what people chose, else the places (n, 2) of the run with some room around them.

    Both sides are as long as each other, so that the way down is at right angles to the lines of equal error.
    """
    kept = request.area
    points = path[np.isfinite(path).all(axis=1)]
    if kept is not None and (not kept.is_home or _holds(kept, points)):
        return kept
    low, high = (points.min(axis=0), points.max(axis=0)) if len(points) else (np.zeros(2), np.zeros(2))
    middle, half = low / 2 + high / 2, _ROOM * float((high / 2 - low / 2).max())  # halves: sums may be too large
    least = min(LEAST_HALF[axis.kind] for axis in request.axes if axis.kind != NONE)
    half = max(half, least if kept is None else _GROWTH * kept.half)
    return square(float(middle[0]), float(middle[1]), half)


def square(first: float, second: float, half: float, is_home: bool = True) -> Area:
    """The square area around a point, neither finer than numbers there can tell apart nor too large for them."""
    first, second = (min(max(middle, -_LARGEST), _LARGEST) for middle in (first, second))
    half = min(max(half, _FINEST * max(abs(first), abs(second), 1.0)), _FARTHEST)
    return Area((first - half, first + half), (second - half, second + half), is_home)


def _holds(area: Area, places: Floats) -> bool:
    away = np.abs(places - area.middle)
    return bool((away <= _RIM * area.half).all())
