"""This module finds the boundary of a unit, where its net input is 0: a line, a plane or a hyperplane.

On the boundary itself the unit fires. The weights w are normal to it and point to the side that fires; scaling w and
b together does not move it. Points, weights and directions are arrays (n,); the equation is w·x + b = 0.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.data.plane import Plane
from engine.spec.ties import without_ties

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Line:
    """w1·x + w2·y + b = 0 on the plane of two inputs."""

    w1: float
    w2: float
    b: float

    @property
    def norm(self) -> float:
        """The length of w; 0 where there is no line."""
        return math.hypot(self.w1, self.w2)

    @property
    def exists(self) -> bool:
        """Whether the equation describes a line of finite numbers."""
        return self.norm > 0 and all(map(math.isfinite, (self.w1, self.w2, self.b)))

    def net_input(self, x: float, y: float) -> float:
        """w·x + b at a point: 0 on the line, positive on the side that fires."""
        return self.w1 * x + self.w2 * y + self.b

    def moved(self, dx: float, dy: float) -> Line:
        """Shifted by (dx, dy); w stays, only the part of the shift across the line counts."""
        return replace(self, b=self.b - self.w1 * dx - self.w2 * dy)

    def along(self, pivot: tuple[float, float], direction: tuple[float, float], left: bool) -> Line:
        """Through `pivot` in `direction`, with w as long as it is and, if `left`, to the left of the direction.

        Raises ValueError for a direction of length 0.
        """
        length = math.hypot(*direction)
        if length == 0:
            raise ValueError("a line needs a direction")
        scale = (self.norm if left else -self.norm) / length
        w1, w2 = -direction[1] * scale, direction[0] * scale
        return Line(w1, w2, -(w1 * pivot[0] + w2 * pivot[1]))

    def fires_left_of(self, direction: tuple[float, float]) -> bool:
        """Whether w points to the left of a direction along the line."""
        return direction[0] * self.w2 - direction[1] * self.w1 > 0

    def flipped(self) -> Line:
        """The same line, firing on its other side."""
        return Line(-self.w1, -self.w2, -self.b)

    def ends(
        self, x_range: tuple[float, float], y_range: tuple[float, float]
    ) -> tuple[tuple[float, float], tuple[float, float]] | None:
        """Where the line enters and leaves a rectangle; None where it passes by or there is no line."""
        if not self.exists:
            return None
        low, high = -math.inf, math.inf
        x0, y0 = self._nearest((x_range[0] + x_range[1]) / 2, (y_range[0] + y_range[1]) / 2)
        if not (math.isfinite(x0) and math.isfinite(y0)):
            return None
        dx, dy = self.w2 / self.norm, -self.w1 / self.norm
        for start, step, (least, most) in ((x0, dx, x_range), (y0, dy, y_range)):
            if abs(step) < 1e-12:
                if not least <= start <= most:
                    return None
                continue
            first, second = sorted(((least - start) / step, (most - start) / step))
            low, high = max(low, first), min(high, second)
        if low >= high:
            return None
        return (x0 + low * dx, y0 + low * dy), (x0 + high * dx, y0 + high * dy)

    def _nearest(self, x: float, y: float) -> tuple[float, float]:
        """The point of the line that is nearest to (x, y); no finite numbers where it is farther than these go."""
        distance = self.net_input(x, y) / self.norm  # the norm's square may be too small for a number, or too large
        return x - distance * (self.w1 / self.norm), y - distance * (self.w2 / self.norm)


def slice_line(weights: ArrayLike, bias: float, plane: Plane) -> Line:
    """The line in which the hyperplane of `weights` (n_inputs,) and `bias` cuts `plane`, which has two axes."""
    w = np.asarray(weights, dtype=np.float64)
    x, y = plane.x_axis, plane.y_axis or 0
    fixed = sum(float(w[k]) * plane.fixed[k] for k in range(len(w)) if k not in (x, y))
    return Line(float(w[x]), float(w[y]), float(bias) + fixed)


def with_slice(weights: ArrayLike, plane: Plane, line: Line) -> tuple[Floats, float]:
    """Weights and bias of the hyperplane that cuts `plane` in `line`; the weights of the other inputs stay."""
    w = np.array(weights, dtype=np.float64)
    x, y = plane.x_axis, plane.y_axis or 0
    w[x], w[y] = line.w1, line.w2
    fixed = sum(float(w[k]) * plane.fixed[k] for k in range(len(w)) if k not in (x, y))
    return w, line.b - fixed


def plane_in_box(weights: ArrayLike, bias: float, low: ArrayLike, high: ArrayLike) -> Floats:
    """The corners (n, 3), in order around it, of the part of a plane inside the box from `low` to `high`; n 0 or 3–6.

    The polygon of the plane w·x + b = 0 and a box (Sutherland and Hodgman's clipping of the box's twelve edges).
    """
    w = np.asarray(weights, dtype=np.float64)
    low, high = np.asarray(low, dtype=np.float64), np.asarray(high, dtype=np.float64)
    if not np.isfinite(w).all() or not math.isfinite(bias) or not np.any(w):
        return np.empty((0, 3))
    corners = np.array([[(low, high)[k >> axis & 1][axis] for axis in range(3)] for k in range(8)])
    heights = without_ties(corners @ w + bias, corners, w, np.asarray(bias))
    found = [tuple(corners[k]) for k in range(8) if heights[k] == 0]
    for k in range(8):
        for axis in range(3):
            other = k | 1 << axis
            if other != k and heights[k] * heights[other] < 0:
                share = heights[k] / (heights[k] - heights[other])
                found.append(tuple(corners[k] + share * (corners[other] - corners[k])))
    points = np.array(sorted(set(found))).reshape(-1, 3)
    return _around(points, w) if len(points) >= 3 else np.empty((0, 3))


def _around(points: Floats, normal: Floats) -> Floats:
    """Corners of a convex polygon in the order in which they stand around its middle."""
    n = normal / np.linalg.norm(normal)
    first = np.cross(n, np.eye(3)[int(np.argmin(np.abs(n)))])
    first /= np.linalg.norm(first)
    from_middle = points - points.mean(axis=0)
    angles = np.arctan2(from_middle @ np.cross(n, first), from_middle @ first)
    return np.asarray(points[np.argsort(angles)])
