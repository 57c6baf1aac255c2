"""This module holds the named columns of a file, with numbers, texts and empty cells side by side."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.data.cell_numbers import number_text
from engine.data.datasets.tables import MAX_COLUMNS
from engine.data.importing.decisions import Decision
from engine.data.importing.layout import Layout
from engine.spec.errors import EngineError, Text

NUMBER, MISSING = -1, -2
"""Codes of cells that hold a number or nothing; other codes are places in the column's list of texts."""

MAX_FILE_BYTES = 256_000_000
MAX_CELLS = 20_000_000

Kind = Literal["number", "text", "flag", "date", "time"]
"""What the cells of a column are; a flag is TRUE or FALSE, a time one of day, or how long something lasted."""

Role = Literal["input", "target", "leave_out"]


_ROWS_AT_ONCE = 65_536


def counts_of(codes: NDArray[np.int32], n_texts: int) -> NDArray[np.intp]:
    """How often each of `n_texts` codes stands; some rows at a time, as counting takes wide copies of them."""
    found = np.zeros(n_texts, dtype=np.intp)
    for first in range(0, len(codes), _ROWS_AT_ONCE) if n_texts else ():
        some = codes[first : first + _ROWS_AT_ONCE]
        found += np.bincount(some[some >= 0], minlength=n_texts)
    return found


@dataclass(frozen=True)
class Column:
    """values (n,): the numbers, NaN elsewhere; codes (n,): NUMBER, MISSING or the place in `texts`.

    said: the role that the file itself gives; classes: the names that it declares, in their order.
    n_formulas: cells that hold a formula without its value. labels: whether the texts are numbers that stay texts.
    encoding: how it declares that their words become inputs, or "".
    is_named: whether the file names it; missing_words: what stands for a missing number in it.
    date_form: which of `engine.data.dates.DATE_FORMS` its dates have.
    bounds: those of its cells that count as numbers though they are only bounds, such as <5.
    unit: what stands behind each of its numbers and is passed over.
    time_unit: which of `engine.data.times.TIME_PARTS` its times are usually counted in.
    """

    name: str
    values: NDArray[np.float64]
    codes: NDArray[np.int32]
    texts: tuple[str, ...] = ()
    kind: Kind = "number"
    said: Role | None = None
    classes: tuple[str, ...] | None = None
    n_formulas: int = 0
    labels: bool = False
    encoding: str = ""
    is_named: bool = True
    missing_words: tuple[str, ...] = ()
    date_form: str = ""
    time_unit: str = "hours"
    unit: str = ""
    bounds: tuple[str, ...] = ()

    @cached_property
    def counts(self) -> NDArray[np.intp]:
        """How often each of the texts stands, looked up once: for a million rows that takes milliseconds."""
        return counts_of(self.codes, len(self.texts))

    @property
    def used_texts(self) -> list[str]:
        """The texts that stand in a cell."""
        return [self.texts[place] for place in np.flatnonzero(self.counts)]

    @property
    def n_missing(self) -> int:
        """Cells without anything in them."""
        return int(np.count_nonzero(self.codes == MISSING))

    @property
    def is_empty(self) -> bool:
        """Whether no cell holds anything."""
        return self.n_missing == len(self.codes) and not self.n_formulas

    def cell(self, row: int) -> str:
        """What stands in a row, as text; "" for nothing."""
        code = int(self.codes[row])
        if code == MISSING:
            return ""
        return number_text(float(self.values[row])) if code == NUMBER else self.texts[code]


@dataclass(frozen=True)
class Uneven:
    """rows (k,): the rows of a table whose line has too few or too many cells; counts (k,): how many it has."""

    rows: NDArray[np.int32]
    counts: NDArray[np.int32]


EVEN = Uneven(np.empty(0, np.int32), np.empty(0, np.int32))


@dataclass(frozen=True)
class RawTable:
    """A raw table is what a file holds. `lines` (n,): the line of each row; `layout`: how text was read, else None.

    notes: what was left aside, in sentences. decisions: how the file was read, each with what undoes it.
    sheets: the names of a workbook's sheets, those with a table first.
    """

    file: str
    columns: tuple[Column, ...]
    lines: NDArray[np.int32]
    layout: Layout | None = None
    notes: tuple[Text, ...] = field(default=())
    decisions: tuple[Decision, ...] = ()
    uneven: Uneven = EVEN
    sheets: tuple[str, ...] = ()

    @property
    def n_rows(self) -> int:
        """Rows of cells, the header not counted."""
        return len(self.lines)

    def error(self, row: int, column: int, problem: Text) -> CellError:
        """What is wrong with a cell, naming its place."""
        return CellError(self.file, int(self.lines[row]), row, column, problem)


class CellError(EngineError):
    """Something is wrong with a cell: `row` and `column` of the table, from 0; the sentence names the file's line."""

    def __init__(self, file: str, line: int, row: int, column: int, problem: Text) -> None:
        super().__init__(
            "{file}, line {line}, column {column}: {problem}", file=file, line=line, column=column + 1, problem=problem
        )
        self.row, self.column = row, column


def place_error(file: str, line: int, column: int, problem: Text) -> EngineError:
    """What is wrong at a place of a file that is no row of a table; `column` counts from 0."""
    return EngineError(
        "{file}, line {line}, column {column}: {problem}", file=file, line=line, column=column + 1, problem=problem
    )


def column_name(text: str, index: int) -> str:
    """What a column is called: one line of what can be seen, of at most 80 letters; made up where nothing is left."""
    seen = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(seen.split())[:80] or f"column {index + 1}"


def check_columns(file: str, count: int) -> None:
    """EngineError for more columns than can be used."""
    if count > MAX_COLUMNS:
        raise EngineError(
            "{file} has {count} columns; up to {limit} can be imported. Remove some of them.",
            file=file,
            count=count,
            limit=MAX_COLUMNS,
        )
