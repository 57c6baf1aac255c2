"""This module tells which rows of a table become samples, and complains of the first that cannot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.cell_numbers import FORMS, PLAIN, NumberForm, number_in
from engine.data.importing.conversion.encodings import Numbers
from engine.data.importing.raw_table import MISSING, RawTable
from engine.data.importing.roles.plan import Plan
from engine.data.words import unknown_word
from engine.spec.errors import EngineError, Text

Rows = NDArray[np.int32]


def kept_rows(table: RawTable, plan: Plan, numbers: Mapping[int, Numbers]) -> tuple[Rows, int]:
    """The rows that become samples, and how many are left out as something in them does not fit.

    numbers: the cells of every used column that must hold numbers. Raises CellError for the first cell that stands in
    the way.
    """
    used = [place for place, role in enumerate(plan.roles) if role != "leave_out"]
    misfits = _misfits(table, plan, numbers, used)
    vacant = _vacant(table, plan, used, misfits)
    kept = np.flatnonzero(~(misfits | vacant)).astype(np.int32)
    if not len(kept) and misfits.any():
        raise EngineError("{file}: no line fits; choose other columns or another delimiter.", file=table.file)
    if not len(kept):
        raise EngineError("{file}: every line lacks a value; leave out the columns that are empty.", file=table.file)
    return kept, int(misfits.sum())


def _misfits(table: RawTable, plan: Plan, numbers: Mapping[int, Numbers], used: list[int]) -> NDArray[np.bool_]:
    """Rows of lines with too few or too many cells, or with a cell that should be a number and is none."""
    found = np.zeros(table.n_rows, dtype=bool)
    found[table.uneven.rows] = True
    if plan.misfits == "error":
        _complain_of_vacancies(table, plan, used, found)
    for place in used:
        wrong = numbers[place].wrong if place in numbers else None
        if wrong is None or not wrong.any():
            continue
        if plan.misfits == "error":
            row = int(np.argmax(wrong))
            raise table.error(row, place, _wrong(table, row, place, numbers[place]))
        found |= wrong
    return found


def _wrong(table: RawTable, row: int, place: int, numbers: Numbers) -> Text:
    column = table.columns[place]
    if numbers.words:
        return unknown_word(shown(column.cell(row)), column.name, numbers.words)
    return wrong_cell(column.cell(row), form_of(table))


def form_of(table: RawTable) -> NumberForm:
    """How the file writes its numbers."""
    return (table.layout.form if table.layout is not None else None) or PLAIN


def wrong_cell(cell: str, form: NumberForm) -> Text:
    """What is wrong with a cell that should hold a finite number."""
    number = number_in(cell, form)
    if number is not None and np.isinf(number):
        return Text("{cell} is not finite; every number must be.", cell=cell)
    if number is None and any(number_in(cell, other) is not None for other in FORMS):
        return Text(
            "{cell} is not a number where numbers are written like {example}; correct it, choose how numbers are "
            "written, or leave the column out.",
            cell=shown(cell),
            example=form.example,
        )
    return Text("{cell} is not a number; correct it or leave the column out.", cell=shown(cell))


def shown(cell: str) -> str:
    """A cell in a sentence."""
    return repr(cell if len(cell) <= 40 else cell[:40] + "…")


def check_even(table: RawTable, plan: Plan) -> None:
    """EngineError for the first line with too few or too many cells, unless such lines are left out."""
    if plan.misfits != "error" or not len(table.uneven.rows):
        return
    row, count, columns = int(table.uneven.rows[0]), int(table.uneven.counts[0]), len(table.columns)
    problem = Text(
        "this line has {cells} cells, the others have {columns}; give every line as many.", cells=count, columns=columns
    )
    raise table.error(row, min(count, columns), problem)


def _vacant(table: RawTable, plan: Plan, used: list[int], misfits: NDArray[np.bool_]) -> NDArray[np.bool_]:
    if plan.missing == "error":
        _complain_of_vacancies(table, plan, used, misfits)
        return np.zeros(table.n_rows, dtype=bool)
    needed = [place for place in used if plan.roles[place] == "target" or plan.missing == "drop"]
    vacant = np.zeros(table.n_rows, dtype=bool)
    for place in needed:
        vacant |= table.columns[place].codes == MISSING
    return vacant


def _complain_of_vacancies(table: RawTable, plan: Plan, used: list[int], misfits: NDArray[np.bool_]) -> None:
    for place in used if plan.missing == "error" else ():
        here = (table.columns[place].codes == MISSING) & ~misfits
        if here.any():
            raise table.error(int(np.argmax(here)), place, _empty_cell(table, place))


def _empty_cell(table: RawTable, place: int) -> Text:
    if table.columns[place].n_formulas:
        return Text(
            "this cell holds a formula without its value; open the file in a spreadsheet program and save it there."
        )
    return Text(
        "this cell is empty, or says that its value is missing; fill it in, or choose to leave out such lines or to "
        "put in the column's mean."
    )


def taken(values: NDArray[Any], rows: Rows) -> NDArray[Any]:
    """The rows of an array; the array itself where all are taken, which for a million of them saves a copy."""
    return values if len(rows) == len(values) else values[rows]
