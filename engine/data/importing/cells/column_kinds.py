"""This module tells what the cells of a column are: numbers, words, flags, dates or times; and what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.data.cell_numbers import MISSING_WORDS, YES_NO, NumberForm, number_text
from engine.data.cell_reading import CellRules
from engine.data.dates import date_form_of
from engine.data.importing.cells.measured import without_units
from engine.data.importing.cells.raw_column import RawColumn
from engine.data.importing.raw_table import MISSING, NUMBER, Column, Kind, Role, counts_of
from engine.data.times import seconds_in, usual_unit

_SURE_DATES, _LOOKED_AT = 3, 100
_FIRST_DATE, _LAST_DATE = 1900_01_01, 2099_12_31  # written without marks
FLAGS = {"false": 0.0, "true": 1.0}
"""What TRUE and FALSE are as numbers, in small letters."""


def typed(
    name: str,
    raw: RawColumn,
    said: Role | None = None,
    *,
    classes: tuple[str, ...] | None = None,
    n_formulas: int = 0,
    rules: CellRules = CellRules(),  # noqa: B008 - it is frozen
    form: NumberForm | None = None,
) -> Column:
    """The column with its kind. `said`, `classes`: what the file declares.

    form: how its numbers are written where units may stand behind them, else None.
    """
    raw, flags = _with_dates(raw), FLAGS if rules.counts_flags else {}
    counts = counts_of(raw.codes, len(raw.texts))
    are_words = bool(classes) or not rules.knows_missing
    is_word = np.array([are_words or text.lower() not in MISSING_WORDS for text in raw.texts], dtype=bool)
    n_words, n_numbers = int(counts[is_word].sum()), raw.n_numbers
    words = [text for text, word, count in zip(raw.texts, is_word, counts, strict=True) if word and count]
    kind, date_form = _kind(words, n_words, n_numbers, flags)
    unit = ""
    if kind in ("text", "number") and words and form is not None and rules.drops_units:
        raw, unit = without_units(raw, words, form, rules)
        kind = "number" if unit else kind
    codes, values = raw.codes, raw.values
    missing: tuple[str, ...] = ()
    if kind != "text" and not is_word.all():  # the usual words for a missing number
        lost = np.flatnonzero(~is_word)
        missing = tuple(raw.texts[place] for place in lost)
        codes = np.where(np.isin(codes, lost), np.int32(MISSING), codes).astype(np.int32)
    if kind in ("flag", "number") and any(text.lower() in flags for text in raw.texts):
        known = np.array([flags.get(text.lower(), np.nan) for text in raw.texts])
        values = np.where(codes >= 0, known[np.maximum(codes, 0)], values)
        if kind == "number":  # TRUE among numbers is one of them
            codes = np.where((codes >= 0) & ~np.isnan(values), np.int32(NUMBER), codes).astype(np.int32)
    labels = raw.has_labels or (kind == "text" and all(word.lstrip("+-").isdecimal() for word in words[:1000]))
    return Column(
        name,
        values,
        codes,
        raw.texts,
        kind,
        said,
        classes,
        n_formulas,
        labels=labels,
        missing_words=missing,
        date_form=date_form,
        unit=unit,
        bounds=tuple(raw.bounds) if kind == "number" else (),
        time_unit=usual_unit(words) if kind == "time" else "hours",
    )


def is_text(column: Column) -> bool:
    """Whether more cells hold texts than numbers; a slip among numbers is to be named, not passed over."""
    return column.kind != "number"


def different(column: Column) -> tuple[int, int]:
    """How many different texts a column has, and in how many cells."""
    return int(np.count_nonzero(column.counts)), int(column.counts.sum())


def yes_no(column: Column) -> NDArray[np.float64] | None:
    """1 for yes and 0 for no in each row (n,), NaN where nothing stands; None for other columns."""
    if column.kind != "text" or not all(text.lower() in YES_NO for text in column.used_texts):
        return None
    known = np.array([*(YES_NO.get(text.lower(), np.nan) for text in column.texts), np.nan])
    return np.asarray(np.where(column.codes >= 0, known[np.maximum(column.codes, -1)], np.nan))


def _with_dates(raw: RawColumn) -> RawColumn:
    """The same with texts in the place of numbers that are all dates, such as 20240131."""
    first = raw.values[:_LOOKED_AT]  # which tells of most columns that they are others
    if raw.texts or (not np.isnan(first).any() and not _may_be_dates(first)):
        return raw
    is_number = raw.codes == NUMBER
    values = raw.values[is_number]
    if len(values) < _SURE_DATES or not _may_be_dates(values):
        return raw
    found, places = np.unique(values, return_inverse=True)
    texts = tuple(number_text(value) for value in found.tolist())
    if date_form_of(texts) is None:
        return raw
    codes = raw.codes.astype(np.int32)
    codes[is_number] = places
    return replace(raw, values=np.broadcast_to(np.nan, len(codes)), codes=codes, texts=texts)


def _may_be_dates(values: NDArray[np.float64]) -> bool:
    return bool(((values >= _FIRST_DATE) & (values <= _LAST_DATE)).all())


def _kind(words: list[str], n_words: int, n_numbers: int, flags: Mapping[str, float]) -> tuple[Kind, str]:
    """What the cells are, and of dates the form."""
    if n_words <= n_numbers:
        return "number", ""
    if n_numbers:
        return "number" if all(word.lower() in flags for word in words) else "text", ""
    if all(word.lower() in flags for word in words):
        return "flag", ""
    form = date_form_of(words)
    if form is not None:
        return "date", form
    return "time" if seconds_in(words) is not None else "text", ""
