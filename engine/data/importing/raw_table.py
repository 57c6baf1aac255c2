"""This module holds the named columns of a file, with numbers, texts and empty cells side by side."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from engine.data.cell_numbers import number_in, number_text, pointed
from engine.data.datasets.generators import MAX_SAMPLES
from engine.data.datasets.tables import MAX_COLUMNS
from engine.data.importing.reading_progress import GivenUp
from engine.data.importing.text_layout import Layout
from engine.spec.errors import EngineError, Text

NUMBER, MISSING = -1, -2
"""Codes of cells that hold a number or nothing; other codes are places in the column's list of texts."""

MAX_FILE_BYTES = 256_000_000
MAX_CELLS = 20_000_000
MISSING_MARKS = frozenset(("", "?", "NA", "N/A", "#N/A", "NaN", "nan", "NAN", "null", "NULL"))
_ROWS_AT_ONCE = 2048

Row = tuple[int, Sequence[str]]
"""The line on which a row ends, counted from 1, and its cells."""


@dataclass(frozen=True)
class Column:
    """values (n,): the numbers, NaN elsewhere; codes (n,): NUMBER, MISSING or the place in `texts`."""

    name: str
    values: NDArray[np.float64]
    codes: NDArray[np.int32]
    texts: tuple[str, ...] = ()

    @property
    def n_missing(self) -> int:
        """Cells without anything in them."""
        return int(np.count_nonzero(self.codes == MISSING))

    @property
    def is_empty(self) -> bool:
        """Whether no cell holds anything."""
        return self.n_missing == len(self.codes)

    def cell(self, row: int) -> str:
        """What stands in a row, as text; "" for nothing."""
        code = int(self.codes[row])
        if code == MISSING:
            return ""
        return number_text(float(self.values[row])) if code == NUMBER else self.texts[code]


@dataclass(frozen=True)
class RawTable:
    """A raw table is what a file holds. `lines` (n,): the line of each row; `layout`: how text was read, else None.

    roles: what the file itself says that its columns are ("input", "target"), or None.
    notes: what was left aside, in sentences.
    """

    file: str
    columns: tuple[Column, ...]
    lines: NDArray[np.int32]
    layout: Layout | None = None
    roles: tuple[str, ...] | None = None
    notes: tuple[Text, ...] = field(default=())

    @property
    def n_rows(self) -> int:
        """Rows of cells, the header not counted."""
        return len(self.lines)

    def with_layout(self, layout: Layout) -> RawTable:
        """The same cells, read in this way."""
        return replace(self, layout=layout)

    def error(self, row: int, column: int, problem: Text) -> EngineError:
        """What is wrong with a cell, naming its place."""
        return place_error(self.file, int(self.lines[row]), column, problem)


def place_error(file: str, line: int, column: int, problem: Text) -> EngineError:
    """What is wrong at a place of a file; `column` counts from 0."""
    return EngineError(
        "{file}, line {line}, column {column}: {problem}", file=file, line=line, column=column + 1, problem=problem
    )


def column_name(text: str, index: int) -> str:
    """What a column is called: one line of what can be seen, of at most 80 letters; made up where nothing is left."""
    seen = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(seen.split())[:80] or f"column {index + 1}"


def collect(
    file: str, names: Sequence[str], rows: Iterable[Row], decimal: str = ".", given_up: GivenUp = lambda: False
) -> RawTable:
    """The table that `rows` make, all of `len(names)` cells. EngineError for other rows and for too many of them."""
    check_columns(file, len(names))
    makers = [_ColumnMaker(decimal) for _ in names]
    lines: list[NDArray[np.int32]] = []
    count = 0
    for block in _blocks(rows):
        if given_up():
            raise EngineError("The reading of {file} was given up.", file=file)
        for line, cells in block:
            if len(cells) != len(names):
                raise _uneven(file, line, len(cells), len(names))
        count += len(block)
        if count > MAX_SAMPLES or count * len(names) > MAX_CELLS:
            raise EngineError(
                "{file}: up to {limit:,} rows and {cells:,} cells can be imported; the file holds more. Take a part of "
                "its rows or columns.",
                file=file,
                limit=MAX_SAMPLES,
                cells=MAX_CELLS,
            )
        lines.append(np.array([line for line, _ in block], dtype=np.int32))
        for maker, cells in zip(makers, zip(*(cells for _, cells in block), strict=True), strict=True):
            maker.add(cells)
    columns = tuple(maker.column(name) for maker, name in zip(makers, names, strict=True))
    return RawTable(file, columns, np.concatenate(lines) if lines else np.empty(0, np.int32))


def check_columns(file: str, count: int) -> None:
    """EngineError for more columns than can be used."""
    if count > MAX_COLUMNS:
        raise EngineError(
            "{file} has {count} columns; up to {limit} can be imported. Remove some of them.",
            file=file,
            count=count,
            limit=MAX_COLUMNS,
        )


def check_cells(file: str, line: int, count: int) -> None:
    """EngineError for a line of more cells than can be used, before many such lines fill the memory."""
    if count > MAX_COLUMNS:
        raise EngineError(
            "{file}, line {line}: this line has {count} columns; up to {limit} can be imported. Remove some of them.",
            file=file,
            line=line,
            count=count,
            limit=MAX_COLUMNS,
        )


def _blocks(rows: Iterable[Row]) -> Iterator[list[Row]]:
    source = iter(rows)
    while block := list(islice(source, _ROWS_AT_ONCE)):
        yield block


def _uneven(file: str, line: int, cells: int, columns: int) -> EngineError:
    problem = Text(
        "this line has {cells} cells, the others have {columns}; give every line as many.",
        cells=cells,
        columns=columns,
    )
    return place_error(file, line, min(cells, columns), problem)


class _ColumnMaker:
    """Takes cells block by block: a long conversion in one piece would keep the interpreter from the window."""

    def __init__(self, decimal: str) -> None:
        self._decimal = decimal
        self._values: list[NDArray[np.float64]] = []
        self._codes: list[NDArray[np.int32]] = []
        self._texts: dict[str, int] = {}

    def add(self, cells: Sequence[str]) -> None:
        try:
            values = np.fromiter(map(float, self._pointed(cells)), dtype=np.float64, count=len(cells))
            if "_" in "".join(cells):  # Python's own digit grouping; in a table it is a slip
                raise ValueError
            codes = np.where(np.isnan(values), MISSING, NUMBER).astype(np.int32)
        except ValueError:
            values, codes = self._one_by_one(cells)
        self._values.append(values)
        self._codes.append(codes)

    def column(self, name: str) -> Column:
        values = np.concatenate(self._values) if self._values else np.empty(0)
        codes = np.concatenate(self._codes) if self._codes else np.empty(0, np.int32)
        return Column(name, values, codes, tuple(self._texts))

    def _pointed(self, cells: Sequence[str]) -> Sequence[str]:
        return [pointed(cell) for cell in cells] if self._decimal == "," else cells

    def _one_by_one(self, cells: Sequence[str]) -> tuple[NDArray[np.float64], NDArray[np.int32]]:
        values, codes = np.full(len(cells), np.nan), np.full(len(cells), MISSING, dtype=np.int32)
        for index, cell in enumerate(cells):
            text = cell.strip()
            known = self._texts.get(text)
            if known is not None:
                codes[index] = known
            elif text not in MISSING_MARKS:
                number = number_in(text, self._decimal)
                if number is None:
                    codes[index] = self._texts.setdefault(text, len(self._texts))
                elif not math.isnan(number):
                    values[index], codes[index] = number, NUMBER
        return values, codes
