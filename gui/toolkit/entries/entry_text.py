"""This module reads numbers typed into spin boxes, and finds the steps that suit them."""

from __future__ import annotations

import math
import re
from collections.abc import Callable

import numpy as np
from PySide6.QtGui import QValidator

from gui.words.number_text import read_number

_NUMBER = r"[-+−–－＋]?[\d\s.,．，'’]*([eEdD][-+−]?\d*)?\s*[%％]?"
_BEGUN = re.compile(f"{_NUMBER}([/／]{_NUMBER})?")
_SERIES = (1.0, 2.0, 5.0)


def plain_number(value: float) -> str:
    """`value` in full and without zeros at the end: "0.5", "20", "0.000001"."""
    return np.format_float_positional(value + 0.0, trim="-")


def entry_state(
    text: str, low: float, high: float, words: tuple[str, ...], read: Callable[[str], float | None] = read_number
) -> QValidator.State:
    """How far `text` is on its way to a number in [low, high] or to one of `words`; nothing at all is on its way."""
    entry = text.strip().casefold()
    if any(word and entry == word.casefold() for word in words):
        return QValidator.State.Acceptable
    value = read(entry)
    if value is not None and low <= value <= high:
        return QValidator.State.Acceptable
    begun = _BEGUN.fullmatch(entry) or any(word.casefold().startswith(entry) for word in words if word)
    return QValidator.State.Intermediate if begun else QValidator.State.Invalid


def next_in_series(value: float, up: bool) -> float:
    """The neighbour of `value` in 1, 2, 5, 10, 20, 50 …: steps that suit a quantity of unknown size."""
    if value <= 0:
        return 0.0
    exponent = math.floor(math.log10(value))
    candidates = [factor * 10.0**power for power in range(exponent - 1, exponent + 2) for factor in _SERIES]
    if up:
        return float(f"{next(c for c in candidates if c > value * (1 + 1e-9)):.12g}")
    return float(f"{next(c for c in reversed(candidates) if c < value * (1 - 1e-9)):.12g}")
