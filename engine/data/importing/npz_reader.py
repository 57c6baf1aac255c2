"""This module reads NumPy archives: arrays of one or two dimensions with equal row counts give columns."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.data.datasets.generators import MAX_SAMPLES
from engine.data.importing.raw_table import (
    MAX_CELLS,
    MAX_FILE_BYTES,
    MISSING,
    MISSING_MARKS,
    NUMBER,
    Column,
    RawTable,
    check_columns,
    column_name,
)
from engine.data.importing.reading_progress import UNWATCHED, Watch
from engine.files.archive import ArchiveError
from engine.files.npz import read_npz_arrays
from engine.spec.errors import EngineError, Text

_INPUT_NAMES = frozenset(("x", "inputs", "input", "data", "features", "x_train", "train_x", "train_inputs"))
_TARGET_NAMES = frozenset(("y", "t", "d", "targets", "target", "labels", "label", "classes", "y_train", "train_y"))

Arrays = dict[str, NDArray[np.generic]]


def read_npz(raw: bytes, file: str, watch: Watch = UNWATCHED) -> RawTable:
    """The table in `raw`; rows are counted from 1 for lines."""
    arrays = _arrays(raw, file)
    rows = _row_count(arrays)
    used = {name: array for name, array in arrays.items() if len(array) == rows}
    if not used or not rows:
        raise EngineError(
            "{file} holds no array with rows of samples; it needs one such as X of shape (samples, inputs) and one "
            "such as y of shape (samples,).",
            file=file,
        )
    width = sum(_width(array) for array in used.values())
    check_columns(file, width)
    if rows > MAX_SAMPLES or rows * width > MAX_CELLS:
        raise EngineError(
            "{file}: up to {limit:,} rows and {cells:,} cells can be imported; the file holds more. Take a part of "
            "its rows or columns.",
            file=file,
            limit=MAX_SAMPLES,
            cells=MAX_CELLS,
        )
    shown = rows if watch.max_rows is None else min(rows, watch.max_rows)
    columns = [column for name, array in used.items() for column in _columns(name, array[:shown])]
    lines = np.arange(1, shown + 1, dtype=np.int32)
    return RawTable(file, tuple(columns), lines, roles=_roles(used), notes=_notes(arrays, used, rows))


def _arrays(raw: bytes, file: str) -> Arrays:
    try:
        found = read_npz_arrays(raw, file, MAX_FILE_BYTES)
    except ArchiveError as error:
        raise EngineError(
            "{file} is no .npz file with plain arrays, or is damaged; write it with numpy.savez.", file=file
        ) from error
    return {name: array for name, array in found.items() if array.ndim in (1, 2) and array.dtype.kind in "biufUS"}


def _row_count(arrays: Arrays) -> int:
    """The rows of the array called as inputs are, else of the largest."""
    named = [array for name, array in arrays.items() if name.lower() in _INPUT_NAMES]
    chosen = max(named or list(arrays.values()), key=lambda array: array.size, default=None)
    return 0 if chosen is None else len(chosen)


def _width(array: NDArray[np.generic]) -> int:
    return 1 if array.ndim == 1 else int(array.shape[1])


def _columns(name: str, array: NDArray[np.generic]) -> list[Column]:
    name = column_name(name, 0)
    if array.ndim == 1:
        return [_column(name, array)]
    return [_column(f"{name} {index + 1}", array[:, index]) for index in range(array.shape[1])]


def _column(name: str, array: NDArray[np.generic]) -> Column:
    if array.dtype.kind in "US":
        cells = [cell.decode("utf-8", "replace") if isinstance(cell, bytes) else str(cell) for cell in array.tolist()]
        texts = {text: index for index, text in enumerate(dict.fromkeys(c for c in cells if c not in MISSING_MARKS))}
        codes = np.array([texts.get(cell, MISSING) for cell in cells], dtype=np.int32)
        return Column(name, np.full(len(cells), np.nan), codes, tuple(texts))
    with np.errstate(all="ignore"):  # what is too large becomes infinite, and is named when it is used
        values = array.astype(np.float64)
    return Column(name, values, np.where(np.isnan(values), MISSING, NUMBER).astype(np.int32))


def _roles(used: Arrays) -> tuple[str, ...] | None:
    """What the names say, where they name both inputs and targets."""
    roles: list[str] = []
    for name, array in used.items():
        is_target = name.lower() in _TARGET_NAMES
        role = "target" if is_target else "input" if name.lower() in _INPUT_NAMES else "leave_out"
        roles += [role] * _width(array)
    return tuple(roles) if {"input", "target"} <= set(roles) else None


def _notes(arrays: Arrays, used: Arrays, rows: int) -> tuple[Text, ...]:
    others = [name for name in arrays if name not in used]
    if not others:
        return ()
    return (Text("Left aside, as they do not have {rows} rows: {names}.", rows=rows, names=", ".join(others)),)
