"""Reads the first sheet of a spreadsheet, through openpyxl where that is installed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from itertools import islice
from typing import Any

from engine.datasets.tables import MAX_COLUMNS
from engine.errors import EngineError
from engine.importing.layout import Layout, looks_like_header
from engine.importing.raw_table import MAX_FILE_BYTES, RawTable, Row, collect, number_text
from engine.importing.text_reader import column_names
from engine.importing.watch import UNWATCHED, Progress, Watch

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
    _check_size(raw, file)
    try:
        book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        return _table(sheet, file, layout, watch)
    except EngineError:
        raise
    except Exception as error:  # openpyxl raises whatever its parts raise for damaged files
        raise EngineError("{file} is no .xlsx file, or is damaged; save the table as CSV.", file=file) from error


def _check_size(raw: bytes, file: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            total = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise EngineError("{file} is no .xlsx file, or is damaged; save the table as CSV.", file=file) from error
    if total > MAX_FILE_BYTES:
        raise EngineError(
            "{file} unpacks to {size:,.0f} MB, the limit is {limit:,.0f} MB; choose a smaller file.",
            file=file,
            size=total / 1e6,
            limit=MAX_FILE_BYTES / 1e6,
        )


def _table(sheet: Any, file: str, layout: Layout, watch: Watch) -> RawTable:
    rows = _rows(sheet, max(sheet.max_row or 1, 1), watch.progress)
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


def _rows(sheet: Any, whole: int, progress: Progress) -> Iterator[tuple[int, list[str]]]:
    """Rows with something in them, without the empty cells at their ends."""
    for line, row in enumerate(sheet.iter_rows(values_only=True, max_col=MAX_COLUMNS + 1), start=1):
        if line % 1024 == 1:
            progress(min(line / whole, 1.0))
        cells = [_text(value) for value in row]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            yield line, cells


def _filled(cells: list[str] | tuple[str, ...], count: int) -> list[str]:
    return [*cells, *[""] * (count - len(cells))]


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    return number_text(value) if isinstance(value, float) else str(value).strip()
