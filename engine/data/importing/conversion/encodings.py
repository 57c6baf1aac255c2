"""This module makes numbers of the cells of a column: as they stand, or by an encoding that the plan names."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.data.cell_numbers import PLAIN, NumberForm, number_in, number_text
from engine.data.cell_reading import ANSWERS, Reading
from engine.data.dates import DATE_PARTS, date_in
from engine.data.importing.cells.column_kinds import FLAGS, yes_no
from engine.data.importing.cells.words import words_in
from engine.data.importing.raw_table import MISSING, NUMBER, Column
from engine.data.times import TIME_PARTS, seconds_in
from engine.data.words import WORD_ENCODINGS

Floats = NDArray[np.float64]

AS_NUMBERS = "number"
"""Words that are read as the numbers that they are, such as labels."""


def encodings_of(column: Column) -> tuple[str, ...]:
    """How a column can be an input, the usual way first; "" where there is one way only."""
    if column.kind == "date":
        return tuple(DATE_PARTS)
    if column.kind == "time":
        return (column.time_unit, *(part for part in TIME_PARTS if part != column.time_unit))
    if column.kind != "text":
        return ("",)
    return (AS_NUMBERS, *WORD_ENCODINGS) if column.labels else (*WORD_ENCODINGS, AS_NUMBERS)


def encoding_in_use(column: Column, asked: str) -> str:
    """The encoding of a column where `asked` is wanted, or the usual one where that is none of it."""
    possible = encodings_of(column)
    return asked if asked in possible else possible[0]


def reading_of(column: Column, asked: str) -> Reading:
    """How the cells of a column become numbers where `asked` is its encoding."""
    if column.kind == "date":
        return encoding_in_use(column, asked), column.date_form
    if column.kind == "time":
        return (encoding_in_use(column, asked),)
    counts_answers = (
        column.kind == "text" and encoding_in_use(column, asked) == AS_NUMBERS and yes_no(column) is not None
    )
    return ANSWERS if counts_answers else ()


@dataclass(frozen=True)
class Numbers:
    """values (n,): NaN where nothing stands; wrong (n,): where something stands that is no finite number.

    words: what the values are codes of, () for numbers.
    """

    values: Floats
    wrong: NDArray[np.bool_]
    words: tuple[str, ...] = ()


def numbers_of(column: Column, encoding: str = "", form: NumberForm = PLAIN) -> Numbers:
    """The cells of a column as numbers; words as codes of all words that stand in it."""
    encoding = encoding_in_use(column, encoding)
    if encoding in WORD_ENCODINGS:
        return word_codes(column, words_in(column))
    if column.kind == "flag":
        return Numbers(column.values, np.zeros(len(column.codes), dtype=bool), flag_words(column))
    if column.kind == "date":
        return _looked_up(column, _parts(column, _dates(column, encoding)))
    if column.kind == "time":
        seconds = np.array(seconds_in(_texts(column)) or [])
        return _looked_up(column, _parts(column, seconds / TIME_PARTS[encoding]))
    return _words_as_numbers(column, form) if column.kind == "text" else Numbers(column.values, _wrong(column))


def _words_as_numbers(column: Column, form: NumberForm) -> Numbers:
    """1 and 0 for yes and no; else the numbers that the words are."""
    answers = yes_no(column)
    if answers is not None:
        return Numbers(answers, np.zeros(len(column.codes), dtype=bool))
    known = np.array([np.nan if (number := number_in(text, form)) is None else number for text in column.texts])
    found = _looked_up(column, known)
    return Numbers(found.values, found.wrong | np.isinf(found.values))


def _wrong(column: Column) -> NDArray[np.bool_]:
    """Where a column of numbers holds a text, or infinity; one single False for many rows takes no room."""
    wrong = np.isinf(column.values)
    if column.texts:
        wrong |= column.codes >= 0
    return wrong if wrong.any() else np.broadcast_to(np.False_, len(wrong))


def flag_words(column: Column) -> tuple[str, ...]:
    """How a column writes false and true, whose numbers are the codes 0 and 1; () where it has several ways."""
    used = column.used_texts
    no, yes = ([text for text in used if FLAGS.get(text.lower()) == value] for value in (0.0, 1.0))
    if len(no) > 1 or len(yes) > 1:
        return ()
    spelling = str.upper if used[0].isupper() else str.title if used[0].istitle() else str.lower
    return no[0] if no else spelling("false"), yes[0] if yes else spelling("true")


def word_codes(column: Column, words: tuple[str, ...]) -> Numbers:
    """The code of each cell among `words`; wrong where it is none of them."""
    places = {word: float(place) for place, word in enumerate(words)}
    found = _looked_up(column, np.array([places.get(text, np.nan) for text in column.texts]))
    is_number = column.codes == NUMBER
    if not is_number.any():
        return Numbers(found.values, found.wrong, words)
    numbers, where = np.unique(column.values[is_number], return_inverse=True)
    values = found.values.copy()
    values[is_number] = np.array([places.get(number_text(float(value)), np.nan) for value in numbers])[where]
    return Numbers(values, np.isnan(values) & (column.codes != MISSING), words)


def only_used(numbers: Numbers, kept: NDArray[np.int32], column: Column) -> Numbers:
    """The same without words that the kept rows do not hold, unless the file declares them."""
    if column.kind == "flag":
        return numbers
    codes = numbers.values[kept]
    counts = np.bincount(codes[~np.isnan(codes)].astype(np.intp), minlength=len(numbers.words))
    used = {numbers.words[place] for place in np.flatnonzero(counts)}
    words = tuple(word for word in numbers.words if word in used or word in (column.classes or ()))
    return numbers if words == numbers.words else word_codes(column, words)


def _looked_up(column: Column, known: Floats) -> Numbers:
    """Each text as the number that is known for it; a number that stands among texts as itself."""
    values = np.where(column.codes >= 0, np.append(known, np.nan)[np.maximum(column.codes, -1)], column.values)
    return Numbers(values, np.isnan(values) & (column.codes != MISSING))


def _dates(column: Column, part: str) -> Floats:
    """A part of the date in each text that holds one."""
    dates = (date_in(text, column.date_form) for text in _texts(column))
    return np.array([np.nan if date is None else DATE_PARTS[part](date) for date in dates])


def _texts(column: Column) -> list[str]:
    """The texts of a column without the words for nothing."""
    return [text for text in column.texts if text not in column.missing_words]


def _parts(column: Column, known: Floats) -> Floats:
    """The number of each text, `known` for those that stand for something; NaN for the words for nothing."""
    parts = dict(zip(_texts(column), known.tolist(), strict=False))
    return np.array([parts.get(text, np.nan) for text in column.texts])
