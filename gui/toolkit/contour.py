"""Contour lines by marching squares, whole arrays at a time."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

HUGE = 1e100

# A cell's edges: 0 bottom, 1 right, 2 top, 3 left. Its case number has one bit for each corner that is at or above
# the level: 1 bottom left, 2 bottom right, 4 top right, 8 top left. Each case lists the edges that the line joins.
_EDGES = np.full((16, 4), -1, dtype=np.int64)
for _case, _joined in {
    1: (3, 0), 2: (0, 1), 3: (3, 1), 4: (1, 2), 6: (0, 2), 7: (3, 2), 8: (2, 3), 9: (0, 2), 11: (1, 2),
    12: (1, 3), 13: (0, 1), 14: (3, 0), 5: (3, 2, 0, 1), 10: (3, 0, 1, 2),
}.items():  # fmt: skip
    _EDGES[_case, : len(_joined)] = _joined
_OTHER_SADDLE = {5: 10, 10: 5}  # as listed, the two corners that are above are connected


def contour_segments(field: Floats, x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """The line where `field` (rows, columns) crosses 0, as separate segments.

    x (columns,) and y (rows,) are the positions of the samples. Returns two arrays whose entries 2i and 2i+1 are the
    ends of segment i. `field` must be finite: see `finite`.
    """
    above = (field >= 0).view(np.uint8)
    cases = above[:-1, :-1] | (above[:-1, 1:] << 1) | (above[1:, 1:] << 2) | (above[1:, :-1] << 3)
    rows, columns = np.nonzero((cases != 0) & (cases != 15))
    if len(rows) == 0:
        return np.empty(0), np.empty(0)
    joined = _EDGES[_resolved_saddles(cases[rows, columns], field, rows, columns)]
    ends = _crossings(field, x, y, rows, columns)
    first = _segments(ends, joined[:, :2])
    second = _segments(ends[:, joined[:, 2] >= 0], joined[joined[:, 2] >= 0, 2:])
    line = np.concatenate([first, second], axis=1)
    return line[0].ravel(), line[1].ravel()


def finite(values: Floats) -> Floats:
    """`values` with 0 for not-a-number and without extremes whose differences or squares would overflow."""
    return values if np.abs(values).max(initial=0.0) < HUGE else np.clip(np.nan_to_num(values), -HUGE, HUGE)


def _resolved_saddles(
    cases: NDArray[Any], values: Floats, rows: NDArray[np.int64], columns: NDArray[np.int64]
) -> NDArray[Any]:
    """Where two opposite corners are above, the middle of the cell decides which of them are connected."""
    quarters = [
        0.25 * values[rows + up, columns + right] for up, right in ((0, 0), (0, 1), (1, 1), (1, 0))
    ]  # a plain sum of four values could overflow
    middle = sum(quarters)
    resolved = cases.copy()
    for case, other in _OTHER_SADDLE.items():
        resolved[(cases == case) & (middle < 0)] = other
    return resolved


def _crossings(
    values: Floats, x: Floats, y: Floats, rows: NDArray[np.int64], columns: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Where the line meets each edge of each cell: (2, cells, 4), x and y; meaningless where it does not."""
    low_left, low_right = values[rows, columns], values[rows, columns + 1]
    top_left, top_right = values[rows + 1, columns], values[rows + 1, columns + 1]
    left, width = x[columns], x[columns + 1] - x[columns]
    bottom, height = y[rows], y[rows + 1] - y[rows]
    ends = np.empty((2, len(rows), 4))
    ends[0, :, 0], ends[1, :, 0] = left + width * _zero(low_left, low_right), bottom
    ends[0, :, 1], ends[1, :, 1] = left + width, bottom + height * _zero(low_right, top_right)
    ends[0, :, 2], ends[1, :, 2] = left + width * _zero(top_left, top_right), bottom + height
    ends[0, :, 3], ends[1, :, 3] = left, bottom + height * _zero(low_left, top_left)
    return ends


def _zero(start: Floats, end: Floats) -> Floats:
    """The share of the way from `start` to `end` at which a straight line between them is 0; 0 or 1 if nowhere."""
    half, difference = 0.5 * start, 0.5 * start - 0.5 * end  # the full difference could overflow
    return np.clip(half / np.where(difference == 0, 1.0, difference), 0.0, 1.0)


def _segments(ends: NDArray[np.float64], joined: NDArray[np.int64]) -> NDArray[np.float64]:
    cells = np.arange(joined.shape[0])[:, np.newaxis]
    return ends[:, cells, joined]


def joined_lines(x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """The segments of `contour_segments` as few long lines, with a NaN between one and the next.

    For paper: a line in one piece is smooth at every scale. Segments meet where their ends are the same.
    """
    ends = list(zip(x.tolist(), y.tolist(), strict=True))
    meeting: dict[tuple[float, float], list[int]] = {}
    for place, end in enumerate(ends):
        meeting.setdefault(end, []).append(place)
    is_used = [False] * (len(ends) // 2)

    def follow(place: int) -> list[tuple[float, float]]:
        """From the end at `place` on, over unused segments."""
        found = []
        while True:
            found.append(ends[place])
            onward = [other for other in meeting[ends[place]] if not is_used[other // 2]]
            if not onward:
                return found
            is_used[onward[0] // 2] = True
            place = onward[0] ^ 1

    lines: list[tuple[float, float]] = []
    for segment in range(len(is_used)):
        if not is_used[segment]:
            is_used[segment] = True
            back, forth = follow(2 * segment), follow(2 * segment + 1)
            lines += [*reversed(back), *forth, (np.nan, np.nan)]
    joined = np.array(lines).reshape(-1, 2)
    return joined[:, 0], joined[:, 1]
