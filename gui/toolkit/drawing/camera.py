"""The camera turns a box about its middle and maps its points to the screen."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

DISTANCE = 7.0  # of the eye from the middle, in half sides of the box: little perspective
STEEPEST = math.radians(89)
LEAST_ZOOM, MOST_ZOOM = 0.4, 3.0
FILLING = 0.31  # of the smaller side of the widget, for half a side of the box: room for it turned any way


@dataclass(frozen=True)
class Camera:
    """Turned by `azimuth` about the upright axis, then tilted by `elevation` (radians); the third input points up."""

    azimuth: float = math.radians(-33)
    elevation: float = math.radians(24)
    zoom: float = 1.0

    def turned(self, right: float, up: float) -> Camera:
        """Turned further by angles, in radians, as far up or down as the axis itself."""
        tilt = min(STEEPEST, max(-STEEPEST, self.elevation + up))
        return replace(self, azimuth=(self.azimuth + right) % (2 * math.pi), elevation=tilt)

    def zoomed(self, factor: float) -> Camera:
        """Nearer by `factor`, within limits."""
        return replace(self, zoom=min(MOST_ZOOM, max(LEAST_ZOOM, self.zoom * factor)))

    def towards_eye(self) -> Floats:
        """The direction (3,) from the middle of the box to the eye."""
        flat = math.cos(self.elevation)
        return np.array([flat * math.cos(self.azimuth), flat * math.sin(self.azimuth), math.sin(self.elevation)])

    def project(self, points: ArrayLike) -> Floats:
        """Points (n, 3) of a box from −1 to 1 as (n, 3): right, up, and how near the eye they are."""
        seen = np.asarray(points, dtype=np.float64).reshape(-1, 3) @ self._axes
        seen[:, :2] *= self.zoom * DISTANCE / (DISTANCE - seen[:, 2:])
        return np.asarray(seen)

    @cached_property
    def _axes(self) -> Floats:
        """Right, up and towards the eye, as columns."""
        eye = self.towards_eye()
        right = np.array([-math.sin(self.azimuth), math.cos(self.azimuth), 0.0])
        return np.column_stack([right, np.cross(eye, right), eye])


@dataclass(frozen=True)
class Box:
    """The part of the input space on show, from `low` to `high` (3,)."""

    low: tuple[float, float, float]
    high: tuple[float, float, float]

    @property
    def half(self) -> Floats:
        """Half of its sides."""
        return np.asarray((np.array(self.high) - np.array(self.low)) / 2)

    def to_unit(self, points: ArrayLike) -> Floats:
        """Points (n, 3) of the input space in units in which the box goes from −1 to 1."""
        middle = (np.array(self.high) + np.array(self.low)) / 2
        return np.asarray((np.asarray(points, dtype=np.float64).reshape(-1, 3) - middle) / self.half)
