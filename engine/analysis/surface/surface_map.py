"""This module makes what a picture of the error over a plane holds: the grid, where the run stands, its path."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.analysis.surface.critical_points import CriticalPoint, critical_points
from engine.analysis.surface.plane_losses import PlaneLosses
from engine.analysis.surface.run_path import RunPath
from engine.analysis.surface.weight_plane import WeightPlane, plane_through
from engine.data.dataset import Dataset
from engine.network.kernels.jit import COMPILED
from engine.network.network import Network
from engine.spec.errors import EngineError
from engine.spec.specs import NetworkSpec

Floats = NDArray[np.float64]
Range = tuple[float, float]

GRIDS = (31, 91, 181)
"""Points along each axis, coarse first."""
_COARSEST = 15
_SLOWNESS = 2500  # of kernels that are not compiled
_UNIT = 30  # multiplications that the activation of a unit takes as long as, about
_QUICK, _LONG = 2e9, 1.2e11
"""Multiplications for a whole grid, some 0.06 ns each: what the first picture may cost, and the finest one."""


@dataclass(frozen=True, eq=False)
class SurfaceMap:
    """The mean loss over a rectangle of `plane`, and the run there, all for one moment.

    first (n,), second (m,): coordinates; losses (n, m), NaN where it is not defined. place (2,): where the moment
    stands; loss: its own. descent (2,): −gradient projected on the plane; None without a gradient. path (k, 2): the
    run's moments, projected. points: minima and saddles; None where they have not been looked for.
    """

    plane: WeightPlane
    first: Floats
    second: Floats
    losses: Floats
    place: Floats
    loss: float
    descent: Floats | None
    path: Floats
    points: tuple[CriticalPoint, ...] | None = None


def grid_sizes(network: NetworkSpec, n_samples: int) -> tuple[int, ...]:
    """How many points along each axis the pictures of such a network have, coarse first.

    Raises EngineError where even the coarsest would take too long.
    """
    cost = _cost(network, n_samples)
    first = GRIDS[0] if GRIDS[0] ** 2 * cost <= _QUICK else _COARSEST
    sizes = (first, *(n for n in GRIDS if n > first))
    fitting = tuple(n for n in sizes if n**2 * cost <= _LONG)
    if not fitting:
        raise EngineError("This network with these data is too large for its error surface; use fewer samples.")
    return fitting


def takes_long(network: NetworkSpec, n_samples: int) -> bool:
    """Whether somebody sees that there are finer pictures to come."""
    return GRIDS[-1] ** 2 * _cost(network, n_samples) > _QUICK


def _cost(network: NetworkSpec, n_samples: int) -> int:
    """About how many multiplications a point takes."""
    work = network.n_parameters + _UNIT * sum(network.sizes[1:])
    return work * max(n_samples, 1) * (1 if COMPILED else _SLOWNESS)


def surface_map(  # noqa: PLR0917
    network: Network,
    data: Dataset,
    loss: str,
    directions: Floats,
    ranges: tuple[Range, Range],
    n: int,
    path: RunPath | None = None,
    *,
    finds_points: bool = False,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> SurfaceMap | None:
    """The map of `network`, which is not changed, in the plane through it along `directions` (2, n_parameters).

    Along an axis whose range is a point there is that one coordinate alone. None once `is_cancelled`. Raises
    EngineError for directions that span no plane, and as `Network.loss` does.
    """
    network.hold_cut()
    plane = plane_through(network.parameters, *directions)
    losses = PlaneLosses(network, data, loss, plane.base, plane.axes)
    first, second = (np.linspace(low, high, n) if high > low else np.array([low]) for low, high in ranges)
    points = np.column_stack([np.repeat(first, len(second)), np.tile(second, len(first))])
    surface = losses.at(points, is_cancelled).reshape(len(first), len(second))
    found = None
    if finds_points and min(surface.shape) > 2:
        found = critical_points(losses.at, first, second, surface, is_cancelled)
    if is_cancelled():
        return None
    place = plane.places(network.parameters)
    return SurfaceMap(
        plane,
        first,
        second,
        surface,
        place,
        network.loss(data.inputs, data.targets, loss),
        _descent(network, data, loss, plane),
        plane.places(path.parameters) if path is not None else np.zeros((0, 2)),
        found,
    )


def _descent(network: Network, data: Dataset, loss: str, plane: WeightPlane) -> Floats | None:
    """−gradient in the plane; None for outputs without one. What is locked or cut is not led anywhere."""
    try:
        gradient = network.gradient(data.inputs, data.targets, loss)
    except EngineError:
        return None
    return plane.descent(np.where(network.trainable & network.connected, gradient, 0.0))
