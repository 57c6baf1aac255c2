"""These functions place the samples of a stroke and find those it passes over; positions are pixels, (n, 2)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


class Trail:
    """Places at even distances along a way, however it is cut into pieces."""

    def __init__(self, start: Floats, spacing: float) -> None:
        self._end = start
        self._spacing = spacing
        self._to_go = spacing

    def along(self, way: Floats) -> Floats:
        """The places on the way on from where it ended so far through the points of `way` (n, 2)."""
        corners = np.vstack([self._end, way])
        passed = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(corners, axis=0).T))])
        distances = np.arange(self._to_go, passed[-1], self._spacing)
        self._to_go += len(distances) * self._spacing - passed[-1]
        self._end = corners[-1]
        return np.column_stack([np.interp(distances, passed, corners[:, column]) for column in (0, 1)])


def scattered(rng: np.random.Generator, centres: Floats, radius: float, *, evenly: bool) -> Floats:
    """A place at random in the circle around each of `centres`: `evenly` over its area, else denser in the middle."""
    angles = rng.uniform(0, 2 * np.pi, len(centres))
    shares = rng.random(len(centres))
    reach = radius * (np.sqrt(shares) if evenly else shares)
    return np.asarray(centres + np.column_stack([reach * np.cos(angles), reach * np.sin(angles)]))


def passed_over(places: Floats, way: Floats, radius: float) -> NDArray[np.bool_]:
    """Which of `places` a circle of `radius` covers somewhere on the way through the points of `way`."""
    low, high = way.min(axis=0) - radius, way.max(axis=0) + radius
    covered: NDArray[np.bool_] = ((places >= low) & (places <= high)).all(axis=1)
    near = places[covered]
    hit = np.zeros(len(near), dtype=bool)
    starts = way if len(way) == 1 else way[:-1]
    for start, end in zip(starts, way[-len(starts) :], strict=True):
        hit |= _distances(near, start, end) <= radius
    covered[covered] = hit
    return covered


def _distances(places: Floats, start: Floats, end: Floats) -> Floats:
    """Of each place to the straight line from `start` to `end`."""
    line = end - start
    along = np.clip((places - start) @ line / ((line @ line) or 1.0), 0, 1)
    return np.asarray(np.hypot(*(places - start - along[:, np.newaxis] * line).T))
