"""This module gathers the cells of a column: numbers as numbers, every different text once."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from engine.data.cell_numbers import (
    NumberForm,
    currency_in,
    is_accounting,
    number_in,
    numbers_at_once,
    without_bound,
)
from engine.data.cell_reading import CellRules
from engine.data.importing.raw_table import MISSING, NUMBER

EMPTY = frozenset(("", "?"))
"""Nothing, whatever the column holds."""

EXACT = 2.0**53  # whole numbers beyond it lose digits
_LABEL = re.compile(r"[-+]?0\d+|[-+]?\d{16,}")  # 007, or the number of a bank account
_PERCENTS = re.compile("[%％]")
_LABELS = re.compile(r"(?:^|\n)\s*[-+]?(?:0\d|\d{16})")


@dataclass(frozen=True)
class RawColumn:
    """values (n,): NaN where no number stands; codes (n,): NUMBER, MISSING or the place in `texts`.

    has_labels: whether digits stand in it that would be lost in a number, such as the noughts of 007.
    percents: cells that end with a percent sign and are fractions. currencies: the signs that were passed over.
    negatives: cells in brackets that count as negative. bounds: cells such as <5, and how often each stands.
    """

    values: NDArray[np.float64]
    codes: NDArray[np.int32]
    texts: tuple[str, ...]
    has_labels: bool
    percents: int
    currencies: tuple[str, ...] = ()
    has_fractions: bool = False
    negatives: int = 0
    bounds: Mapping[str, int] = field(default_factory=dict)

    @property
    def n_numbers(self) -> int:
        """Cells that hold a number."""
        return int(np.count_nonzero(self.codes == NUMBER))


class ColumnMaker:
    """Takes cells block by block: a long conversion in one piece would keep the interpreter from the window.

    What a column does not have costs no memory: a column of numbers has no codes, one of texts no values.
    """

    def __init__(
        self,
        form: NumberForm,
        as_text: bool,
        capacity: int,
        rules: CellRules = CellRules(),  # noqa: B008 - frozen
    ) -> None:
        self._form, self._as_text, self._rules = form, as_text, rules
        self._capacity = max(capacity, 16)
        self._values: NDArray[np.float64] | None = None
        self._codes: NDArray[np.int32] | None = None
        self._texts: dict[str, int] = {}
        self._count = 0
        self._has_labels = False
        self._has_fractions = False
        self._percents = 0
        self._currencies: dict[str, None] = {}
        self._negatives = 0
        self._bounds: Counter[str] = Counter()

    def add(self, cells: Sequence[str]) -> None:
        """The next cells."""
        values = None if self._as_text else numbers_at_once(cells, self._form)
        if values is not None and not self._may_have_labels(cells, values) and not np.isnan(values).any():
            self._put(len(cells), values, None)
        else:
            self._put(len(cells), *self._one_by_one(cells))

    def column(self) -> RawColumn:
        """All of them."""
        count = self._count
        values = np.broadcast_to(np.nan, count) if self._values is None else self._values[:count]
        codes = np.broadcast_to(np.int32(NUMBER), count) if self._codes is None else self._codes[:count]
        labels = self._has_labels and not self._has_fractions
        return RawColumn(
            values,
            codes,
            tuple(self._texts),
            labels,
            self._percents,
            tuple(self._currencies),
            self._has_fractions,
            self._negatives,
            self._bounds,
        )

    def _may_have_labels(self, cells: Sequence[str], values: NDArray[np.float64]) -> bool:
        if not (values == np.floor(values)).all():
            self._has_fractions = True
            return False
        return _LABELS.search("\n".join(cells)) is not None

    def _put(self, count: int, values: NDArray[np.float64] | None, codes: NDArray[np.int32] | None) -> None:
        first, last = self._count, self._count + count
        self._grow(last)
        if values is not None:
            if self._values is None:
                self._values = np.empty(self._capacity)
                self._values[:first] = np.nan
            self._values[first:last] = values
        elif self._values is not None:
            self._values[first:last] = np.nan
        if codes is not None and self._codes is None:
            self._codes = np.empty(self._capacity, np.int32)
            self._codes[:first] = NUMBER
        if self._codes is not None:
            self._codes[first:last] = NUMBER if codes is None else codes
        self._count = last

    def _grow(self, count: int) -> None:
        if count <= self._capacity:
            return
        self._capacity = 2 * count
        if self._values is not None:
            self._values = np.resize(self._values, self._capacity)
        if self._codes is not None:
            self._codes = np.resize(self._codes, self._capacity)

    def _one_by_one(self, cells: Sequence[str]) -> tuple[NDArray[np.float64] | None, NDArray[np.int32]]:
        values, codes = np.full(len(cells), np.nan), np.full(len(cells), MISSING, dtype=np.int32)
        for index, cell in enumerate(cells):
            text = cell.strip()
            known = self._texts.get(text)
            if known is not None:
                codes[index] = known
            elif text not in EMPTY:
                number = None if self._as_text else self._number(text)
                if number is None or math.isnan(number):
                    codes[index] = self._texts.setdefault(text, len(self._texts))
                else:
                    values[index], codes[index] = number, NUMBER
                    self._look_at(text, number)
        return (values if (codes == NUMBER).any() else None), codes

    def _number(self, text: str) -> float | None:
        """As the rules have it: a percent may be the number before it, a price or a number in brackets a text."""
        number = number_in(text, self._form)
        if number is None:
            return self._bound(text)
        if text[-1].isdigit() and text[0].isdigit():
            return number
        if is_accounting(text):
            if not self._rules.negates_brackets:
                return None
            self._negatives += 1
        if _is_percent(text):
            return number if self._rules.divides_percents else number_in(_PERCENTS.sub("", text), self._form)
        currency = currency_in(text)
        if currency and not self._rules.drops_currencies:
            return None
        if currency:
            self._currencies.setdefault(currency)
        return number

    def _bound(self, text: str) -> float | None:
        """The number behind a sign such as <, where the rules take it."""
        number = number_in(bare, self._form) if self._rules.takes_bounds and (bare := without_bound(text)) else None
        if number is not None:
            self._bounds[text] += 1
        return number

    def _look_at(self, text: str, number: float) -> None:
        if _LABEL.fullmatch(text) and (text.lstrip("+-").startswith("0") or abs(number) > EXACT):
            self._has_labels = True
        self._has_fractions |= not number.is_integer()
        self._percents += self._rules.divides_percents and _is_percent(text)


def _is_percent(text: str) -> bool:
    return _PERCENTS.search(text, len(text) - 2) is not None
