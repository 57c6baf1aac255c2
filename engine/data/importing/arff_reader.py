"""This module reads ARFF, Weka's format: declared attributes, then rows; "?" stands for a missing value."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from itertools import islice

from engine.data.importing.encoding import find_encoding, lines_of
from engine.data.importing.raw_table import (
    RawTable,
    Row,
    check_cells,
    check_columns,
    collect,
    column_name,
    place_error,
)
from engine.data.importing.reading_progress import UNWATCHED, Watch
from engine.data.importing.text_layout import Layout
from engine.spec.errors import EngineError, Text

_ATTRIBUTE = re.compile(r"@attribute\s+('[^']*'|\"[^\"]*\"|[^\s{]+)\s*(\S.*)", re.IGNORECASE)


def read_arff(
    raw: bytes,
    file: str,
    layout: Layout,
    watch: Watch = UNWATCHED,
) -> RawTable:
    """The table in `raw`, whose columns the file names; the encoding alone is left to `layout`."""
    encoding = layout.encoding or find_encoding(raw)
    lines = _numbered(lines_of(raw, encoding, file, watch.progress))
    names = _attributes(lines, file)
    table = collect(file, names, islice(_rows(lines, file), watch.max_rows), given_up=watch.given_up)
    if not table.n_rows:
        raise EngineError("{file} names its columns but holds no samples; add a line for each sample.", file=file)
    return table.with_layout(Layout(encoding))


def _numbered(lines: Iterator[str]) -> Iterator[tuple[int, str]]:
    """Lines that are neither blank nor a comment, counted from 1."""
    for number, line in enumerate(lines, start=1):
        stripped = line.strip()
        if stripped and not stripped.startswith("%"):
            yield number, stripped


def _attributes(lines: Iterator[tuple[int, str]], file: str) -> list[str]:
    names: list[str] = []
    for number, line in lines:
        word = line.split(None, 1)[0].lower()
        if word == "@data":
            if names:
                return names
            break
        if word == "@attribute":
            match = _ATTRIBUTE.match(line)
            if match is None:
                raise place_error(
                    file, number, 0, Text("an attribute needs a name and a type, such as @attribute width numeric.")
                )
            names.append(column_name(match[1].strip("'\""), len(names)))
            check_columns(file, len(names))
        elif word != "@relation":
            raise place_error(file, number, 0, Text("an ARFF file begins with @relation, @attribute and @data."))
    raise EngineError(
        "{file} lacks its attributes or @data; an ARFF file has a line @attribute for each column, then @data.",
        file=file,
    )


def _rows(lines: Iterator[tuple[int, str]], file: str) -> Iterator[Row]:
    for number, line in lines:
        if line.startswith("{"):
            raise place_error(
                file, number, 0, Text("this is a sparse row; save the file as an ARFF file of full rows.")
            )
        try:
            reader = csv.reader([line], quotechar="'" if "'" in line else '"', escapechar="\\", skipinitialspace=True)
            cells = next(reader)
        except csv.Error as error:
            raise EngineError(
                "{file}, line {line}: {error}; check the quotation marks.", file=file, line=number, error=error
            ) from error
        check_cells(file, number, len(cells))
        yield number, cells
