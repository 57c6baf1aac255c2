"""This module describes a plane in the space of all weights, and where parameters stand on it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.spec.errors import EngineError

Floats = NDArray[np.float64]

_LEAST_ANGLE = 1e-9


@dataclass(frozen=True, eq=False)
class WeightPlane:
    """The parameters `base + a · axes[0] + b · axes[1]`; (a, b) are the coordinates of a point.

    base (n_parameters,) has the coordinates (0, 0), axes (2, n_parameters). So along the axis of one weight the
    coordinate is the weight's own value, and no offset from where a run happens to stand.
    """

    base: Floats
    axes: Floats

    @cached_property
    def _reading(self) -> Floats:
        return reading(self.axes)

    def at(self, points: ArrayLike) -> Floats:
        """The parameters (n, n_parameters) at `points` (n, 2)."""
        return np.asarray(self.base + np.asarray(points, dtype=np.float64).reshape(-1, 2) @ self.axes)

    def places(self, parameters: ArrayLike) -> Floats:
        """Where rows of parameters (n, n_parameters) stand, projected on the plane, (n, 2)."""
        return np.asarray(np.asarray(parameters, dtype=np.float64) @ self._reading)

    def descent(self, gradient: Floats) -> Floats:
        """The direction (2,) of −gradient, projected on the plane, in coordinates."""
        return np.asarray(-gradient @ self._reading)


def plane_through(parameters: Floats, first: Floats, second: Floats) -> WeightPlane:
    """The plane through `parameters` along two directions, all flat. Raises EngineError where they are parallel."""
    axes = np.array([first, second], dtype=np.float64)
    place = parameters @ reading(axes)
    base = parameters - place @ axes
    alone = (axes != 0).sum(axis=0) == 1
    if (np.count_nonzero(axes, axis=1) == 1).all():  # two weights: no rounding may be left of them
        base = np.where(alone, 0.0, parameters)
    return WeightPlane(base, axes)


def reading(axes: Floats) -> Floats:
    """What turns parameters (…, n_parameters) into coordinates (…, 2) by a product: the axes' least-squares inverse."""
    lengths = np.linalg.norm(axes, axis=1)
    if not (np.isfinite(lengths).all() and (lengths > 0).all()):
        raise EngineError("A direction must be finite numbers, and not all of them 0.")
    units = axes / lengths[:, np.newaxis]
    if 1 - abs(float(units[0] @ units[1])) < _LEAST_ANGLE:
        raise EngineError("The two directions are the same; choose another one.")
    return np.asarray(np.linalg.solve(units @ units.T, units).T / lengths)
