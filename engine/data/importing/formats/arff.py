"""This module reads ARFF, Weka's format: declared attributes, then rows; "?" stands for a missing value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np

from engine.data.importing.block import Block, Ints
from engine.data.importing.cells.collect import Task, read_cells
from engine.data.importing.cells.column_kinds import typed
from engine.data.importing.formats.arff_words import entries_in, plain, values_in, without_comment
from engine.data.importing.layout import Layout
from engine.data.importing.raw_table import Column, RawTable, check_columns, column_name, place_error
from engine.data.importing.reading_progress import UNWATCHED, Watch
from engine.data.importing.text.encoding import find_encoding, lines_of
from engine.data.importing.text.fitting import Fitted, Shape
from engine.spec.errors import EngineError, Text

_ATTRIBUTE = re.compile(
    r"""@attribute\s+('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[^\s{'"][^\s{]*)\s*(\S.*)""", re.IGNORECASE | re.DOTALL
)
_WEIGHT = re.compile(r"[,\t]\s*\{[^{}]*\}$")  # of the sample, which Weka writes behind it
_NUMERIC = ("numeric", "real", "integer")
_ROWS_AT_ONCE = 2048


@dataclass(frozen=True)
class _Attribute:
    """name; classes: the values of a nominal attribute; is_text: whether it is declared as words, not as numbers."""

    name: str
    classes: tuple[str, ...] | None
    is_text: bool


def read_arff(raw: bytes, file: str, layout: Layout, watch: Watch = UNWATCHED) -> RawTable:
    """The table in `raw`, whose columns the file names; the encoding alone is left to `layout`."""
    encoding = layout.encoding or find_encoding(raw)
    attributes = _attributes(_numbered(lines_of(raw, encoding, file)), file)
    gone: list[Fitted] = []

    def blocks() -> Fitted:
        lines = _numbered(lines_of(raw, encoding, file, watch.progress))
        for _, line in lines:
            if line[:5].lower() == "@data":
                break
        rows = islice(_rows(lines, attributes, file), watch.max_rows)
        gone.append(Fitted(_blocks(rows), Shape(len(attributes), passes_comments=False)))
        return gone[-1]

    texts = frozenset(place for place, attribute in enumerate(attributes) if attribute.is_text)
    capacity = watch.max_rows or raw.count(b"\n") + 1
    cells = read_cells(blocks, Task(file, len(attributes), capacity, texts, True, watch.given_up))
    if not len(cells.lines):
        raise EngineError("{file} names its columns but holds no samples; add a line for each sample.", file=file)
    columns = tuple(
        _column(attribute, typed(attribute.name, raw_column, classes=attribute.classes))
        for attribute, raw_column in zip(attributes, cells.columns, strict=True)
    )
    return RawTable(file, columns, cells.lines, Layout(encoding), uneven=gone[-1].uneven)


def _column(attribute: _Attribute, column: Column) -> Column:
    """A nominal column of numbers is one of classes, whatever its values look like."""
    return replace(column, labels=False) if attribute.is_text else column


def _numbered(lines: Iterator[str]) -> Iterator[tuple[int, str]]:
    """Lines that are neither blank nor a comment, counted from 1."""
    for number, line in enumerate(lines, start=1):
        stripped = line.strip()
        if stripped and not stripped.startswith("%"):
            yield number, without_comment(stripped)


def _attributes(lines: Iterator[tuple[int, str]], file: str) -> list[_Attribute]:
    found: list[_Attribute] = []
    for number, line in lines:
        word = line.split(None, 1)[0].lower()
        if word == "@data":
            if found:
                return found
            break
        if word == "@attribute" and line.split()[-1].lower() == "relational":
            raise place_error(file, number, 0, Text("relational attributes, whose values are tables, cannot be read."))
        if word == "@attribute":
            found.append(_attribute(line, number, len(found), file))
            check_columns(file, len(found))
        elif word != "@relation":
            raise place_error(file, number, 0, Text("an ARFF file begins with @relation, @attribute and @data."))
    raise EngineError(
        "{file} lacks its attributes or @data; an ARFF file has a line @attribute for each column, then @data.",
        file=file,
    )


def _attribute(line: str, number: int, index: int, file: str) -> _Attribute:
    match = _ATTRIBUTE.match(line)
    if match is None:
        raise place_error(
            file, number, 0, Text("an attribute needs a name and a type, such as @attribute width numeric.")
        )
    name = match[1][1:-1] if match[1][0] in "'\"" else match[1]
    kind = match[2].strip()
    classes = None
    if kind.startswith("{"):
        inner = kind[1 : kind.rindex("}")] if "}" in kind else kind[1:]
        classes = tuple(value.strip() for value in values_in(inner.strip()) or ())
    words = kind.split("%")[0].split()
    is_number = classes is None and bool(words) and words[0].lower().rstrip(",[") in _NUMERIC
    return _Attribute(column_name(plain(name), index), classes, not is_number)


def _rows(lines: Iterator[tuple[int, str]], attributes: list[_Attribute], file: str) -> Iterator[tuple[int, list[str]]]:
    for number, line in lines:
        cells = _sparse(line, attributes, number, file) if line.startswith("{") else _full(line, len(attributes))
        if cells is None:
            raise EngineError(
                "{file}, line {line}: {error}; check the quotation marks.",
                file=file,
                line=number,
                error=Text("the values of this line cannot be told apart"),
            )
        yield number, cells


def _full(line: str, width: int) -> list[str] | None:
    cells = values_in(_WEIGHT.sub("", line) if line.endswith("}") else line)
    if cells is not None and len(cells) == 1 < width and len(line.split()) == width:
        return line.split()
    return cells


def _sparse(line: str, attributes: list[_Attribute], number: int, file: str) -> list[str] | None:
    """All values of a sparse row: what it leaves out is 0, or the first of the declared values."""
    entries = entries_in(line)
    if entries is None:
        return None
    cells = [attribute.classes[0] if attribute.classes else "0" for attribute in attributes]
    for place, value in entries:
        if place >= len(cells):
            problem = Text(
                "a value stands for column {place}, but there are {columns}.", place=place + 1, columns=len(cells)
            )
            raise place_error(file, number, 0, problem)
        cells[place] = value
    return cells


def _blocks(rows: Iterator[tuple[int, list[str]]]) -> Iterator[Block]:
    while block := list(islice(rows, _ROWS_AT_ONCE)):
        yield Block(np.array([line for line, _ in block], dtype=Ints), [cells for _, cells in block])
