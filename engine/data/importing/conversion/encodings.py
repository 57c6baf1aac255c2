"""This module makes numbers of the cells of a column: as they stand, or by an encoding that the plan names."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.data.cell_numbers import PLAIN, NumberForm, number_in
from engine.data.importing.cells.dates import DATE_PARTS, dates_in
from engine.data.importing.raw_table import MISSING, Column, Kind

Floats = NDArray[np.float64]

ENCODINGS: dict[Kind, tuple[str, ...]] = {
    "number": ("",),
    "flag": ("",),
    "text": ("",),
    "date": tuple(DATE_PARTS),
}
"""How a column of each kind can be an input, the usual way first."""


@dataclass(frozen=True)
class Numbers:
    """values (n,): NaN where nothing stands; wrong (n,): where something stands that is no finite number."""

    values: Floats
    wrong: NDArray[np.bool_]


def numbers_of(column: Column, encoding: str = "", form: NumberForm = PLAIN) -> Numbers:
    """The cells of a column as numbers."""
    if column.kind == "flag":
        return Numbers(column.values, np.zeros(len(column.codes), dtype=bool))
    if column.kind == "date":
        return _looked_up(column, _dates(column, encoding or ENCODINGS["date"][0]))
    if column.kind == "text":
        known = np.array([number if (number := number_in(text, form)) is not None else np.nan for text in column.texts])
        found = _looked_up(column, known)
        return Numbers(found.values, found.wrong | np.isinf(found.values))
    return Numbers(column.values, (column.codes >= 0) | np.isinf(column.values))


def _looked_up(column: Column, known: Floats) -> Numbers:
    """Each text as the number that is known for it; a number that stands among texts as itself."""
    values = np.where(column.codes >= 0, np.append(known, np.nan)[np.maximum(column.codes, -1)], column.values)
    return Numbers(values, np.isnan(values) & (column.codes != MISSING))


def _dates(column: Column, part: str) -> Floats:
    """A part of the date in each text; NaN for the words for nothing."""
    words = [text for text in column.texts if text not in column.missing_words]
    parts = dict(zip(words, map(DATE_PARTS[part], dates_in(words) or []), strict=False))
    return np.array([parts.get(text, np.nan) for text in column.texts])
