"""This module reads text tables: lines of cells, under a header or not, perhaps below a few lines of titles."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from engine.data.cell_numbers import NumberForm, best_form, number_in
from engine.data.csv_problem import csv_problem
from engine.data.importing.block import Block, Ints
from engine.data.importing.cells.collect import Task
from engine.data.importing.decisions import Decision
from engine.data.importing.formats.building import build_table
from engine.data.importing.layout import Layout
from engine.data.importing.raw_table import RawTable
from engine.data.importing.reading_progress import UNWATCHED, Progress, Watch
from engine.data.importing.text.delimiters import find_delimiter, find_quote, rows_between, rows_in, split
from engine.data.importing.text.encoding import find_encoding, lines_of, portions_of
from engine.data.importing.text.fitting import COMMENT, Shape
from engine.data.importing.text.table_start import Rows, Start, commented_names, find_start
from engine.spec.errors import EngineError, Text

_LOOKED_AT = 100  # lines
_LONGEST_SAMPLE = 400_000  # characters
_MOST_CELLS = 200_000  # of a block
_SEPARATOR = re.compile(r'"?sep=(.)"?', re.IGNORECASE)


@dataclass(frozen=True)
class _File:
    raw: bytes
    name: str
    encoding: str

    def lines(self) -> Iterator[str]:
        return lines_of(self.raw, self.encoding, self.name)

    def portions(self, progress: Progress) -> Iterator[list[str]]:
        return portions_of(self.raw, self.encoding, self.name, progress)


@dataclass(frozen=True)
class _Sample:
    """The first lines with cells in them and their numbers; what a `sep=` line says.

    above, between: lines that begin with # above and among them, which may be comments or rows. quote: what may stand
    around their cells.
    """

    lines: list[str]
    numbers: list[int]
    above: list[tuple[int, str]]
    between: list[tuple[int, str]]
    delimiter: str | None
    quote: str = '"'


def read_text(raw: bytes, file: str, layout: Layout, watch: Watch = UNWATCHED) -> RawTable:
    """The table in `raw`; what `layout` leaves open is found out and stands in the table's own layout."""
    source = _File(raw, file, layout.encoding or find_encoding(raw))
    sample = _sample(source.lines(), layout)
    if not sample.lines and (layout.first_line or 1) > 1:
        raise EngineError(
            "{file} has nothing from line {line} on; let the table begin further up.", file=file, line=layout.first_line
        )
    if not sample.lines:
        raise EngineError("{file} is empty; it needs a line for each sample, such as 0.5,1.5,1.", file=file)
    sample = replace(sample, quote=layout.quote or find_quote(sample.lines))
    delimiter = layout.delimiter or sample.delimiter or find_delimiter(sample.lines, layout.form, sample.quote)
    rows = _rows_of(sample, delimiter)
    form = layout.form or best_form([cell for _, cells in rows for cell in cells], delimiter)
    start = _started(rows, sample, layout, delimiter, form)
    shape = Shape(start.width, False, layout.passes_comments is not False, start.first_is_number)
    blocks = _Blocks(source, (delimiter, sample.quote), start.after, shape.passes_comments, watch)
    most = watch.max_rows if watch.max_rows is not None else raw.count(b"\n") + raw.count(b"\r") + 1
    task = Task(
        file,
        start.width,
        most,
        has_form=layout.form is not None,
        given_up=watch.given_up,
        rules=layout.rules,
        passes_footer=layout.passes_footer is not False,
    )
    table = build_table(blocks, start, shape, task, form)
    found = replace(
        table.layout or Layout(),
        encoding=source.encoding,
        delimiter=delimiter,
        first_line=start.first_line,
        passes_comments=layout.passes_comments,
    )
    return replace(table, layout=found, decisions=(*_above(start, rows, sample), *table.decisions))


class _Blocks:
    """The rows below the header, each time from the beginning."""

    def __init__(self, source: _File, marks: tuple[str, str], after: int, passes_comments: bool, watch: Watch) -> None:
        self._source, self._after, self._watch = source, after, watch
        self._delimiter, self._quote = marks
        self._passes_comments = passes_comments
        self._has_quotes = self._quote.encode() in source.raw

    def __call__(self) -> Iterator[Block]:
        blocks = self._quoted() if self._has_quotes else self._plain()
        return blocks if self._watch.max_rows is None else _first(blocks, self._watch.max_rows)

    def _portions(self) -> Iterator[tuple[int, list[str]]]:
        """The lines below the header, with how many lines stand before them."""
        number = 0
        for lines in self._source.portions(self._watch.progress):
            skipped = min(max(self._after - number, 0), len(lines))
            yield number + skipped, lines[skipped:] if skipped else lines
            number += len(lines)

    def _plain(self) -> Iterator[Block]:
        """Every line is a row: the quickest way."""
        for number, lines in self._portions():
            is_blank = self._delimiter == " "
            parts = [line.replace("\t", " ").strip() for line in lines] if is_blank else lines
            try:
                rows = list(rows_between(parts, self._delimiter, self._quote))
            except csv.Error as error:
                raise self._complaint(number, error) from error
            yield Block(np.arange(number + 1, number + len(rows) + 1, dtype=Ints), rows)

    def _quoted(self) -> Iterator[Block]:
        """A row may take several lines."""
        block: list[tuple[int, list[str]]] = []
        size, line = 0, self._after
        try:
            for number, cells in split(self._lines(), self._delimiter, quote=self._quote, is_whole=True):
                line = number + self._after
                block.append((line, cells))
                size += len(cells)
                if size > _MOST_CELLS or len(block) >= 2048:
                    yield _block(block)
                    block, size = [], 0
        except csv.Error as error:
            raise self._complaint(line, error) from error
        if block:
            yield _block(block)

    def _lines(self) -> Iterator[str]:
        """A comment with a quotation mark in it must not swallow what follows."""
        for _, lines in self._portions():
            for line in lines:
                is_comment = self._passes_comments and line.startswith(COMMENT) and line.count(self._quote) % 2
                yield "#\n" if is_comment else line

    def _complaint(self, line: int, error: csv.Error) -> EngineError:
        return EngineError(
            "{file}, line {line}: {error}; check the quotation marks.",
            file=self._source.name,
            line=line + 1,
            error=csv_problem(error),
        )


def _block(rows: Sequence[tuple[int, list[str]]]) -> Block:
    return Block(np.array([line for line, _ in rows], dtype=Ints), [cells for _, cells in rows])


def _first(blocks: Iterable[Block], most: int) -> Iterator[Block]:
    """No more than `most` rows, and a few that may be passed over."""
    for block in blocks:
        yield Block(block.lines[:most], block.rows[:most])
        most -= len(block.rows)
        if most <= 0:
            return


def _sample(lines: Iterator[str], layout: Layout) -> _Sample:
    found = _Sample([], [], [], [], None)
    length = 0
    for number, line in enumerate(lines, start=1):
        if number == 1 and (said := _SEPARATOR.fullmatch(line.strip("\n"))):
            found = replace(found, delimiter=said[1])
        elif not line.strip(" \r\n") or (layout.first_line is not None and number < layout.first_line):
            continue
        elif layout.passes_comments is not False and line.lstrip().startswith(COMMENT):
            (found.between if found.lines else found.above).append((number, line))
            length += len(line)
        else:
            found.lines.append(line)
            found.numbers.append(number)
            length += len(line)
        if len(found.lines) == _LOOKED_AT or length > _LONGEST_SAMPLE:
            break
    return found if len(found.lines) > 1 or not found.between else _with_marks(found)


def _with_marks(sample: _Sample) -> _Sample:
    """The same where all rows begin with #: none of them is a comment for certain."""
    lines = [*zip(sample.numbers, sample.lines, strict=True), *sample.between][:_LOOKED_AT]
    numbers, texts = [number for number, _ in lines], [line for _, line in lines]
    return replace(sample, lines=texts, numbers=numbers, between=[])


def _rows_of(sample: _Sample, delimiter: str) -> Rows:
    """The rows of the sample, with those that begin with # where they are as long as the others."""
    rows = [(sample.numbers[line - 1], cells) for line, cells in rows_in(sample.lines, delimiter, sample.quote)]
    if not rows:
        return [(sample.numbers[0], [sample.lines[0]])]
    widths = {len(cells) for _, cells in rows}
    for number, line in sample.between[:_LOOKED_AT]:
        cells = next((cells for _, cells in rows_in([line], delimiter, sample.quote)), [])
        if len(cells) in widths and len(cells) > 1:
            rows.append((number, cells))
    return sorted(rows, key=lambda row: row[0])


def _started(rows: Rows, sample: _Sample, layout: Layout, delimiter: str, form: NumberForm) -> Start:
    """Where the table begins; a comment above it may name its columns, or be its first row."""
    start = find_start(rows, layout, form)
    if layout.has_header is None and sample.above:
        names = commented_names(sample.above[-1][1].strip().lstrip(COMMENT), delimiter, start.width, form)
        start = find_start(rows, layout, form, names) if names is not None else start
    if start.has_header or start.first_is_number or layout.first_line is not None:
        return start
    for number, line in reversed(sample.above):
        cells = next((cells for _, cells in rows_in([line], delimiter, sample.quote)), [])
        if (
            number != start.first_line - 1
            or len(cells) != start.width
            or all(number_in(c, form) is None for c in cells)
        ):
            break
        start = replace(start, first_line=number, after=number - 1)
    return start


def _above(start: Start, rows: Rows, sample: _Sample) -> list[Decision]:
    """What stands above the table and is passed over, or around its cells."""
    found = []
    if sample.quote == "'":
        text = Text("Cells stand between single quotation marks, which are passed over.")
        found.append(Decision(text, layout=(("quote", '"'),)))
    titles = [line for line, _ in rows if line < start.first_line]
    if titles:
        text = Text("The table begins at line {line}; what stands above it is passed over.", line=start.first_line)
        found.append(Decision(text, layout=(("first_line", titles[0]),)))
    comments = [line for line, _ in sample.above if line < start.first_line]
    if comments:
        text = Text("Comments above the table are passed over: {count}.", count=len(comments))
        found.append(Decision(text, layout=(("passes_comments", False),)))
    if start.is_short:
        found.append(Decision(Text("The header lacks a name: the first column holds the names of the rows.")))
    return found
