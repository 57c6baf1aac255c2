"""This module computes the loss over a plane through a network's parameters, as textbooks draw error surfaces."""

from __future__ import annotations

import operator
from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.analysis.surface.plane_losses import PlaneLosses
from engine.data.dataset import Dataset
from engine.network.network import Network
from engine.spec.errors import EngineError, Shown
from engine.spec.value_arrays import number_array
from engine.spec.value_checks import check_kind, is_number, is_whole

Floats = NDArray[np.float64]
MOST_POINTS = 10_000

Axis = int | ArrayLike
"""An index into the parameters, or a flat direction like them."""


def error_surface(  # noqa: PLR0917  (the order is fixed)
    network: Network,
    data: Dataset,
    loss: str,
    first: Axis,
    second: Axis,
    extent: float,
    n: int,
    *,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Floats:
    """The mean loss (n, n) over the training set around `network`, which is not changed.

    [i, j] is the loss with the parameters moved by offsets[i] along `first` and offsets[j] along `second`, where
    offsets = linspace(−extent, extent, n); so with odd n the middle is the loss of `network` itself. NaN where the
    loss is not defined, as with an RBF width that is not positive. `is_cancelled` is asked once a row: the rows after
    are NaN. Raises EngineError for axes that are none, and as `Network.loss` does.
    """
    check_kind("What has a surface", network, Network)
    check_kind("The data", data, Dataset)
    axes = [_direction(axis, network.spec.n_parameters) for axis in (first, second)]
    offsets = _offsets(extent, n)
    losses = PlaneLosses(network, data, loss, network.parameters, np.array(axes))
    surface = np.full((n, n), np.nan)
    for i, along_first in enumerate(offsets):
        if is_cancelled():
            break
        surface[i] = losses.at(np.column_stack([np.full(n, along_first), offsets]))
    return surface


def _direction(axis: Axis, n_parameters: int) -> Floats:
    direction = np.zeros(n_parameters)
    try:
        index = operator.index(axis)  # type: ignore[arg-type]  # what is no whole number is a direction
    except TypeError:
        given = number_array("numbers of a direction", axis)
        if given.shape != direction.shape or not np.isfinite(given).all() or not given.any():
            raise EngineError(
                "A direction must be {count} finite numbers, one for each parameter, and not all of them 0.",
                count=n_parameters,
            ) from None
        return given
    if not 0 <= index < n_parameters:
        raise EngineError(
            "There is no parameter {index}; the network has {count}, counted from 0.",
            index=Shown(index),
            count=n_parameters,
        )
    direction[index] = 1.0
    return direction


def _offsets(extent: float, n: int) -> Floats:
    if not (is_number(extent) and extent > 0):
        raise EngineError("The extent must be a finite number above 0; got {extent}.", extent=Shown(extent))
    if not (is_whole(n) and 2 <= n <= MOST_POINTS):
        raise EngineError(
            "A surface needs at least 2 points along each axis, and at most {most}; got {n}.",
            most=MOST_POINTS,
            n=Shown(n),
        )
    return np.linspace(-float(extent), float(extent), n)
