"""This module finds the layout of a text table: encoding, delimiter, decimal mark and header."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from engine.data.cell_numbers import number_in

DELIMITERS = ("\t", ";", ",", " ")
"""A blank stands for any run of blanks and tabs."""

DECIMALS = (".", ",")

LONGEST_ROW = 2_000_000
"""Characters; more than any line has."""


@dataclass(frozen=True)
class Layout:
    """A field that is None is to be found out. `has_header`: whether the first row names the columns."""

    encoding: str | None = None
    delimiter: str | None = None
    decimal: str | None = None
    has_header: bool | None = None


def split(lines: Iterable[str], delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Line number and cells of every row that is not blank. Raises csv.Error for unfinished quotes and the like."""
    if delimiter == " ":
        lines = (line.replace("\t", " ").strip() for line in lines)
    taken = 0

    def counted() -> Iterator[str]:
        nonlocal taken
        for line in lines:
            taken += len(line)
            if taken > LONGEST_ROW:  # over many lines, between quotation marks
                raise csv.Error(f"this row is longer than {LONGEST_ROW:,} characters")
            yield line

    reader = csv.reader(counted(), delimiter=delimiter, skipinitialspace=True)
    for cells in reader:
        taken = 0
        if cells and (len(cells) > 1 or cells[0].strip()):
            yield reader.line_num, cells


def find_delimiter(lines: Sequence[str], decimal: str | None = None) -> str:
    """What separates the cells of the given lines: what makes rows of equal length, and numbers of their cells."""
    return max(DELIMITERS, key=lambda delimiter: _fitness(lines, delimiter, decimal))


def find_decimal(lines: Sequence[str], delimiter: str) -> str:
    """The mark with which more cells are numbers; the point where both do as well."""
    if delimiter == ",":
        return "."
    cells = [cell for _, row in _rows(lines, delimiter) for cell in row]
    return max(DECIMALS, key=lambda decimal: sum(is_number(cell, decimal) for cell in cells))


def looks_like_header(rows: Sequence[Sequence[str]], decimal: str) -> bool:
    """Whether the first row holds no number and others do, or at least nothing that comes again below it."""
    if len(rows) < 2 or any(is_number(cell, decimal) for cell in rows[0]):
        return False
    if any(is_number(cell, decimal) for row in rows[1:] for cell in row):
        return True
    below = {cell for row in rows[1:] for cell in row}
    return len(set(rows[0])) == len(rows[0]) and not below & set(rows[0])


def is_number(cell: str, decimal: str) -> bool:
    """Whether a cell holds a number, written with this decimal mark."""
    return number_in(cell, decimal) is not None


def _fitness(lines: Sequence[str], delimiter: str, decimal: str | None) -> tuple[bool, float, float]:
    rows = [row for _, row in _rows(lines, delimiter)]
    if not rows:
        return False, 0.0, 0.0
    columns, often = Counter(map(len, rows)).most_common(1)[0]
    marks = DECIMALS if decimal is None else (decimal,)
    if delimiter == ",":
        marks = (".",)
    cells = [cell for row in rows for cell in row if cell.strip()]
    numbers = max(sum(is_number(cell, mark) for cell in cells) for mark in marks) / max(len(cells), 1)
    return columns > 1, round(often / len(rows), 2), numbers


def _rows(lines: Sequence[str], delimiter: str) -> list[tuple[int, list[str]]]:
    try:
        return list(split(lines, delimiter))
    except csv.Error:
        return []
