"""This module builds a table from blocks of rows: cells, their kinds, and what the reading decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.cell_numbers import PLAIN, NumberForm
from engine.data.cell_reading import CellRules
from engine.data.importing.block import Block
from engine.data.importing.cells.collect import Cells, Task, read_cells
from engine.data.importing.cells.column_kinds import FLAGS, typed
from engine.data.importing.cells.footer import without_footer
from engine.data.importing.decisions import Decision, some
from engine.data.importing.layout import Layout
from engine.data.importing.raw_table import Column, RawTable, column_name
from engine.data.importing.text.fitting import Fitted, Shape
from engine.data.importing.text.header_lines import are_types
from engine.data.importing.text.orange_header import Declaration
from engine.data.importing.text.own_header import declared_by_itself
from engine.data.importing.text.table_start import Start, named
from engine.spec.errors import EngineError, Text

_TEXTS = ("D", "S")  # what Orange calls columns of words


def build_table(
    make_blocks: Callable[[], Iterable[Block]],
    start: Start,
    shape: Shape,
    task: Task,
    form: NumberForm = PLAIN,
) -> RawTable:
    """The table that begins at `start`, whose blocks can be asked for again; see `read_cells`."""
    if not start.has_samples:
        raise EngineError("{file} names its columns but holds no samples; add a line for each sample.", file=task.file)
    gone: list[Fitted] = []
    declared = start.declared or declared_by_itself(named(start))

    def fitted() -> Fitted:
        gone.append(Fitted(make_blocks(), shape))
        return gone[-1]

    texts = {place for place, column in enumerate(declared) if column.letter in _TEXTS}
    cells = read_cells(fitted, replace(task, texts=task.texts | texts), form)
    last = gone[-1]
    lines = cells.lines
    cells, uneven = without_footer(cells, last.uneven) if task.passes_footer else (cells, last.uneven)
    columns = columns_of(cells, named(start), declared, task.rules)
    undone: dict[str, Any] = dict.fromkeys(task.rules.undone, False)
    found = Layout(decimal=cells.form.decimal, thousands=cells.form.thousands, has_header=start.has_header, **undone)
    return RawTable(
        task.file,
        columns,
        cells.lines,
        found,
        decisions=(
            *_about_header(start, columns),
            *_passed_over(last),
            *_below(lines[len(cells.lines) :]),
            *written(cells, columns, task.rules),
        ),
        uneven=uneven,
    )


def columns_of(
    cells: Cells,
    names: Sequence[str],
    declared: Sequence[Declaration] | None = None,
    rules: CellRules = CellRules(),  # noqa: B008 - it is frozen
) -> tuple[Column, ...]:
    """The typed columns of these names."""
    says = list(declared or ())
    says += [Declaration("", None)] * (len(names) - len(says))
    return tuple(
        replace(
            typed(
                column_name(name, place),
                raw,
                said.role,
                classes=said.classes,
                rules=rules,
                form=None if said.letter in _TEXTS else cells.form,
            ),
            is_named=bool(name),
            encoding=said.encoding,
        )
        for place, (name, raw, said) in enumerate(zip(names, cells.columns, says, strict=False))
    )


def _about_header(start: Start, columns: Sequence[Column]) -> list[Decision]:
    found = []
    if start.is_joined:
        text = Text(
            "The header takes two lines, which are read together: {names}.", names=some(c.name for c in columns)
        )
        found.append(Decision(text, layout=(("joins_header", False),)))
    units = [
        f"{column.name} ({unit.strip('[]()')})" for column, unit in zip(columns, start.units, strict=False) if unit
    ]
    if units:
        said = {"line": start.units_line, "names": some(units)}
        text = (
            Text("Line {line} holds types of columns, which are passed over: {names}.", **said)
            if are_types(start.units)
            else Text("Line {line} holds units, which are passed over: {names}.", **said)
        )
        found.append(Decision(text, layout=(("passes_units", False),)))
    return found


def _below(lines: NDArray[np.int32]) -> list[Decision]:
    if not len(lines):
        return []
    text = Text("What stands below the table, from line {line} on, is passed over.", line=int(lines[0]))
    return [Decision(text, layout=(("passes_footer", False),))]


def _passed_over(fitted: Fitted) -> list[Decision]:
    found = []
    if fitted.comments:
        text = Text(
            "Lines that begin with # and do not fit the table are passed over: {count}, the first is line {line}.",
            count=len(fitted.comments),
            line=fitted.comments[0],
        )
        found.append(Decision(text, layout=(("passes_comments", False),)))
    if fitted.n_empty:
        found.append(Decision(Text("Rows without anything in them are passed over: {count}.", count=fitted.n_empty)))
    return found


def written(cells: Cells, columns: Sequence[Column], rules: CellRules) -> list[Decision]:
    """How numbers, flags and missing cells were understood, where that is not plain."""
    found = []
    if cells.form != PLAIN:
        text = Text("Numbers are written like {example}.", example=cells.form.example)
        found.append(Decision(text, layout=(("decimal", "."), ("thousands", ""))))
    percents = [column.name for column, raw in zip(columns, cells.columns, strict=True) if raw.percents]
    if percents:
        text = Text("Percents become fractions, 12% is 0.12: {names}.", names=some(percents))
        found.append(Decision(text, layout=(("divides_percents", False),)))
    prices = [
        f"{column.name} ({', '.join(raw.currencies)})"
        for column, raw in zip(columns, cells.columns, strict=True)
        if raw.currencies
    ]
    if prices:
        text = Text("Signs of currencies are passed over: {names}.", names=some(prices))
        found.append(Decision(text, layout=(("drops_currencies", False),)))
    columns_of_raw = list(zip(columns, cells.columns, strict=True))
    negatives = [column.name for column, raw in columns_of_raw if raw.negatives]
    if negatives:
        text = Text(
            "Numbers in brackets or before a minus are negative, (5.5) is −5.5: {names}.", names=some(negatives)
        )
        found.append(Decision(text, layout=(("negates_brackets", False),)))
    bounded = [f"{column.name} ({some(column.bounds)})" for column in columns if column.bounds]
    if bounded:
        text = Text("A bound counts as its number, <0.5 is 0.5: {names}.", names=some(bounded))
        found.append(Decision(text, layout=(("takes_bounds", False),)))
    measured = [f"{column.name} ({column.unit})" for column in columns if column.unit]
    if measured:
        text = Text("Units behind numbers are passed over, 5 cm is 5, and 1.5k is 1500: {names}.", names=some(measured))
        found.append(Decision(text, layout=(("drops_units", False),)))
    flags = [
        column.name
        for column in columns
        if rules.counts_flags and column.kind != "text" and any(text.lower() in FLAGS for text in column.texts)
    ]
    if flags:
        text = Text("TRUE counts as 1, FALSE as 0: {names}.", names=some(flags))
        found.append(Decision(text, layout=(("counts_flags", False),)))
    words = sorted({word for column in columns for word in column.missing_words})
    if words:
        text = Text("These stand for missing numbers: {words}.", words=some(f"“{word}”" for word in words))
        found.append(Decision(text, layout=(("knows_missing", False),)))
    return found
