"""This module reads pattern files (.pat) of SNNS and JavaNNS: how many units there are, then their values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

import numpy as np

from engine.data.cell_numbers import PLAIN
from engine.data.importing.block import Block, Ints
from engine.data.importing.cells.collect import Task, read_cells
from engine.data.importing.cells.column_kinds import typed
from engine.data.importing.formats.building import written
from engine.data.importing.formats.text import read_text
from engine.data.importing.layout import Layout
from engine.data.importing.raw_table import RawTable, Role, check_columns
from engine.data.importing.reading_progress import UNWATCHED, Watch
from engine.data.importing.text.encoding import find_encoding, lines_of
from engine.spec.errors import EngineError, Text

_FIRST = re.compile(r"\s*SNNS pattern definition file", re.IGNORECASE)
_COUNT = re.compile(
    r"\s*No\.\s*of\s+(patterns|input units|output units|variable \w+ dimensions?|classes)\s*:\s*(\d+)", re.I
)


def read_patterns(raw: bytes, file: str, layout: Layout, watch: Watch = UNWATCHED) -> RawTable:
    """The table in `raw`, each line a pattern; another file that is called so is read as text."""
    if not _FIRST.match(raw[:200].decode("latin-1")):
        return read_text(raw, file, layout, watch)
    encoding = layout.encoding or find_encoding(raw)
    counts, begin = _counts(lines_of(raw, encoding, file), file)
    n_inputs, n_outputs = counts["input units"], counts.get("output units", 0)
    width = n_inputs + n_outputs
    check_columns(file, width)

    def blocks() -> Iterator[Block]:
        words = _words(lines_of(raw, encoding, file, watch.progress), begin)
        patterns = islice(_patterns(words, width, counts["patterns"], file), watch.max_rows)
        while some := list(islice(patterns, 1024)):
            yield Block(np.array([line for line, _ in some], dtype=Ints), [cells for _, cells in some])

    has_form, rules = layout.form is not None, layout.rules
    task = Task(file, width, counts["patterns"], has_form=has_form, given_up=watch.given_up, rules=rules)
    cells = read_cells(blocks, task, layout.form or PLAIN)
    if not len(cells.lines):
        raise EngineError("{file} names its columns but holds no samples; add a line for each sample.", file=file)
    names = [f"x{place + 1}" for place in range(n_inputs)] + [f"d{place + 1}" for place in range(n_outputs)]
    roles: list[Role] = ["input" if place < n_inputs else "target" for place in range(width)]
    parts = zip(names, cells.columns, roles, strict=True)
    columns = tuple(typed(name, column, role, rules=rules) for name, column, role in parts)
    found = Layout(encoding, decimal=cells.form.decimal, thousands=cells.form.thousands)
    return RawTable(file, columns, cells.lines, found, decisions=tuple(written(cells, columns, rules)))


def _counts(lines: Iterator[str], file: str) -> tuple[dict[str, int], int]:
    """What the first lines count, and how many lines these are."""
    counts: dict[str, int] = {}
    last = 0
    for number, line in enumerate(islice(lines, 40), start=1):
        match = _COUNT.match(line)
        if match:
            counts[match[1].lower()] = int(match[2])
            last = number
    if any(counts.get(name, 0) for name in counts if "dimension" in name or name == "classes"):
        raise EngineError(
            "{file}: patterns of variable size and class patterns cannot be read; save the patterns with a fixed "
            "number of inputs and outputs.",
            file=file,
        )
    if "patterns" not in counts or not counts.get("input units"):
        raise EngineError("{file} does not say how many patterns and input units there are.", file=file)
    return counts, last


def _words(lines: Iterator[str], begin: int) -> Iterator[tuple[int, str]]:
    """Every value with its line, without the comments."""
    for number, line in enumerate(lines, start=1):
        if number > begin:
            for word in line.partition("#")[0].split():
                yield number, word


def _patterns(words: Iterator[tuple[int, str]], width: int, count: int, file: str) -> Iterator[tuple[int, list[str]]]:
    for pattern in range(count):
        row = list(islice(words, width))
        if len(row) < width:
            raise EngineError(
                "{file}: {count} patterns are announced, but the values end in pattern {pattern}; correct the number, "
                "or add the missing values.",
                file=file,
                count=count,
                pattern=pattern + 1,
            )
        yield row[0][0], [word for _, word in row]
    left = next(words, None)
    if left is not None:
        problem = Text(
            "more values follow than the {count} patterns that are announced; correct the number.", count=count
        )
        raise EngineError("{file}, line {line}: {problem}", file=file, line=left[0], problem=problem)
