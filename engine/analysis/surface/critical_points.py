"""This module finds the minima and saddles of the error in a plane, from a grid, and refines them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Kind = Literal["minimum", "saddle"]

MOST_POINTS = 24
_ROUNDS = 24
_FARTHEST = 2.0  # cells between a point of the grid and what is found from it
_FLAT = 1e-6  # an eigenvalue of the curvature this part of the other one is rounding, and the place a valley floor
_FINEST = 1e-3  # cells between the nine points at the end
_CLOSE, _AT_REST = 0.25, 0.01  # steps to go, for closer points and for the end
_DUST = 1e-11  # of the error itself: smaller differences are rounding
_NEAR = 0.5  # cells between two that are one
_RING = ((-1, -1), (-1, 0), (-1, 1), (0, 1), (1, 1), (1, 0), (1, -1), (0, -1))


@dataclass(frozen=True)
class CriticalPoint:
    """A place (first, second) of the plane where the error has slope 0 within the plane.

    kind: "minimum" where it rises in every direction of the plane, "saddle" where it rises along one and falls along
    the other. Both are about this plane: other weights may lead down from a minimum.
    """

    kind: Kind
    first: float
    second: float
    loss: float


def critical_points(
    losses: Callable[[Floats], Floats],
    first: Floats,
    second: Floats,
    surface: Floats,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> tuple[CriticalPoint, ...]:
    """The minima and saddles inside the grid, the one of the smallest error first; at most MOST_POINTS.

    losses: the error (n,) at points (n, 2). first, second: the coordinates of the rows and columns of `surface`.
    A point of the grid is a candidate where the differences to its eight neighbours, taken once round, change their
    sign never (and rise: a minimum) or four times (a saddle). From there Newton's method on a parabola through nine
    points, ever closer together, goes to where the slope is 0; what it leaves the neighbourhood for, and what is flat
    to rounding along one direction, is none.
    """
    cell = np.array([first[1] - first[0], second[1] - second[0]])
    found: list[CriticalPoint] = []
    for row, column in _candidates(surface):
        if is_cancelled():
            break
        point = _refined(losses, np.array([first[row], second[column]]), cell)
        inside = point is not None and first[0] <= point.first <= first[-1] and second[0] <= point.second <= second[-1]
        if point is not None and inside and not any(_is_same(point, other, cell) for other in found):
            found.append(point)
    return tuple(sorted(found, key=lambda point: point.loss)[:MOST_POINTS])


def _candidates(surface: Floats) -> list[tuple[int, int]]:
    """Rows and columns of the points whose neighbourhood looks like a minimum or a saddle, lowest first."""
    rows, columns = surface.shape
    middle = surface[1:-1, 1:-1]
    with np.errstate(invalid="ignore"):
        ring = np.array([surface[1 + i : rows - 1 + i, 1 + j : columns - 1 + j] for i, j in _RING]) - middle
        known = np.isfinite(ring).all(axis=0) & (np.abs(ring) > _DUST * np.abs(middle)).all(axis=0)
        changes = (np.sign(ring) != np.sign(np.roll(ring, 1, axis=0))).sum(axis=0)
        wanted = known & (((changes == 0) & (ring[0] > 0)) | (changes == 4))
    places = np.argwhere(wanted)
    order = np.argsort(middle[wanted], kind="stable")[: 8 * MOST_POINTS]
    return [(int(row) + 1, int(column) + 1) for row, column in places[order]]


def _refined(losses: Callable[[Floats], Floats], begin: Floats, cell: Floats) -> CriticalPoint | None:
    """Where Newton's method leads from `begin`; None where it leads away, or to no minimum or saddle."""
    place, step = begin.copy(), 1.0
    for _ in range(_ROUNDS):
        values = losses(place + step * cell * np.array([*_RING, (0, 0)], dtype=np.float64))
        if not np.isfinite(values).all():
            return None
        slope, curvature = _parabola(values)
        if abs(np.linalg.det(curvature)) < 1e-300:
            return None
        move = np.clip(-np.linalg.solve(curvature, slope), -1.0, 1.0)
        place = place + step * move * cell
        if (np.abs(place - begin) > _FARTHEST * cell).any():
            return None
        if step < _FINEST or np.abs(curvature).max() < 16 * _DUST * abs(values[-1]):
            if np.abs(move).max() < _AT_REST:
                break
        elif np.abs(move).max() < _CLOSE:
            step /= 4
    else:
        return None
    return _named(place, curvature, float(losses(place[np.newaxis])[0]))


def _parabola(values: Floats) -> tuple[Floats, Floats]:
    """Slope (2,) and curvature (2, 2) in units of the step, from central differences of the nine values."""
    at = dict(zip((*_RING, (0, 0)), values.tolist(), strict=True))
    slope = np.array([at[1, 0] - at[-1, 0], at[0, 1] - at[0, -1]]) / 2
    mixed = (at[1, 1] - at[1, -1] - at[-1, 1] + at[-1, -1]) / 4
    along = (at[1, 0] - 2 * at[0, 0] + at[-1, 0], at[0, 1] - 2 * at[0, 0] + at[0, -1])
    return slope, np.array([[along[0], mixed], [mixed, along[1]]])


def _named(place: Floats, curvature: Floats, loss: float) -> CriticalPoint | None:
    low, high = np.linalg.eigvalsh(curvature).tolist()
    if min(abs(low), abs(high)) <= _FLAT * max(abs(low), abs(high)) or high <= 0:
        return None
    return CriticalPoint("minimum" if low > 0 else "saddle", float(place[0]), float(place[1]), loss)


def _is_same(one: CriticalPoint, other: CriticalPoint, cell: Floats) -> bool:
    near = abs(one.first - other.first) < _NEAR * cell[0] and abs(one.second - other.second) < _NEAR * cell[1]
    return one.kind == other.kind and near
