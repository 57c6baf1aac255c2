"""This module reads the first sheet of a spreadsheet through openpyxl, where that is installed."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from engine.data.cell_numbers import number_text
from engine.data.datasets.tables import MAX_COLUMNS
from engine.data.importing.raw_table import RawTable, Row, collect
from engine.data.importing.reading_progress import UNWATCHED, Watch
from engine.data.importing.text_layout import Layout, looks_like_header
from engine.data.importing.text_reader import column_names
from engine.data.importing.xlsx_guard import MOST_ROWS, check_book, too_many_rows
from engine.spec.errors import EngineError

_LOOKED_AT = 100


def read_xlsx(
    raw: bytes,
    file: str,
    layout: Layout,
    watch: Watch = UNWATCHED,
) -> RawTable:
    """The table on the first sheet of `raw`; rows are its lines. Formulas count as the values last computed."""
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
        sheet = book.worksheets[0]
        return _table(sheet, file, layout, watch)
    except EngineError:
        raise
    except Exception as error:  # openpyxl raises whatever its parts raise for damaged files
        raise EngineError("{file} is no .xlsx file, or is damaged; save the table as CSV.", file=file) from error


def _table(sheet: Any, file: str, layout: Layout, watch: Watch) -> RawTable:
    rows = _rows(sheet, file, watch)
    ahead = list(islice(rows, _LOOKED_AT))
    if not ahead:
        raise EngineError("{file} is empty; its first sheet needs a row for each sample.", file=file)
    has_header = layout.has_header
    if has_header is None:
        has_header = looks_like_header([cells for _, cells in ahead], ".")
    columns = max(len(cells) for _, cells in ahead)
    names = ahead.pop(0)[1] if has_header else None
    if not ahead:
        raise EngineError("{file} names its columns but holds no samples; add a line for each sample.", file=file)

    def even() -> Iterator[Row]:
        for line, cells in ahead:
            yield line, _filled(cells, columns)
        for line, cells in rows:
            yield line, _filled(cells, columns)

    header = column_names(_filled(names, columns) if names else None, columns)
    table = collect(file, header, islice(even(), watch.max_rows), given_up=watch.given_up)
    return table.with_layout(Layout(has_header=has_header))


def _rows(sheet: Any, file: str, watch: Watch) -> Iterator[Row]:
    """Rows with something in them, without the empty cells at their ends."""
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
        cells = [_text(value) for value in row]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            yield line, cells


def _filled(cells: Sequence[str], count: int) -> list[str]:
    return [*cells, *[""] * (count - len(cells))]


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    return number_text(value) if isinstance(value, float) else str(value).strip()
