"""This module splits text from the clipboard into cells: rows of a spreadsheet or lines of a file."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from engine.data.cell_numbers import NumberForm, best_form, numbers_at_once
from engine.data.csv_problem import csv_problem
from engine.data.importing.text.delimiters import split
from engine.spec.errors import EngineError

MAX_PASTED = 20_000_000
"""Characters: half a second of reading. More had better be imported, which shows its progress."""

_ALONE = "\0"  # separates nothing: a cell a line


@dataclass(frozen=True)
class Block:
    """rows: cells as texts, all rows of one length. form: how its numbers are written."""

    rows: tuple[tuple[str, ...], ...]
    form: NumberForm

    @property
    def width(self) -> int:
        """Cells in a row."""
        return len(self.rows[0])


def readings(text: str) -> tuple[Block, ...]:
    """The ways to read `text` as a block, the likeliest first.

    A tab or a semicolon separates cells for certain; a comma may as well be the decimal mark of a single column, and
    a blank may stand in a name. Raises EngineError where there is no block to read.
    """
    if not text.strip():
        raise EngineError("There is no text on the clipboard; copy cells of a spreadsheet first.")
    if len(text) > MAX_PASTED:
        raise EngineError("What was pasted is too long; save it as a file and open that as a table.")
    blocks, problem = [], None
    for delimiter in _delimiters(text):
        try:
            blocks.append(_block(text, delimiter))
        except EngineError as error:
            problem = problem or error
    if not blocks and problem is not None:
        raise problem
    return tuple(blocks)


def _delimiters(text: str) -> tuple[str, ...]:
    for certain in "\t;":
        if certain in text:
            return (certain,)
    if "," in text:
        return ",", _ALONE
    return (" ", _ALONE) if " " in text.strip() else (_ALONE,)


def _block(text: str, delimiter: str) -> Block:
    lines = text.splitlines(keepends=True)
    if delimiter == _ALONE:
        alone = [line.strip() for line in lines if line.strip()]
        return Block(tuple((cell,) for cell in alone), _form([alone], ";"))
    try:
        rows = [tuple(cells) for _, cells in split(io.StringIO(text, newline=None), delimiter)]
    except csv.Error as error:
        raise EngineError(
            "The pasted text cannot be read: {error}; check the quotation marks.", error=csv_problem(error)
        ) from error
    width = len(rows[0])
    for index, row in enumerate(rows):
        if len(row) != width:
            raise EngineError(
                "Row {row} of the pasted cells has {cells} cells, the first has {columns}; give every row as many. "
                "Nothing was changed.",
                row=index + 1,
                cells=len(row),
                columns=width,
            )
    return Block(tuple(rows), _form(list(zip(*rows, strict=True)), delimiter))


def _form(columns: Sequence[Sequence[str]], delimiter: str) -> NumberForm:
    """How the numbers are written, weighed over all cells of the columns that are not plain numbers."""
    telling = [cell for column in columns if numbers_at_once(column) is None for cell in column]
    plain = [cell for column in columns if numbers_at_once(column) is not None for cell in column[:1000]]
    return best_form([*telling, *plain], delimiter) if telling else NumberForm()
