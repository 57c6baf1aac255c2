"""This module understands headers of more than one line: groups above the names of columns, and units below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from engine.data.cell_numbers import MISSING_WORDS, NumberForm, number_in
from engine.data.importing.text.header import names_numbers
from engine.data.units import UNIT

_UNIT = re.compile(UNIT)
_NOTHING = frozenset(("", "-", "–", "—", "[]", "[-]", "[–]", "(-)", "()", "n.a.", "/"))
_MOSTLY = 0.8

Row = Sequence[str]


def stands_above(groups: Row, names: Row, below: Sequence[Row], form: NumberForm) -> bool:
    """Whether a row names groups of the columns that the next row names, where these names alone tell too little.

    So they do where they come again, or some are missing; and where every column has a group, and some the same.
    """
    if (
        len(groups) > len(names)
        or not names_numbers([names, *below], form)
        or not names_numbers([groups, *below], form)
    ):
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
    if 2 * sum(_UNIT.fullmatch(cells[place]) is not None for place in said) < len(said):
        return None
    return tuple(cell if cell.lower() not in _NOTHING else "" for cell in cells)


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
