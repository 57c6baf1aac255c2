"""This module describes a rectangle of the input space: which inputs vary and what its pixels stand for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from engine.data.preprocessing import Preprocessing


Range = tuple[float, float]

MOST_UNEQUAL = 3.0
"""How many times as long one range may be as another on axes of one scale; beyond that the picture is a strip."""
_SHORTEST = 1e-150  # of shorter spans, squares are 0


@dataclass(frozen=True)
class Oblique:
    """Two directions in the input space along which a plane may lie instead of along two inputs.

    x_step, y_step (n_inputs,): what one unit of a coordinate adds to the inputs, in their units.
    x_reading, y_reading (n_inputs,): a row of inputs stands at (row − origin) · reading; of x_step and y_step
    themselves that is (1, 0) and (0, 1), so that reading what lies off the plane projects it.
    shares: what part of the variance of the samples each direction explains.
    """

    x_step: tuple[float, ...]
    y_step: tuple[float, ...]
    x_reading: tuple[float, ...]
    y_reading: tuple[float, ...]
    shares: Range


@dataclass(frozen=True)
class Plane:
    """The rectangle that the region plot shows: two inputs vary, the others are fixed.

    y_axis is None for networks with one input. fixed has a value for every input; those of the
    two axes are ignored.
    An `oblique` plane goes through `fixed` along two directions of its own, in which all inputs vary; x_axis and
    y_axis then are the numbers of those directions, not inputs.
    """

    x_axis: int
    y_axis: int | None
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    fixed: tuple[float, ...]
    oblique: Oblique | None = None

    def inputs(self, columns: int, rows: int) -> NDArray[np.float64]:
        """Inputs (rows * columns, n_inputs) at the pixel centres, x running fastest, lowest y first."""
        x = pixel_centres(self.x_range, columns)
        y = pixel_centres(self.y_range, rows)
        return self.inputs_at(np.column_stack([np.tile(x, rows), np.repeat(y, columns)]))

    def inputs_at(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Inputs (n, n_inputs) at `points` (n, 2) of the plane, the others as they are fixed."""
        if self.oblique is not None:
            rows = np.asarray(points @ np.array([self.oblique.x_step, self.oblique.y_step]))
            rows += self.fixed
            return rows
        rows = np.empty((len(points), len(self.fixed)))
        rows[:] = self.fixed  # unlike `tile`, this lets the window's thread run meanwhile
        self._put(rows, points)
        return rows

    def moved_to(self, inputs: NDArray[np.float64], points: NDArray[np.float64]) -> NDArray[np.float64]:
        """`inputs` (n, n_inputs) brought to `points` (n, 2) of two axes, as they are in what is on no axis."""
        moved = inputs.copy()
        self._put(moved, points)
        return moved

    def _put(self, rows: NDArray[np.float64], points: NDArray[np.float64]) -> None:
        rows[:, self.x_axis] = points[:, 0]
        if self.y_axis is not None:
            rows[:, self.y_axis] = points[:, 1]

    def point(self, x: float, y: float) -> NDArray[np.float64]:
        """The inputs (n_inputs,) at a place of the plane."""
        return np.asarray(self.inputs_at(np.array([[x, y]]))[0])

    def places(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Where inputs `rows` (n, n_inputs) stand, projected on the plane, (n, 2); with one axis at height 0."""
        if self.oblique is not None:
            return np.asarray((rows - self.fixed) @ np.array([self.oblique.x_reading, self.oblique.y_reading]).T)
        heights = np.zeros(len(rows)) if self.y_axis is None else rows[:, self.y_axis]
        return np.column_stack([rows[:, self.x_axis], heights])

    def lies_along(self, other: Plane) -> bool:
        """Whether both have the same axes, so that what was traced on one can stand for the other for a moment."""
        return (self.x_axis, self.y_axis, self.oblique) == (other.x_axis, other.y_axis, other.oblique)


def can_share_scale(*ranges: Range) -> bool:
    """Whether axes with these ranges can have one scale, so that right angles and circles look like what they are."""
    spans = [high - low for low, high in ranges]
    shortest, longest = min(spans), max(spans)
    return shortest >= _SHORTEST and longest <= min(MOST_UNEQUAL * shortest, 1 / _SHORTEST)


def on_one_scale(*ranges: Range) -> tuple[Range, ...]:
    """`ranges`, widened about their middles to the longest of them where they can share a scale."""
    if not can_share_scale(*ranges):
        return ranges
    longest = max(high - low for low, high in ranges)

    def widened(low: float, high: float) -> Range:
        middle, half = (low + high) / 2, longest / 2
        return (low, high) if high - low == longest else (middle - half, middle + half)

    return tuple(widened(*ends) for ends in ranges)


def pixel_centres(limits: tuple[float, float], count: int) -> NDArray[np.float64]:
    """`count` evenly spaced positions, each in the middle of its pixel."""
    low, high = limits
    return np.asarray(low + (np.arange(count) + 0.5) * ((high - low) / count))


def seen_points(plane: Plane, columns: int, rows: int, preprocessing: Preprocessing | None) -> NDArray[np.float64]:
    """What a network sees of `plane.inputs(columns, rows)`, (rows * columns, n_inputs of the network)."""
    points = plane.inputs(columns, rows)
    return points if preprocessing is None else preprocessing.apply(points)
