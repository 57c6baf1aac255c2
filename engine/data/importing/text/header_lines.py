"""This module understands headers of more than one line: groups above the names of columns, and units below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from engine.data.cell_numbers import MISSING_WORDS, NumberForm, number_in
from engine.data.importing.text.header import names_numbers
from engine.data.units import TYPE, UNIT

_UNIT, _TYPE = re.compile(f"{UNIT}|{TYPE}"), re.compile(TYPE)
_NOTHING = frozenset(("", "-", "–", "—", "[]", "[-]", "[–]", "(-)", "()", "n.a.", "/"))
_MOSTLY = 0.8

_YEARS = range(1800, 2101)

Row = Sequence[str]


@dataclass(frozen=True)
class HeaderLines:
    """names: of the columns; count: lines of the header. units: what the line at `units_at`, from 0, says of them."""

    names: tuple[str, ...]
    count: int
    units: tuple[str, ...] = ()
    units_at: int = 0


def header_lines(rows: Sequence[Row], is_joined: bool, passes_units: bool, form: NumberForm) -> HeaderLines:
    """What the first rows say of the columns, of which the first one, or two where they are joined, hold the names."""
    names, count = (joined(rows[0], rows[1]), 2) if is_joined else (tuple(rows[0]), 1)
    if is_joined and len(rows) > 3 and not names[0] and _is_only_first(rows[2], form):
        names, count = (rows[2][0].strip(), *names[1:]), 3  # the name of the row names, as pandas writes it
    if not passes_units or len(rows) <= count + 1:
        return HeaderLines(names, count)
    if count == 1 and _are_above_names(names, rows[1], rows[2:], form):
        return HeaderLines(tuple(rows[1]), 2, tuple(name.strip() for name in names), 0)
    units = units_in(rows[count], rows[count + 1 :], form)
    if units is None or units == names:
        return HeaderLines(names, count)
    return HeaderLines(names, count + 1, units, count)


def _are_above_names(units: Row, names: Row, below: Sequence[Row], form: NumberForm) -> bool:
    """Whether the first row holds nothing but units, and fewer stand in the next one, which names every column."""
    count = _n_units(units)
    is_full = all(name.strip() for name in names) and count == sum(bool(unit.strip()) for unit in units)
    return count > max(1, _n_units(names)) and is_full and names_numbers([names, *below], form)


def are_types(units: Sequence[str]) -> bool:
    """Whether what stands below the names are types of columns, such as int and float, and no units."""
    return all(_TYPE.fullmatch(unit) for unit in units if unit)


def _is_only_first(row: Row, form: NumberForm) -> bool:
    return bool(row[0].strip()) and number_in(row[0], form) is None and not any(cell.strip() for cell in row[1:])


def _n_units(cells: Sequence[str]) -> int:
    return sum(_UNIT.fullmatch(cell.strip()) is not None for cell in cells)


def stands_above(groups: Row, names: Row, below: Sequence[Row], form: NumberForm) -> bool:
    """Whether a row names groups of the columns that the next row names, where these names alone tell too little.

    So they do where they come again, or some are missing; and where every column has a group, and some the same.
    """
    if len(groups) > len(names) or not names_numbers([groups, *below], form) or not _are_names(names, below, form):
        return False
    named = [name.strip() for name in names]
    above = [group.strip() for group in groups]
    full = [group for group in above if group]
    filled = _filled(above, len(named))
    if len(full) < 2 or not all(name or group for name, group in zip(named[1:], filled[1:], strict=True)):
        return False  # only above row names may be nothing
    known = [name for name in named if name]
    if len(known) < 2 or any(cell in known for row in below for cell in row if cell.strip()):
        return False
    has_equal = any(one == other for one, other in pairwise(above) if one)
    if len(full) >= len(named) - (not filled[0]):
        return has_equal
    return len(set(known)) < len(named) and len(set(joined(above, named))) == len(named)


def joined(groups: Row, names: Row) -> tuple[str, ...]:
    """The names of the columns: the group goes before names that come again, and stands in the place of none."""
    named = [name.strip() for name in names]
    filled = _filled([group.strip() for group in groups], len(named))
    return tuple(
        f"{group} {name}".strip() if not name or named.count(name) > 1 else name
        for group, name in zip(filled, named, strict=True)
    )


def units_in(row: Row, below: Sequence[Row], form: NumberForm) -> tuple[str, ...] | None:
    """The units in the row below a header, "" for columns without one; None where the row is one of samples.

    Above numbers it holds none, but mostly units.
    """
    cells = [cell.strip() for cell in row]
    numeric = [place for place in range(len(cells)) if _holds_numbers(below, place, form)]
    said = [place for place in numeric if cells[place].lower() not in _NOTHING]
    if len(below) < 1 or not said or any(number_in(cells[place], form) is not None for place in said):
        return None
    if any(cells[place].lower() in MISSING_WORDS for place in said):
        return None
    others = [place for place in range(len(cells)) if place not in numeric and cells[place].lower() not in _NOTHING]
    if any(row[place].strip() == cells[place] for row in below for place in others if place < len(row)):
        return None
    if 2 * _n_units([cells[place] for place in said]) <= len(said):
        return None
    return tuple(cell if cell.lower() not in _NOTHING else "" for cell in cells)


def _are_names(names: Row, below: Sequence[Row], form: NumberForm) -> bool:
    """Whether a row holds names of columns of numbers, which may be years beside names."""
    words = [cell for cell in names if number_in(cell, form) is None]
    years = all(number_in(cell, form) in _YEARS for cell in names if cell not in words)
    return years and any(word.strip() for word in words) and names_numbers([words, *below], form)


def _holds_numbers(rows: Sequence[Row], place: int, form: NumberForm) -> bool:
    cells = [row[place] for row in rows if place < len(row) and row[place].strip()]
    return bool(cells) and sum(number_in(cell, form) is not None for cell in cells) >= _MOSTLY * len(cells)


def _filled(groups: Sequence[str], width: int) -> list[str]:
    """The group above each column: an empty cell goes on with the group before it."""
    found: list[str] = []
    for place in range(width):
        group = groups[place] if place < len(groups) else ""
        found.append(group or (found[-1] if found else ""))
    return found
