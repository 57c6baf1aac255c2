"""This module reads columns in which the same unit stands behind every number, or multiples such as 1.5k."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from engine.data.cell_numbers import NumberForm, are_told_apart, number_in, without_bound
from engine.data.cell_reading import CellRules
from engine.data.importing.cells.raw_column import RawColumn
from engine.data.importing.raw_table import NUMBER
from engine.data.units import MULTIPLES, split_unit


def without_units(raw: RawColumn, words: Sequence[str], form: NumberForm, rules: CellRules) -> tuple[RawColumn, str]:
    """The column with numbers in the place of `words`, which are all its texts but those for nothing, and the unit.

    The unit is "" where some of them are no such numbers, or of another unit.
    """
    known: dict[str, float] = {}
    units: dict[str, None] = {}
    bounds: list[str] = []
    for word in words:
        bare, unit, factor = split_unit(word)
        bound = without_bound(bare) if rules.takes_bounds else ""
        bounds += [word] if bound else []
        bare = bound or bare
        number = number_in(bare, form) if unit else None
        if number is None:
            return raw, ""
        known[word] = number * factor
        units.setdefault(unit)
    is_mixed = len(units) > 1 and not all(unit in MULTIPLES for unit in units)
    if not units or is_mixed or len(bounds) == len(known) or are_told_apart(bounds):
        return raw, ""
    numbers = np.array([known.get(text, np.nan) for text in raw.texts])
    found = np.where(raw.codes >= 0, numbers[np.maximum(raw.codes, 0)], np.nan)
    is_number = ~np.isnan(found)
    return replace(
        raw,
        values=np.where(is_number, found, raw.values),
        codes=np.where(is_number, np.int32(NUMBER), raw.codes).astype(np.int32),
        bounds={**raw.bounds, **dict.fromkeys(bounds, 1)},
    ), ", ".join(units)
