"""This module reads a sheet of a workbook through openpyxl, where that is installed."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

import numpy as np

from engine.data.cell_numbers import PLAIN, NumberForm, best_form, number_text
from engine.data.datasets.tables import MAX_COLUMNS
from engine.data.importing.block import Block, Ints
from engine.data.importing.cells.collect import Task
from engine.data.importing.decisions import Decision
from engine.data.importing.formats.building import build_table
from engine.data.importing.formats.xlsx_guard import MOST_ROWS, check_book, too_many_rows
from engine.data.importing.layout import Layout
from engine.data.importing.raw_table import RawTable
from engine.data.importing.reading_progress import UNWATCHED, Watch
from engine.data.importing.text.fitting import Shape
from engine.data.importing.text.table_start import Rows, Start, find_start
from engine.files.archive import parts_of, unpacked
from engine.spec.errors import EngineError, Text

_LOOKED_AT = 100
_ROWS_AT_ONCE = 1024


@dataclass(frozen=True)
class _Book:
    """A workbook whose sheets can be gone through again and again; `values` holds what was last computed.

    form: how numbers are written where they stand as texts; those that are numbers are written so, too.
    """

    raw: bytes
    file: str
    values: Any
    watch: Watch
    form: NumberForm = PLAIN

    def rows(self, sheet: str, watch: Watch = UNWATCHED) -> Iterator[tuple[int, list[str]]]:
        """The rows with something in them, without the empty cells at their ends."""
        for line, row in _rows(_sheet(self.values, sheet), self.file, watch):
            cells = [_text(value, self.form) for value in row]
            while cells and not cells[-1]:
                cells.pop()
            if cells:
                yield line, cells


def read_xlsx(raw: bytes, file: str, layout: Layout, watch: Watch = UNWATCHED) -> RawTable:
    """The table on a sheet of `raw`; rows are its lines. Formulas count as the values last computed."""
    try:
        import openpyxl  # type: ignore[import-untyped,unused-ignore]
    except ImportError:
        raise EngineError(
            "To read {file}, Perceptra needs the package openpyxl, which is not installed; install it with “pip "
            "install openpyxl”, or save the table as CSV.",
            file=file,
        ) from None
    try:
        check_book(raw, file, watch.given_up)
        book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
        table = _table(_Book(raw, file, book, watch), layout)
        return _with_formulas(table, raw, openpyxl) if _may_lack_values(table) else table
    except EngineError:
        raise
    except Exception as error:  # openpyxl raises whatever its parts raise for damaged files
        raise EngineError("{file} is no .xlsx file, or is damaged; save the table as CSV.", file=file) from error


def _table(book: _Book, layout: Layout) -> RawTable:
    sheets = _sheets(book)
    sheet = layout.sheet if layout.sheet in sheets else sheets[0]
    ahead = list(islice(book.rows(sheet), _LOOKED_AT))
    if not ahead:
        raise EngineError("{file} is empty; its first sheet needs a row for each sample.", file=book.file)
    form = layout.form or _form_of_texts(book, sheet)
    book = replace(book, form=form)
    even = _even(list(islice(book.rows(sheet), _LOOKED_AT)))
    start = find_start(even, layout, form)
    start = replace(start, width=max(len(cells) for _, cells in ahead))
    capacity = book.watch.max_rows or _LOOKED_AT

    def blocks() -> Iterator[Block]:
        below = (row for row in book.rows(sheet, book.watch) if row[0] > start.after)
        rows = islice(below, book.watch.max_rows)
        while some := list(islice(rows, _ROWS_AT_ONCE)):
            yield Block(np.array([line for line, _ in some], dtype=Ints), [cells for _, cells in some])

    shape = Shape(start.width, pads=True, passes_comments=False)
    task = Task(
        book.file,
        start.width,
        capacity,
        has_form=True,
        given_up=book.watch.given_up,
        rules=layout.rules,
        passes_footer=layout.passes_footer is not False,
    )
    table = build_table(blocks, start, shape, task, form)
    found = replace(table.layout or Layout(), first_line=start.first_line, sheet=sheet)
    return replace(
        table,
        layout=found,
        sheets=tuple(sheets),
        decisions=(*_decisions(start, ahead, sheet, sheets), *table.decisions),
    )


def _form_of_texts(book: _Book, sheet: str) -> NumberForm:
    """How numbers are written in the first rows where they stand as texts, as after copying from elsewhere."""
    rows = islice(_rows(_sheet(book.values, sheet), book.file, UNWATCHED), _ROWS_AT_ONCE)
    return best_form(cell for _, row in rows for cell in row if isinstance(cell, str))


def _even(rows: Rows) -> list[tuple[int, list[str]]]:
    """The rows with empty cells at their ends, where they are shorter than others."""
    width = max(len(cells) for _, cells in rows)
    return [(line, [*cells, *[""] * (width - len(cells))]) for line, cells in rows]


def _decisions(start: Start, rows: Rows, sheet: str, sheets: Sequence[str]) -> list[Decision]:
    found = []
    if len(sheets) > 1:
        text = Text("The sheet “{sheet}” is read, one of {count}.", sheet=sheet, count=len(sheets))
        found.append(Decision(text))
    titles = [line for line, _ in rows if line < start.first_line]
    if titles:
        text = Text("The table begins at line {line}; what stands above it is passed over.", line=start.first_line)
        found.append(Decision(text, layout=(("first_line", titles[0]),)))
    return found


def _sheets(book: _Book) -> list[str]:
    """The names of the sheets: those with a table first, hidden ones last."""
    sheets = book.values.worksheets
    if len(sheets) == 1:
        return [_title(sheets[0])]
    names = [_title(sheet) for sheet in sheets]
    hidden = {_title(sheet) for sheet in sheets if getattr(sheet, "sheet_state", "visible") != "visible"}
    return sorted(names, key=lambda name: (name in hidden, not _holds_table(book, name)))


def _sheet(book: Any, name: str | None) -> Any:
    return next(sheet for sheet in book.worksheets if _title(sheet) == name)


def _title(sheet: Any) -> str:
    return str(getattr(sheet, "title", "Sheet"))


def _holds_table(book: _Book, sheet: str) -> bool:
    """Whether several rows have several cells."""
    rows = list(islice(book.rows(sheet), 20))
    return sum(len(cells) > 1 for _, cells in rows) > 1


def _rows(sheet: Any, file: str, watch: Watch) -> Iterator[tuple[int, tuple[object, ...]]]:
    whole = max(sheet.max_row or 1, 1)
    rows = sheet.iter_rows(values_only=True, max_col=MAX_COLUMNS + 1, max_row=MOST_ROWS + 1)
    blank: tuple[object, ...] | None = None  # the one that openpyxl gives for every row that is not there
    for line, row in enumerate(rows, start=1):
        if line % 1024 == 1:
            watch.progress(min(line / whole, 1.0))
            if watch.given_up():
                raise EngineError("The reading of {file} was given up.", file=file)
        if line > MOST_ROWS:
            raise too_many_rows(file)
        if row is blank or row.count(None) == len(row):
            blank = row
            continue
        yield line, row


def _may_lack_values(table: RawTable) -> bool:
    return any(column.n_missing for column in table.columns)


def _with_formulas(table: RawTable, raw: bytes, openpyxl: Any) -> RawTable:
    """The columns know which of their empty cells hold formulas whose values the file does not hold."""
    if table.layout is None or b"<f" not in b"".join(_openings(raw)):
        return table
    book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=False)
    lines = {int(line): row for row, line in enumerate(table.lines)}
    counts = [0] * len(table.columns)
    for line, row in _rows(_sheet(book, table.layout.sheet), table.file, UNWATCHED):
        place = lines.get(line)
        for index, value in enumerate(row[: len(counts)] if place is not None else ()):
            is_formula = isinstance(value, str) and value.startswith("=")
            counts[index] += is_formula and not table.columns[index].cell(place or 0)
    columns = [replace(column, n_formulas=count) for column, count in zip(table.columns, counts, strict=True)]
    names = [column.name for column in columns if column.n_formulas]
    if not names:
        return table
    note = Text(
        "Formulas without values: {names}. Open the file in a spreadsheet program and save it, then they are there.",
        names=", ".join(names),
    )
    return replace(table, columns=tuple(columns), notes=(*table.notes, note))


def _openings(raw: bytes) -> Iterator[bytes]:
    """The content of the sheets, in which formulas would stand."""
    for name, part in parts_of(raw, "", 1 << 40).items():
        if "worksheets/" in name.lower():
            yield from unpacked(raw, part)


def _text(value: object, form: NumberForm) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    if isinstance(value, float):
        return number_text(value).replace(".", form.decimal)
    return str(value).strip()
