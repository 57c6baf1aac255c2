"""This module writes lines of cells as text for spreadsheets, with every digit."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Sequence

import numpy as np

from engine.files.atomic_write import write_atomically
from engine.files.text_file import path_of

Cell = str | int | float | None
Line = Sequence[Cell]


def as_text(lines: Iterable[Line], delimiter: str) -> str:
    """`lines` as text; a number that is undefined, or None, is an empty cell."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerows([_written(cell) for cell in line] for line in lines)
    return text.getvalue()


def save_lines(lines: Iterable[Line], path: str | os.PathLike[str]) -> None:
    """Write `lines` as a CSV file in one stroke. Raises EngineError where the file cannot be written."""
    write_atomically(path_of(path), as_text(lines, ",").encode("utf-8"))


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float):
        return "" if np.isnan(cell) else repr(cell)
    return str(cell)
