"""This module tells whether the first row of a table names its columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from engine.data.cell_numbers import MISSING_WORDS, NumberForm, number_in

_YEARS = range(1800, 2101)
_MOSTLY = 0.8


def looks_like_header(rows: Sequence[Sequence[str]], form: NumberForm) -> bool:
    """Whether the first row is of another kind than the rows below it.

    It holds no number where others do, or nothing that comes again below it; numbers in it are whole, different from
    each other and from what stands below them, and either beside names of other numbers or steps of a scale.
    """
    if len(rows) < 2 or not any(cell.strip() for cell in rows[0]) or "?" in rows[0]:
        return False
    first, below = rows[0], rows[1:]
    if _is_above_row_names(first, below):
        return True
    numbers = {place: number for place, cell in enumerate(first) if (number := _number(cell, form)) is not None}
    if not numbers:
        return _is_of_names(first, below, form)
    if not _are_whole(list(numbers.values())):
        return False
    has_names = any(_names_numbers(first, below, place, form) for place in range(len(first)) if place not in numbers)
    if any(_comes_again(first, below, place) for place in numbers):
        return has_names and _counts_on(list(numbers.values()))
    return has_names or _is_scale(numbers, below, form)


def names_numbers(rows: Sequence[Sequence[str]], form: NumberForm) -> bool:
    """Whether the first row holds no number and others do, so that it can only be a header."""
    first, below = rows[0], rows[1:]
    if any(_number(cell, form) is not None for cell in first):
        return False
    return any(number_in(cell, form) is not None for row in below for cell in row)


def _number(cell: str, form: NumberForm) -> float | None:
    """The number in a cell of the first row, where (1) is a name such as that of an equation."""
    return None if cell.strip()[:1] == "(" else number_in(cell, form)


def _is_above_row_names(first: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether only the first cell is empty, above full ones: so do R and pandas write tables with row names."""
    names = [cell.strip() for cell in first]
    return names[0] == "" and all(names[1:]) and len(set(names)) == len(names) and len(_column(below, 0)) == len(below)


def _is_of_names(first: Sequence[str], below: Sequence[Sequence[str]], form: NumberForm) -> bool:
    if names_numbers([first, *below], form):
        return True
    again = {cell for row in below for cell in row}
    return len(set(first)) == len(first) and not again & set(first)


def _are_whole(numbers: list[float]) -> bool:
    return len(set(numbers)) == len(numbers) and all(number >= 0 and number.is_integer() for number in numbers)


def _counts_on(numbers: list[float]) -> bool:
    """Whether numbers follow each other, from 0 or 1, as those of the pixels of an image do."""
    return len(numbers) > 2 and numbers[0] in (0, 1) and all(b - a == 1 for a, b in pairwise(numbers))


def _column(below: Sequence[Sequence[str]], place: int) -> list[str]:
    return [row[place].strip() for row in below if place < len(row) and row[place].strip()]


def _comes_again(first: Sequence[str], below: Sequence[Sequence[str]], place: int) -> bool:
    return first[place].strip() in _column(below, place)


def _names_numbers(first: Sequence[str], below: Sequence[Sequence[str]], place: int, form: NumberForm) -> bool:
    cells = _column(below, place)
    numbers = sum(number_in(cell, form) is not None for cell in cells)
    name = first[place].strip()
    return bool(name) and name.lower() not in MISSING_WORDS and numbers > 0 and numbers >= _MOSTLY * len(cells)


def _is_scale(numbers: dict[int, float], below: Sequence[Sequence[str]], form: NumberForm) -> bool:
    """Whether whole numbers are years, or count on by equal steps, above numbers of another kind."""
    values = list(numbers.values())
    steps = {after - before for before, after in pairwise(values)}
    is_even = len(values) >= 3 and len(steps) == 1 and steps != {0.0}
    is_years = len(values) >= 2 and all(value in _YEARS for value in values)
    if not is_even and not is_years:
        return False
    found = [number_in(cell, form) for place in numbers for cell in _column(below, place)]
    others = [number for number in found if number is not None]
    if is_years and any(number > 2 * max(values) for number in others):
        return True
    return any(not number.is_integer() for number in others)
