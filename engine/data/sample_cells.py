"""This module reads what is typed into cells of the sample table: numbers, codes, or class names.

Columns count the inputs as they were given (`Dataset.raw_inputs`), then the targets.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.data.cell_numbers import (
    NumberForm,
    number_in,
    number_in_any_form,
    number_text,
    numbers_at_once,
)
from engine.data.dataset import Dataset
from engine.data.words import code_of, nearest_codes, some_words, unknown_word
from engine.spec.errors import EngineError

Floats = NDArray[np.float64]

_SHOWN_CLASSES = 12


def n_cells(data: Dataset) -> int:
    """How many columns can be edited: inputs and targets."""
    return data.n_raw_inputs + data.n_outputs


def takes_numbers(data: Dataset) -> bool:
    """Whether a target may be any number: so for real values, and for two that are no codes, as 0.5 and 2.25."""
    is_coded = data.code_names or all(float(code).is_integer() for code in data.target_codes)
    return data.task == "values" or (data.task == "binary" and not is_coded)


def choices(data: Dataset) -> tuple[str, ...]:
    """What a target can be: the names of the classes, or the two codes or theirs; empty where it is any number."""
    if takes_numbers(data):
        return ()
    if data.task == "classes":
        return data.target_names
    return data.code_names or tuple(number_text(code) for code in data.target_codes)


def read_cell(text: str, data: Dataset, column: int) -> float:
    """The number that was typed into a cell, with a point or a comma; for one-hot targets the class.

    In a column of words the code of the word. Raises EngineError where the column does not take it.
    """
    if column < data.n_raw_inputs:
        return read_input(text, data, column)
    return read_target(text, data)


def read_input(text: str, data: Dataset, column: int, form: NumberForm | None = None) -> float:
    """The number, or the code of the word, that `text` says. Raises EngineError where it says none of the column's."""
    words = data.preprocessing.words_of(column)
    if not words:
        return read_number(text, form)
    code = code_of(text, words)
    if code is not None:
        return float(code)
    if not text.strip():
        raise EngineError("This cell is empty; it needs one of {names}.", names=some_words(words))
    raise EngineError.saying(unknown_word(_shown(text), data.raw_input_names[column], words))


def input_text(value: float, data: Dataset, column: int) -> str:
    """A value of an input column as it is written, with all digits; for the code of a word that word."""
    words = data.preprocessing.words_of(column)
    return words[int(nearest_codes(np.array([value]), len(words))[0])] if words else number_text(value)


def code_name(value: float, data: Dataset) -> str:
    """What a target is called where it is a code that has a name; else ""."""
    return data.code_names[data.target_codes.index(value)] if data.code_names and value in data.target_codes else ""


def offered_in(data: Dataset, column: int) -> tuple[str, ...]:
    """What can stand in a column, for a list to choose from: its words, the classes, two codes; () for numbers."""
    return data.preprocessing.words_of(column) if column < data.n_raw_inputs else choices(data)


def read_number(text: str, form: NumberForm | None = None) -> float:
    """The finite number in `text`; None as form takes every one. Raises EngineError where there is none."""
    if not text.strip():
        raise EngineError("This cell is empty; it needs a number.")
    value = _number(text, form)
    if value is None:
        raise EngineError("{cell} is not a number.", cell=_shown(text))
    if not math.isfinite(value):
        raise EngineError("{cell} is not finite; every number must be.", cell=_shown(text))
    return value


def _number(text: str, form: NumberForm | None) -> float | None:
    return number_in_any_form(text) if form is None else number_in(text, form)


def read_target(text: str, data: Dataset, form: NumberForm | None = None) -> float:
    """The value, code, or class (its index) that `text` says. Raises EngineError where it says none of `data`."""
    if takes_numbers(data):
        return read_number(text, form)
    names, entry = choices(data), text.strip()
    if data.task == "classes":
        label = _class_called(entry, names)
        if label is not None:
            return label
    else:
        called = code_of(entry, data.code_names)
        code = _number(entry, form) if called is None else data.target_codes[called]
        if code in data.target_codes:
            return float(code)
    shown = ", ".join(names[:_SHOWN_CLASSES]) + (", …" if len(names) > _SHOWN_CLASSES else "")
    if not entry:
        raise EngineError("This cell is empty; it needs one of {names}.", names=shown)
    raise EngineError("{cell} is none of {names}.", cell=_shown(text), names=shown)


def read_numbers(cells: Sequence[str], form: NumberForm) -> Floats | None:
    """All cells as finite numbers at once; None where one of them is none, or is written in an unusual way."""
    values = numbers_at_once(cells, form)
    return None if values is None or not np.isfinite(values).all() else values


def target_row(value: float, data: Dataset) -> Floats:
    """The targets (n_outputs,) of a sample of class `value`; for one target column the value itself."""
    if data.task != "classes":
        return np.array([value])
    low, high = data.target_codes
    return np.where(np.arange(data.n_outputs) == int(value), high, low)


def _class_called(entry: str, names: tuple[str, ...]) -> int | None:
    """The class of that name, whatever the case; where no name is a number, also the second class for "2"."""
    if entry in names:
        return names.index(entry)
    folded = [name.casefold() for name in names]
    if entry.casefold() in folded:
        return folded.index(entry.casefold())
    if entry.isdecimal() and 1 <= int(entry) <= len(names) and not any(number_in(name) is not None for name in names):
        return int(entry) - 1
    return None


def _shown(cell: str) -> str:
    text = cell.strip()
    return repr(text if len(text) <= 40 else text[:40] + "…")
