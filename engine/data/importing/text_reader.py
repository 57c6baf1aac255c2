"""This module reads text tables with cells between commas, semicolons, tabs or blanks."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from itertools import islice

from engine.data.importing.encoding import find_encoding, lines_of
from engine.data.importing.raw_table import RawTable, Row, check_cells, collect, column_name
from engine.data.importing.reading_progress import UNWATCHED, Watch
from engine.data.importing.text_layout import Layout, find_decimal, find_delimiter, looks_like_header, split
from engine.spec.errors import EngineError

COMMENT = "#"
_LOOKED_AT = 100  # lines
_LONGEST_SAMPLE = 1_000_000  # characters


def read_text(
    raw: bytes,
    file: str,
    layout: Layout,
    watch: Watch = UNWATCHED,
) -> RawTable:
    """The table in `raw`; what `layout` leaves open is found out and stands in the table's own layout."""
    encoding = layout.encoding or find_encoding(raw)
    sample, comment = _sample(lines_of(raw, encoding, file))
    if not sample:
        raise EngineError("{file} is empty; it needs a line for each sample, such as 0.5,1.5,1.", file=file)
    delimiter = layout.delimiter or find_delimiter(sample, layout.decimal)
    decimal = layout.decimal or find_decimal(sample, delimiter)
    rows = rows_of(_without_comments(lines_of(raw, encoding, file, watch.progress)), file, delimiter)
    ahead = list(islice(rows, _LOOKED_AT))
    if not ahead:
        raise EngineError("{file} is empty; it needs a line for each sample, such as 0.5,1.5,1.", file=file)
    names, has_header = _header(ahead, comment, layout, delimiter, decimal)
    if not ahead:
        raise EngineError("{file} names its columns but holds no samples; add a line for each sample.", file=file)
    columns = column_names(names, len(names or ahead[0][1]))
    table = collect(file, columns, islice(_chained(ahead, rows), watch.max_rows), decimal, watch.given_up)
    return table.with_layout(Layout(encoding, delimiter, decimal, has_header))


def column_names(cells: Sequence[str] | None, count: int) -> tuple[str, ...]:
    """Names for `count` columns: the header's cells, made up where there are none."""
    given = [cell.strip().lstrip(COMMENT) for cell in cells] if cells else [""] * count
    return tuple(column_name(name, index) for index, name in enumerate(given))


def rows_of(lines: Iterator[str], file: str, delimiter: str) -> Iterator[Row]:
    """The rows, with EngineErrors for what the csv module complains about."""
    line = 0
    try:
        for line, cells in split(lines, delimiter):
            check_cells(file, line, len(cells))
            yield line, cells
    except csv.Error as error:
        raise EngineError(
            "{file}, line {line}: {error}; check the quotation marks.", file=file, line=line + 1, error=error
        ) from error


def _header(
    ahead: list[Row], comment: str | None, layout: Layout, delimiter: str, decimal: str
) -> tuple[Sequence[str] | None, bool]:
    """The names of the columns, if any, and whether they are the first row, which is taken from `ahead` then."""
    has_header = layout.has_header
    commented = _commented_names(comment, delimiter, len(ahead[0][1])) if has_header is None else None
    if has_header is None:
        has_header = commented is None and looks_like_header([cells for _, cells in ahead], decimal)
    return (ahead.pop(0)[1], True) if has_header else (commented, False)


def _sample(lines: Iterator[str]) -> tuple[list[str], str | None]:
    """The first lines with cells in them, and the last comment before them."""
    sample: list[str] = []
    comment = None
    length = 0
    for line in lines:
        if line.lstrip().startswith(COMMENT):
            comment = comment if sample else line.strip().lstrip(COMMENT)
        elif line.strip():
            sample.append(line)
            length += len(line)
            if len(sample) == _LOOKED_AT or length > _LONGEST_SAMPLE:
                break
    return sample, comment


def _without_comments(lines: Iterator[str]) -> Iterator[str]:
    """Every line, comments as blank ones, so that the numbers of the lines stay right."""
    for line in lines:
        yield "\n" if line.lstrip().startswith(COMMENT) else line


def _commented_names(comment: str | None, delimiter: str, columns: int) -> list[str] | None:
    """The cells of a comment that names every column."""
    if comment is None:
        return None
    try:
        cells = next((cells for _, cells in split([comment], delimiter)), [])
    except csv.Error:
        return None
    return cells if len(cells) == columns and columns > 1 else None


def _chained(ahead: list[Row], rows: Iterator[Row]) -> Iterator[Row]:
    yield from ahead
    yield from rows
