"""This module reads the cells of all rows and weighs over the whole table how its numbers are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.data.cell_numbers import (
    FORMS,
    MISSING_WORDS,
    PLAIN,
    NumberForm,
    are_told_apart,
    currency_in,
    is_accounting,
    number_in,
    without_bound,
)
from engine.data.cell_reading import CellRules
from engine.data.datasets.generators import MAX_SAMPLES
from engine.data.importing import raw_table
from engine.data.importing.block import Block
from engine.data.importing.cells.raw_column import ColumnMaker, RawColumn
from engine.data.importing.raw_table import counts_of
from engine.data.importing.reading_progress import GivenUp
from engine.spec.errors import EngineError


@dataclass(frozen=True)
class Cells:
    """The columns of a table as they are written, the line of each row, and the form of the numbers."""

    columns: tuple[RawColumn, ...]
    lines: NDArray[np.int32]
    form: NumberForm

    @property
    def n_numbers(self) -> int:
        """Cells that hold numbers."""
        return sum(column.n_numbers for column in self.columns)


@dataclass(frozen=True)
class Task:
    """file: for complaints; width: how many columns; capacity: rows that may come; texts: columns that hold no numbers.

    has_form: whether the form of the numbers is given, so that it is not weighed. rules: how cells are understood.
    passes_footer: whether notes below the table are passed over.
    """

    file: str
    width: int
    capacity: int = 0
    texts: frozenset[int] = frozenset()
    has_form: bool = False
    given_up: GivenUp = lambda: False
    rules: CellRules = CellRules()  # noqa: RUF009 - it is frozen
    passes_footer: bool = True


def read_cells(blocks: Callable[[], Iterable[Block]], task: Task, form: NumberForm = PLAIN) -> Cells:
    """The cells of all blocks, which can be asked for again where the first reading shows that another is better."""
    raw_table.check_columns(task.file, task.width)
    cells = _collected(blocks(), task, form, task.texts)
    if not task.has_form:
        other = _better_form(cells.columns, form)
        again = _collected(blocks(), task, other, task.texts) if other != form else cells
        cells = again if again.n_numbers > cells.n_numbers else cells
    words = {place for place, column in enumerate(cells.columns) if column.has_labels or _are_words(column, task.rules)}
    return _collected(blocks(), task, cells.form, task.texts | words) if words else cells


def _are_words(column: RawColumn, rules: CellRules) -> bool:
    """Whether cells such as (5) or <5 are words, though there are numbers in them: among other words, or alone.

    They are numbers beside plain ones, unless <5 and >5 are told apart. Numbers in brackets may also stand alone where
    they have decimals.
    """
    n_bounds = sum(column.bounds.values())
    if not n_bounds and not column.negatives:
        return False
    known = MISSING_WORDS if rules.knows_missing else frozenset[str]()
    counts = counts_of(column.codes, len(column.texts))
    n_words = sum(int(count) for text, count in zip(column.texts, counts, strict=True) if text.lower() not in known)
    is_plain = column.n_numbers > n_bounds + column.negatives
    return (
        n_words > column.n_numbers
        or are_told_apart(column.bounds)
        or not (is_plain or (column.has_fractions and not n_bounds))
    )


def _collected(blocks: Iterable[Block], task: Task, form: NumberForm, texts: frozenset[int]) -> Cells:
    makers = [ColumnMaker(form, place in texts, task.capacity, task.rules) for place in range(task.width)]
    lines: list[NDArray[np.int32]] = []
    count = 0
    for block in blocks:
        if task.given_up():
            raise EngineError("The reading of {file} was given up.", file=task.file)
        count += len(block.rows)
        _check_size(task, count)
        lines.append(block.lines)
        for maker, cells in zip(makers, zip(*block.rows, strict=True), strict=True):
            maker.add(cells)
    columns = tuple(maker.column() for maker in makers)
    return Cells(columns, np.concatenate(lines) if lines else np.empty(0, np.int32), form)


def _check_size(task: Task, count: int) -> None:
    if count > MAX_SAMPLES or count * task.width > raw_table.MAX_CELLS:
        raise EngineError(
            "{file}: up to {limit:,} rows and {cells:,} cells can be imported; the file holds more. Take a part of "
            "its rows or columns.",
            file=task.file,
            limit=MAX_SAMPLES,
            cells=raw_table.MAX_CELLS,
        )


def _better_form(columns: Sequence[RawColumn], form: NumberForm) -> NumberForm:
    """The form in which most of the cells that are no numbers would be some; `form` where there is none."""
    gains = dict.fromkeys(FORMS, 0)
    for column in columns:
        bare = ((place, without_bound(text) or text) for place, text in enumerate(column.texts))
        telling = [(place, text) for place, text in bare if _may_be_number(text)]
        if not telling:
            continue
        counts = counts_of(column.codes, len(column.texts))
        for place, text in telling:
            for other in FORMS:
                if number_in(text, other) is not None:
                    gains[other] += int(counts[place])
    best = max(FORMS, key=gains.__getitem__)
    return best if gains[best] > gains[form] else form


def _may_be_number(text: str) -> bool:
    is_plain = text[-1:] in "0123456789%" and not text[:1].isalpha()
    return len(text) < 40 and (is_plain or is_accounting(text) or bool(currency_in(text)))
