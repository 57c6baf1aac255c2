"""This module defines how a table file is to be read, as far as the user or the file has said so."""

from __future__ import annotations

from dataclasses import dataclass

from engine.data.cell_numbers import NumberForm
from engine.data.cell_reading import RULES, CellRules


@dataclass(frozen=True)
class Layout:
    """A field that is None is to be found out.

    delimiter: what separates cells, a blank standing for any run of blanks and tabs. quote: what may stand around them.
    decimal, thousands: how numbers are written, see `NumberForm`.
    has_header: whether the first row names the columns; first_line: the line on which the table begins, from 1.
    sheet: the name of the sheet of a workbook; flattens: whether images become rows of numbers.
    passes_comments: whether lines that begin with # and do not fit are passed over.
    joins_header: whether two lines of groups and names are read as one header; passes_units: whether a line of units
    below the names is passed over; passes_footer: whether notes below the table are.
    The last seven fields: see `CellRules`.
    """

    encoding: str | None = None
    delimiter: str | None = None
    decimal: str | None = None
    has_header: bool | None = None
    thousands: str | None = None
    first_line: int | None = None
    sheet: str | None = None
    flattens: bool | None = None
    passes_comments: bool | None = None
    quote: str | None = None
    joins_header: bool | None = None
    passes_units: bool | None = None
    passes_footer: bool | None = None
    divides_percents: bool | None = None
    drops_currencies: bool | None = None
    counts_flags: bool | None = None
    knows_missing: bool | None = None
    negates_brackets: bool | None = None
    takes_bounds: bool | None = None
    drops_units: bool | None = None

    @property
    def rules(self) -> CellRules:
        """How cells are understood; what is open is the usual way."""
        said = {name: getattr(self, name) for name in RULES}
        return CellRules(**{name: value for name, value in said.items() if value is not None})

    @property
    def form(self) -> NumberForm | None:
        """How numbers are written, where that is said."""
        if self.decimal is None and self.thousands is None:
            return None
        decimal = self.decimal or "."
        return NumberForm(decimal, self.thousands if self.thousands not in (None, decimal) else "")
