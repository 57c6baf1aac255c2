"""This module finds contour lines of numbers on a grid with contourpy."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import cast

import numpy as np
from contourpy import FillType, LineType, SerialContourGenerator, ZInterp, contour_generator
from numpy.typing import NDArray

Floats = NDArray[np.float64]

HUGE = 1e100


def contour_lines(field: Floats, x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """The lines where `field` (rows, columns) crosses 0; a value of 0 belongs to the side above.

    x (columns,) and y (rows,) are the positions of the samples. Returns the x and y of the lines' points, with a NaN
    between one line and the next. `field` must be finite: see `finite`.
    """
    if min(field.shape) < 2:
        return np.empty(0), np.empty(0)
    # The constructor, because the usual function looks for masked values, which costs more than the lines themselves.
    generator = SerialContourGenerator(
        *_grid(*field.shape),
        -0.25 * field,  # contourpy counts 0 as below, and adds up four corners, which may overflow
        cast(NDArray[np.bool_], None),  # no mask, which contourpy takes, though its types do not say so
        corner_mask=False,
        line_type=LineType.ChunkCombinedNan,
        fill_type=FillType.OuterCode,
        quad_as_tri=False,
        z_interp=ZInterp.Linear,
    )
    points = generator.lines(0.0)[0][0]
    if points is None:
        return np.empty(0), np.empty(0)
    columns, rows = np.asarray(points).T
    return np.interp(columns, np.arange(len(x)), x), np.interp(rows, np.arange(len(y)), y)


def level_lines(field: Floats, x: Floats, y: Floats, levels: Sequence[float]) -> list[tuple[Floats, Floats]]:
    """For each level the lines where `field` (rows, columns) crosses it, as `contour_lines` gives them.

    Where `field` is not finite there is no line.
    """
    if min(field.shape) < 2 or not np.isfinite(field).any():
        return [(np.empty(0), np.empty(0)) for _ in levels]
    known = np.ma.masked_invalid(field)
    generator = contour_generator(x, y, known, name="serial", line_type=LineType.ChunkCombinedNan)
    found = [generator.lines(level)[0][0] for level in levels]
    return [(np.empty(0), np.empty(0)) if line is None else (line[:, 0], line[:, 1]) for line in found]


def joined(lines: list[tuple[Floats, Floats]]) -> tuple[Floats, Floats]:
    """Several results of `contour_lines` as one."""
    gap = np.full((2, 1), np.nan)
    pieces = [piece for line in lines if len(line[0]) for piece in (np.stack(line), gap)]
    points = np.concatenate(pieces[:-1], axis=1) if pieces else np.empty((2, 0))
    return points[0], points[1]


def segments(x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """The same lines cut into segments, for what draws pairs: entries 2i and 2i + 1 are the ends of segment i."""
    points = np.stack([x, y])
    pairs = np.stack([points[:, :-1], points[:, 1:]], axis=2)
    pairs = pairs[:, np.isfinite(pairs[0]).all(axis=1)]
    return pairs[0].ravel(), pairs[1].ravel()


def finite(values: Floats) -> Floats:
    """`values` with 0 for not-a-number and without extremes whose differences or squares would overflow."""
    return values if np.abs(values).max(initial=0.0) < HUGE else np.clip(np.nan_to_num(values), -HUGE, HUGE)


@lru_cache(maxsize=8)
def _grid(rows: int, columns: int) -> tuple[Floats, Floats]:
    """The column and the row number of each sample, (rows, columns) each."""
    column, row = np.meshgrid(np.arange(float(columns)), np.arange(float(rows)))
    return column, row
