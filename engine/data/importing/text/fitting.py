"""This module makes all rows of a table equally long, and remembers what it passed over and what does not fit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from engine.data.cell_numbers import SHEET_ERRORS
from engine.data.importing.block import Block, Ints
from engine.data.importing.raw_table import Uneven

COMMENT = "#"
_RULE = re.compile(r"\s*(?=\S\S)[:+]?[-=+]+[:+]?\s*")


@dataclass(frozen=True)
class Shape:
    """width: cells in a row. pads: whether short rows are whole, as a spreadsheet cuts empty cells at their ends.

    passes_comments: whether lines that begin with # and do not fit are comments; where the first column holds numbers,
    such a line never fits.
    """

    width: int
    pads: bool = False
    passes_comments: bool = True
    first_is_number: bool = False


def is_rule(cells: Sequence[str]) -> bool:
    """Whether a row only draws a line, as Markdown does below the header."""
    first = next((cell for cell in cells if cell.strip()), "")
    return _RULE.fullmatch(first) is not None and all(_RULE.fullmatch(cell) for cell in cells if cell.strip())


class Fitted:
    """The blocks of rows, all of `shape.width` cells; what was passed over is known when all have been asked for."""

    def __init__(self, blocks: Iterable[Block], shape: Shape) -> None:
        self._blocks, self._shape = blocks, shape
        self.comments: list[int] = []  # the lines
        self.n_empty = 0
        self._uneven: list[tuple[int, int]] = []
        self._rows = 0

    def __iter__(self) -> Iterator[Block]:
        for block in self._blocks:
            fitted = block if self._is_even(block.rows) else self._fit(block)
            self._rows += len(fitted.rows)
            if fitted.rows:
                yield fitted

    @property
    def uneven(self) -> Uneven:
        """The rows that do not fit."""
        rows, counts = zip(*self._uneven, strict=True) if self._uneven else ((), ())
        return Uneven(np.array(rows, np.int32), np.array(counts, np.int32))

    def _is_even(self, rows: Sequence[Sequence[str]]) -> bool:
        if set(map(len, rows)) != {self._shape.width}:
            return False
        first = [row[0] for row in rows]
        return "" not in first and not (self._may_be_comments and COMMENT in "".join(first))

    @property
    def _may_be_comments(self) -> bool:
        return self._shape.passes_comments and self._shape.first_is_number

    def _fit(self, block: Block) -> Block:
        lines: list[int] = []
        rows: list[Sequence[str]] = []
        for line, cells in zip(block.lines.tolist(), block.rows, strict=True):
            if not any(cell.strip() for cell in cells) or is_rule(cells):
                self.n_empty += len(cells) > 1  # a blank line is nothing to speak of
            elif self._is_comment(cells):
                self.comments.append(line)
            else:
                rows.append(self._made_even(cells, self._rows + len(rows)))
                lines.append(line)
        return Block(np.array(lines, dtype=Ints), rows)

    def _is_comment(self, cells: Sequence[str]) -> bool:
        first = cells[0].strip()
        if not self._shape.passes_comments or not first.startswith(COMMENT) or first.lower() in SHEET_ERRORS:
            return False
        return self._shape.first_is_number or len(cells) != self._shape.width

    def _made_even(self, cells: Sequence[str], row: int) -> Sequence[str]:
        width = self._shape.width
        if len(cells) == width:
            return cells
        if len(cells) < width:
            if not self._shape.pads:
                self._uneven.append((row, len(cells)))
            return [*cells, *[""] * (width - len(cells))]
        if any(cell.strip() for cell in cells[width:]):
            self._uneven.append((row, len(cells)))
        return cells[:width]
