"""This module turns pasted cells into the inputs and targets of samples."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.data.clipboard.pasted_block import Block
from engine.data.dataset import Dataset
from engine.data.sample_cells import (
    n_cells,
    read_input,
    read_number,
    read_numbers,
    read_target,
    takes_numbers,
    target_row,
)
from engine.spec.errors import EngineError, Text

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class SampleBlock:
    """inputs (n, k) for the input columns from `first_input` on, targets (n, m) for the target columns likewise.

    header: 1 where the first pasted row named the columns and was left out, else 0.
    """

    first_input: int
    inputs: Floats
    first_target: int
    targets: Floats
    header: int

    def __len__(self) -> int:
        return len(self.inputs)

    def is_whole(self, data: Dataset) -> bool:
        """Whether a row says everything about a sample."""
        return (self.inputs.shape[1], self.targets.shape[1]) == (data.n_raw_inputs, data.n_outputs)


def sample_block(block: Block, data: Dataset, column: int, free: bool = False) -> SampleBlock:
    """What the cells of `block` mean from `column` on.

    One-hot targets may be all there or stand for each other as one column of class names. `free`: targets that are
    not one-hot, nor called by names, may be any numbers. Raises EngineError that names row and column.
    """
    return _Reader(block, data, column, free).read()


class _Reader:
    def __init__(self, block: Block, data: Dataset, column: int, free: bool) -> None:
        self._block, self._data = block, data
        self._free = free and data.task != "classes" and not data.code_names
        n_inputs, end = data.n_raw_inputs, column + block.width
        self._first, last = min(column, n_inputs), min(end, n_inputs)
        self._n_inputs = max(last - self._first, 0)
        self._n_targets = block.width - self._n_inputs
        self._first_target = max(column - n_inputs, 0)
        self._names_class = data.task == "classes" and self._n_targets == 1
        self._check_width(end)
        self._header = int(self._has_header())
        self._rows = block.rows[self._header :]

    def read(self) -> SampleBlock:
        inputs = [self._numbers(index) for index in range(self._n_inputs)]
        targets = self._labelled() if self._names_class else self._target_columns()
        return SampleBlock(
            self._first,
            np.column_stack(inputs) if inputs else np.empty((len(self._rows), 0)),
            0 if self._names_class else self._first_target,
            targets,
            self._header,
        )

    def _check_width(self, end: int) -> None:
        data, width = self._data, self._block.width
        if data.task == "classes" and self._n_targets and not self._names_class:
            if self._n_targets == data.n_outputs and self._first_target == 0:
                return
            raise EngineError(
                "The pasted cells have {columns} columns, but here fit {inputs} for inputs and one for the class; "
                "begin in another column, or open data with other columns as a table. Nothing was changed.",
                columns=width,
                inputs=self._n_inputs,
            )
        if end > n_cells(data):
            raise EngineError(
                "The pasted cells have {columns} columns, but from the chosen one on there are only {room}; begin "
                "further to the left, or open data with other columns as a table. Nothing was changed.",
                columns=width,
                room=n_cells(data) - self._first - self._first_target,
            )

    def _has_header(self) -> bool:
        """Whether the first row names the columns: others follow, and none of its cells can be taken."""
        first = self._block.rows[0]
        return len(self._block.rows) > 1 and not any(self._takes(index, cell) for index, cell in enumerate(first))

    def _takes(self, index: int, cell: str) -> bool:
        try:
            self._one(index)(cell)
        except EngineError:
            return False
        return True

    def _one(self, index: int) -> Callable[[str], float]:
        """What reads a cell of a column of the block."""
        form = self._block.form
        is_code = self._data.task == "classes" and not self._names_class
        if index < self._n_inputs:
            return lambda cell: read_input(cell, self._data, self._first + index, form)
        if self._free or is_code:
            return lambda cell: read_number(cell, form)
        return lambda cell: read_target(cell, self._data, form)

    def _numbers(self, index: int) -> Floats:
        """A column of finite numbers (n,)."""
        cells = [row[index] for row in self._rows]
        holds_words = index < self._n_inputs and self._data.preprocessing.words_of(self._first + index)
        values = None if holds_words else read_numbers(cells, self._block.form)
        return self._one_by_one(index, cells) if values is None else values

    def _target_columns(self) -> Floats:
        data, places = self._data, range(self._n_inputs, self._block.width)
        columns = [self._numbers(place) if self._is_number(place) else self._codes(place) for place in places]
        targets = np.column_stack(columns) if columns else np.empty((len(self._rows), 0))
        if data.task == "classes" and columns:
            low, high = data.target_codes
            wrong = ~(np.isin(targets, (low, high)).all(axis=1) & ((targets == high).sum(axis=1) == 1))
            if wrong.any():
                problem = Text("one of the targets of a class is {high:g}, the others {low:g}.", high=high, low=low)
                raise self._error(int(np.argmax(wrong)), self._n_inputs, problem)
        return targets

    def _is_number(self, index: int) -> bool:
        return self._free or self._data.task == "classes" or takes_numbers(self._data)

    def _codes(self, index: int) -> Floats:
        cells = [row[index] for row in self._rows]
        values = read_numbers(cells, self._block.form)
        if values is None or not np.isin(values, self._data.target_codes).all():
            return self._one_by_one(index, cells)
        return values

    def _labelled(self) -> Floats:
        """The targets (n, n_outputs) of a column of class names."""
        place = self._n_inputs
        labels = self._one_by_one(place, [row[place] for row in self._rows]).astype(np.intp)
        return np.array([target_row(label, self._data) for label in range(self._data.n_outputs)])[labels]

    def _one_by_one(self, index: int, cells: Sequence[str]) -> Floats:
        """A column cell by cell, each different text once. EngineError names the first that cannot be taken."""
        one, known = self._one(index), dict[str, float]()
        for row, cell in enumerate(cells):
            if cell not in known:
                try:
                    known[cell] = one(cell)
                except EngineError as error:
                    raise self._error(row, index, error.text) from error
        return np.array([known[cell] for cell in cells])

    def _error(self, row: int, index: int, problem: Text) -> EngineError:
        return EngineError(
            "Row {row}, column {column} of the pasted cells: {problem} Nothing was changed.",
            row=row + self._header + 1,
            column=index + 1,
            problem=problem,
        )
