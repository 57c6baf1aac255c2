"""This module finds what stands below a table: sources, notes, or how many rows there are."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np

from engine.data.importing.cells.collect import Cells
from engine.data.importing.raw_table import MISSING, Uneven

_MOST = 10  # lines
_REMARK = re.compile(r"[(*†¹\[]|\D*[:：] ")


def without_footer(cells: Cells, uneven: Uneven) -> tuple[Cells, Uneven]:
    """The rows without the last ones in which only the first cell holds something, and no number or name of a row."""
    short = {int(row) for row, count in zip(uneven.rows, uneven.counts, strict=True) if count == 1}
    end = len(cells.lines)
    while end > max(len(cells.lines) - _MOST, 2) and _is_remark(cells, end - 1, end - 1 in short):
        end -= 1
    if end == len(cells.lines):
        return cells, uneven
    columns = tuple(replace(column, values=column.values[:end], codes=column.codes[:end]) for column in cells.columns)
    kept = uneven.rows < end
    return replace(cells, columns=columns, lines=cells.lines[:end]), Uneven(uneven.rows[kept], uneven.counts[kept])


def _is_remark(cells: Cells, row: int, is_short: bool) -> bool:
    """Whether the first cell alone holds a text, where the column holds numbers, or else what looks like a remark."""
    first, *others = cells.columns
    code = int(first.codes[row])
    if code < 0 or not others or any(int(column.codes[row]) != MISSING for column in others):
        return False
    holds_numbers = 2 * int(np.count_nonzero(first.codes < 0)) > len(first.codes)
    return is_short or (len(others) > 1 and (holds_numbers or _REMARK.match(first.texts[code]) is not None))
