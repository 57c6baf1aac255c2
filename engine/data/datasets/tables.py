"""This module loads tables of numbers from text files; the last column is the target."""

from __future__ import annotations

import csv
import io
import math
import os
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.data.csv_problem import csv_problem
from engine.data.dataset import Dataset
from engine.data.datasets.generators import MAX_SAMPLES, class_targets
from engine.data.datasets.recipe import CUSTOM, DatasetSpec
from engine.files.text_file import decode, path_of, read_bytes
from engine.spec.errors import EngineError, Text
from engine.spec.frozen_array import FrozenArray

MAX_TABLE_BYTES = 64_000_000
MAX_COLUMNS = 257  # 256 inputs and the target
MAX_TEXT_CLASSES = 50
MAX_NUMBERED_CLASSES = 10
_ROWS_AT_ONCE = 2048


@dataclass(frozen=True)
class _Table:
    """The cells of a file as text, the line on which each row stands, and the names of the columns."""

    name: str
    rows: list[list[str]]
    lines: list[int]
    header: tuple[str, ...] | None

    def error(self, row: int, column: int, problem: Text) -> EngineError:
        return EngineError(
            "{file}, line {line}, column {column}: {problem}",
            file=self.name,
            line=self.lines[row],
            column=column + 1,
            problem=problem,
        )


def load_table(path: str | os.PathLike[str]) -> Dataset:
    """The data set in a text file: the last column is the target, all columns before it are inputs.

    A first line without any number names the columns. Targets become
        texts        two different ones: a 0/1 column in alphabetical order; more: one column for each (one-hot)
        whole numbers that count 3 to 10 classes from 0 or 1, each at least twice: one column for each class
        two whole numbers other than 0, 1 and -1, each at least twice (such as 1 and 2): a 0/1 column
        other numbers: as they stand
    Raises EngineError naming the file, the line, the column and what to change.
    """
    return table_spec(path).build()


def table_spec(path: str | os.PathLike[str]) -> DatasetSpec:
    """Like `load_table`, but the recipe that a project stores: own samples holding the file's numbers."""
    file = path_of(path)
    table = _read(file)
    columns = len(table.rows[0])
    texts, inputs = _target_column(table), _numbers(table, range(columns - 1))
    targets, target_names = _targets(table, texts)
    names = table.header
    if len(target_names or ()) != targets.shape[1]:
        target_names = names[-1:] if names and targets.shape[1] == 1 else None
    return DatasetSpec(
        CUSTOM,
        inputs=FrozenArray(inputs),
        targets=FrozenArray(targets),
        input_names=names[:-1] if names else None,
        target_names=target_names,
    )


def _read(path: Path) -> _Table:
    text = decode(read_bytes(path, MAX_TABLE_BYTES), path.name)
    rows, lines = _cells(path.name, text)
    if not rows:
        raise EngineError("{file} is empty; it needs a line for each sample, such as 0.5,1.5,1.", file=path.name)
    header = None
    if len(rows[0]) > 1 and not any(_is_number(cell) for cell in rows[0]):
        header = tuple(_column_name(cell, index) for index, cell in enumerate(rows[0]))
        rows, lines = rows[1:], lines[1:]
    table = _Table(path.name, rows, lines, header)
    _check_shape(table)
    return table


def _cells(name: str, text: str) -> tuple[list[list[str]], list[int]]:
    """The cells of every line that is not blank, and the number of each such line."""
    reader = csv.reader(io.StringIO(text, newline=None), delimiter=_delimiter(text), skipinitialspace=True)
    rows: list[list[str]] = []
    lines: list[int] = []
    try:
        for row in reader:
            if len(row) > MAX_COLUMNS or len(rows) > MAX_SAMPLES:  # before a hostile file fills the memory
                raise EngineError(
                    "{file}, line {line}: up to {columns} columns and {limit} samples can be used; remove some of "
                    "them.",
                    file=name,
                    line=reader.line_num,
                    columns=MAX_COLUMNS,
                    limit=MAX_SAMPLES,
                )
            if row and (len(row) > 1 or row[0].strip()):
                rows.append(row)
                lines.append(reader.line_num)
    except csv.Error as error:
        raise EngineError(
            "{file}, line {line}: {error}; check the quotation marks.",
            file=name,
            line=reader.line_num,
            error=csv_problem(error),
        ) from error
    return rows, lines


def _delimiter(text: str) -> str:
    """What separates the cells of the first line: a tab or a semicolon where there is one, else a comma."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return next((mark for mark in "\t;" if mark in first), ",")


def _check_shape(table: _Table) -> None:
    if not table.rows:
        raise EngineError("{file} names its columns but holds no samples; add a line for each sample.", file=table.name)
    columns = len(table.header or table.rows[0])
    if columns < 2:
        raise EngineError(
            "{file}, line {line}: only one column; give inputs and, last, a target, separated by commas, "
            "semicolons or tabs.",
            file=table.name,
            line=table.lines[0],
        )
    if set(map(len, table.rows)) == {columns}:
        return
    for row, cells in enumerate(table.rows):
        if len(cells) != columns:
            raise table.error(
                row,
                min(len(cells), columns),
                Text(
                    "this line has {cells} cells, the others have {columns}; give every line as many.",
                    cells=len(cells),
                    columns=columns,
                ),
            )


def _numbers(table: _Table, columns: Sequence[int]) -> NDArray[np.float64]:
    """The cells of `columns` as finite numbers (n_rows, len(columns))."""
    keep = slice(columns[0], columns[-1] + 1)
    try:
        values = np.vstack([_block(table.rows[at : at + _ROWS_AT_ONCE], keep) for at in _starts(table.rows)])
        if np.isfinite(values).all() and not any("_" in cell for row in table.rows for cell in row[keep]):
            return values
    except ValueError:
        pass  # found and named below, where speed no longer counts
    for row, row_cells in enumerate(table.rows):
        for column in columns:
            problem = _problem(row_cells[column])
            if problem:
                raise table.error(row, column, problem)
    return values


def _starts(rows: list[list[str]]) -> range:
    return range(0, len(rows), _ROWS_AT_ONCE)


def _block(rows: list[list[str]], keep: slice) -> NDArray[np.float64]:
    """The numbers of a few rows: a long conversion in one piece would keep the interpreter from the window."""
    cells = list(chain.from_iterable(row[keep] for row in rows))
    return np.fromiter(map(float, cells), dtype=np.float64, count=len(cells)).reshape(len(rows), -1)


def _problem(cell: str) -> Text | None:
    """What is wrong with a cell that should hold a finite number; None for such a number."""
    if _is_number(cell):
        return (
            None
            if math.isfinite(float(cell))
            else Text("{cell} is not finite; every number must be.", cell=_shown(cell))
        )
    if not cell.strip():
        return Text("this cell is empty; fill in a number or remove the line.")
    if _is_number(cell.replace(",", ".")):
        return Text("{cell} has a decimal comma; write a decimal point.", cell=_shown(cell))
    return Text("{cell} is not a number; correct it or remove the line.", cell=_shown(cell))


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return "_" not in cell  # Python's own digit grouping; in a table it is a slip


def _target_column(table: _Table) -> list[str] | None:
    """The texts of the last column where it holds texts; None where it holds numbers."""
    if _is_number(table.rows[0][-1]):
        return None
    cells = [row[-1].strip() for row in table.rows]
    for row, cell in enumerate(cells):
        if not cell:
            raise table.error(row, len(table.rows[row]) - 1, Text("this cell is empty; fill in a target."))
        if _is_number(cell):
            problem = Text(
                "{cell} is a number but the targets before it are texts such as {first}; use one kind only.",
                cell=_shown(cell),
                first=_shown(cells[0]),
            )
            raise table.error(row, len(table.rows[row]) - 1, problem)
    return cells


def _targets(table: _Table, texts: list[str] | None) -> tuple[NDArray[np.float64], tuple[str, ...] | None]:
    last = len(table.rows[0]) - 1
    if texts is not None:
        names, labels = np.unique(np.array(texts, dtype=object), return_inverse=True)
        if len(names) > MAX_TEXT_CLASSES:
            problem = Text(
                "the targets are {count} different texts; up to {limit} classes can be used.",
                count=len(names),
                limit=MAX_TEXT_CLASSES,
            )
            raise table.error(0, last, problem)
        return class_targets(labels, max(len(names), 2), (0.0, 1.0)), tuple(str(name) for name in names)
    values = _numbers(table, [last])[:, 0]
    codes, labels, counts = np.unique(values, return_inverse=True, return_counts=True)
    if not counts_classes(codes, counts):
        return values[:, np.newaxis], None
    return class_targets(labels, len(codes), (0.0, 1.0)), tuple(f"{code:g}" for code in codes)


def counts_classes(codes: NDArray[np.float64], counts: NDArray[np.int64]) -> bool:
    """Whether whole numbers are the names of classes rather than values."""
    if not 2 <= len(codes) <= MAX_NUMBERED_CLASSES or counts.min() < 2 or (codes != np.floor(codes)).any():
        return False
    if len(codes) == 2:
        return not set(codes) <= {-1.0, 0.0, 1.0}
    return codes[0] in (0.0, 1.0) and bool((np.diff(codes) == 1).all())


def _column_name(cell: str, index: int) -> str:
    return cell.strip().lstrip("#").strip()[:80] or f"column {index + 1}"


def _shown(cell: str) -> str:
    text = cell.strip()
    return repr(text if len(text) <= 40 else text[:40] + "…")
