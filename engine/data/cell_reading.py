"""This module tells how the cells of an imported column become its numbers, so that exports read tables alike.

A reading is () where a cell is the number that it shows, else the part of a date with the form of the dates, such as
("month", "31.1.2024"), the unit of a time, such as ("hours",), or `ANSWERS` where yes is 1 and no is 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

from engine.data.cell_numbers import FORMS
from engine.data.dates import DATE_FORMS, DATE_PARTS
from engine.data.times import TIME_PARTS
from engine.spec.errors import EngineError, Shown

Reading = tuple[str, ...]
ANSWERS: Reading = ("answers",)


@dataclass(frozen=True)
class CellRules:
    """How cells are understood that are no plain numbers, unless the user takes it back.

    divides_percents: whether 12% is 0.12, not 12. drops_currencies: whether €5 is 5. counts_flags: whether TRUE is 1.
    knows_missing: whether words such as NA stand for a missing number. negates_brackets: whether (5) is -5, as
    accountants write it. takes_bounds: whether <5 is 5 where a column is otherwise one of numbers.
    drops_units: whether 5 cm is 5 where no other unit stands in its column, and 1.5k is 1500.
    """

    divides_percents: bool = True
    drops_currencies: bool = True
    counts_flags: bool = True
    knows_missing: bool = True
    negates_brackets: bool = True
    takes_bounds: bool = True
    drops_units: bool = True

    @property
    def undone(self) -> tuple[str, ...]:
        """The names of the rules that were taken back."""
        return tuple(field.name for field in fields(self) if not getattr(self, field.name))


RULES = tuple(field.name for field in fields(CellRules))


def check_readings(count: int, readings: Sequence[Reading], undone_rules: Sequence[str]) -> None:
    """EngineError where they cannot be those of `count` columns."""
    if readings and len(readings) != count:
        raise EngineError("{count} readings are needed for {count} columns; got {got}.", count=count, got=len(readings))
    for reading in readings:
        is_time = len(reading) == 1 and reading[0] in TIME_PARTS
        is_date = len(reading) == 2 and reading[0] in DATE_PARTS and reading[1] in DATE_FORMS
        if reading and reading != ANSWERS and not is_time and not is_date:
            raise EngineError("{reading} is no way to read a column.", reading=Shown(reading))
    if not set(undone_rules) <= set(RULES):
        raise EngineError("{rules} are no rules for cells.", rules=Shown(tuple(undone_rules)))


def check_number_form(form: Sequence[str]) -> None:
    """EngineError where numbers cannot be written so: decimal mark and what stands between thousands, () for plain."""
    if form and tuple(form) not in [(known.decimal, known.thousands) for known in FORMS]:
        raise EngineError("{form} is no way to write numbers.", form=Shown(tuple(form)))
