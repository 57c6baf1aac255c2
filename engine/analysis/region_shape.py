"""A decision region has a number of parts, and it may be convex or a half-plane."""

from __future__ import annotations

from dataclasses import dataclass

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
    from scipy.spatial import ConvexHull, QhullError  # slow to import

    try:
        sides = ConvexHull(np.argwhere(inside)).equations
    except QhullError:  # one pixel, or one row of them
        return True
    pixels = np.indices(inside.shape).reshape(2, -1)
    distance = (sides[:, :2] @ pixels + sides[:, 2:]).max(axis=0).reshape(inside.shape)  # in pixels, negative inside
    deep = distance < -1  # a pixel of the hull's edge may well be missing
    return bool(np.count_nonzero(deep & ~inside) <= 0.005 * np.count_nonzero(inside))
