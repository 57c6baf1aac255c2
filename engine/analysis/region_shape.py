"""A decision region has a number of parts, and it may be convex or a half-plane."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
SPECK = 12  # pixels


@dataclass(frozen=True)
class RegionShape:
    """A region shape describes the part of a picture that answers 1.

    parts: connected pieces, 0 where there is none. convex: one piece without dents. half_plane: convex, and what is
    left over is convex too: the border is straight. Judged by pixels, so within about a pixel.
    """

    parts: int
    convex: bool
    half_plane: bool


def region_shape(inside: Mask) -> RegionShape:
    """The shape of the True pixels of `inside` (rows, columns)."""
    parts, cleaned = _parts(inside)
    convex = parts == 1 and _is_convex(cleaned)
    if not convex:
        return RegionShape(parts, False, False)
    parts_outside, outside = _parts(~inside)
    return RegionShape(1, True, parts_outside == 1 and _is_convex(outside))


def _parts(inside: Mask) -> tuple[int, Mask]:
    """How many pieces there are, which may be connected over corners; and the pixels without specks.

    Specks are small pieces beside a larger one: what pixels leave of the tip of a wedge.
    """
    from scipy import ndimage  # slow to import

    labels, _ = ndimage.label(inside, structure=np.ones((3, 3)))
    sizes = np.bincount(labels.ravel())[1:]
    is_large = sizes >= min(SPECK, sizes.max(initial=0))
    return int(is_large.sum()), np.concatenate([[False], is_large])[labels]


def _is_convex(inside: Mask) -> bool:
    """Whether hardly a pixel is missing inside the convex hull of the pixels' centres."""
    rows = np.flatnonzero(inside.any(axis=1))
    left = inside.argmax(axis=1)[rows]
    right = inside.shape[1] - 1 - inside[:, ::-1].argmax(axis=1)[rows]
    ends = sorted({(int(x), int(y)) for side in (left, right) for x, y in zip(side, rows, strict=True)})
    lower, upper = _chain(ends), _chain(ends[::-1])
    x = np.arange(inside.shape[1])
    column = (x >= lower[0][0]) & (x <= lower[-1][0])
    low = np.interp(x, *np.array(lower, dtype=np.float64).T)
    high = np.interp(x, *np.array(upper[::-1], dtype=np.float64).T)
    y = np.arange(inside.shape[0])[:, np.newaxis]
    deep = (y > low + 1) & (y < high - 1) & column  # a pixel of the hull's edge may well be missing
    missing = np.count_nonzero(deep & ~inside)
    return bool(missing <= 0.005 * np.count_nonzero(inside))


def _chain(points: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """One side of the convex hull of sorted points (Andrew 1979)."""
    chain: list[tuple[int, int]] = []
    for point in points:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
            chain.pop()
        chain.append(point)
    distinct = [chain[0], *(after for before, after in pairwise(chain) if after[0] != before[0])]
    return distinct if len(distinct) > 1 else chain


def _turn(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]) -> int:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
