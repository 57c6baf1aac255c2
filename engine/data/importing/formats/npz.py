"""This module reads NumPy files: arrays of one or two dimensions with equal row counts give columns.

Images of shape (samples, height, width) become rows of numbers where that is asked for. Nothing is ever unpickled.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.datasets.generators import MAX_SAMPLES
from engine.data.importing.cells.column_kinds import typed
from engine.data.importing.cells.raw_column import EMPTY, EXACT, RawColumn
from engine.data.importing.decisions import Decision, some
from engine.data.importing.layout import Layout
from engine.data.importing.raw_table import (
    MAX_CELLS,
    MAX_FILE_BYTES,
    MISSING,
    NUMBER,
    Column,
    RawTable,
    Role,
    check_columns,
    column_name,
)
from engine.data.importing.reading_progress import UNWATCHED, Watch
from engine.files.archive import ArchiveError
from engine.files.npz import NotPlainError, read_npy_array, read_plain_arrays
from engine.spec.errors import EngineError, Text

_INPUT_NAMES = frozenset(("x", "inputs", "input", "data", "features", "images", "x_train", "train_x", "train_inputs"))
_TARGET_NAMES = frozenset(("y", "t", "d", "targets", "target", "labels", "label", "classes", "y_train", "train_y"))

_UNLIKE_TESTS = re.compile("_?train(ing)?_?", re.IGNORECASE)

Arrays = dict[str, NDArray[np.generic]]


def read_npz(raw: bytes, file: str, layout: Layout, watch: Watch = UNWATCHED) -> RawTable:
    """The table in the archive `raw`; rows are counted from 1 for lines."""
    try:
        arrays, objects = read_plain_arrays(raw, file, MAX_FILE_BYTES)
    except ArchiveError as error:
        raise EngineError(
            "{file} is no .npz file with plain arrays, or is damaged; write it with numpy.savez.", file=file
        ) from error
    if objects and not arrays:
        raise EngineError(
            "{file} is no .npz file with plain arrays: {names} hold dates, or objects, which could be programs; "
            "neither is read. Save them as numbers or texts, such as y.astype(str).",
            file=file,
            names=some(objects),
        )
    return _table(arrays, objects, file, layout, watch)


def read_npy(raw: bytes, file: str, layout: Layout, watch: Watch = UNWATCHED) -> RawTable:
    """The table in the single array `raw`."""
    try:
        array = read_npy_array(raw)
    except NotPlainError as error:
        raise EngineError(
            "{file} holds dates, or objects, which could be programs; neither is read. Save the array as numbers or "
            "texts, such as a.astype(float).",
            file=file,
        ) from error
    except ArchiveError as error:
        raise EngineError("{file} is no .npy file, or is damaged; write it with numpy.save.", file=file) from error
    return _table({"x": array}, (), file, layout, watch)


def _table(found: Arrays, objects: Sequence[str], file: str, layout: Layout, watch: Watch) -> RawTable:
    found = _with_tests_below(_without_records(found))
    arrays = {name: array for name, array in found.items() if array.ndim >= 1 and array.dtype.kind in "biufUS"}
    rows = _row_count(arrays)
    used = {name: array for name, array in arrays.items() if len(array) == rows}
    images = [name for name, array in used.items() if array.ndim > 2]
    used = {name: _flat(array) for name, array in used.items() if layout.flattens or array.ndim <= 2}
    if not rows or not (used or images):
        raise EngineError(
            "{file} holds no array with rows of samples; it needs one such as X of shape (samples, inputs) and one "
            "such as y of shape (samples,).",
            file=file,
        )
    width = sum(_width(array) for array in used.values())
    check_columns(file, width)
    _check_size(file, rows, width)
    shown = rows if watch.max_rows is None else min(rows, watch.max_rows)
    roles = _roles(used, [*objects, *images])
    columns = tuple(
        replace(column, said=role)
        for (name, array), role in zip(used.items(), roles, strict=True)
        for column in _columns(name, array[:shown])
    )
    lines = np.arange(1, shown + 1, dtype=np.int32)
    left = [name for name in arrays if name not in used and name not in images]
    return RawTable(
        file,
        columns,
        lines,
        replace(Layout(), flattens=layout.flattens),
        notes=_notes(left, [name for name in found if name not in arrays], objects, rows),
        decisions=_about_images(images, arrays, layout),
    )


def _without_records(found: Mapping[str, NDArray[Any]]) -> Arrays:
    """Each field of an array of records as an array of its own."""
    parts: Arrays = {}
    for name, array in found.items():
        fields = array.dtype.names or ()
        parts |= {field if len(found) == 1 else f"{name} {field}": array[field] for field in fields}
        if not fields:
            parts[name] = array
    return parts


def _with_tests_below(found: Arrays) -> Arrays:
    """Arrays such as x_train with x_test below them, called x, and "set", which tells them apart; else as they are."""
    by_name = {name.lower(): name for name in found}
    training = [name for name in found if "train" in name.lower()]
    pairs = [(name, by_name.get(name.lower().replace("train", "test"), "")) for name in training]
    if not pairs or not all(test and _can_stand_below(found[name], found[test]) for name, test in pairs):
        return found
    counts = {(len(found[name]), len(found[test])) for name, test in pairs}
    titles = [_UNLIKE_TESTS.sub("", name) for name in training]
    if len(counts) > 1 or not all(titles) or len({*titles, *found, "set"}) < len(titles) + len(found) + 1:
        return found
    paired = {name for pair in pairs for name in pair}
    joined = {
        title: np.concatenate([found[name], found[test]]) for title, (name, test) in zip(titles, pairs, strict=True)
    }
    others = {name: array for name, array in found.items() if name not in paired}
    return {**joined, "set": np.repeat(["train", "test"], counts.pop()), **others}


def _can_stand_below(one: NDArray[Any], other: NDArray[Any]) -> bool:
    return one.ndim >= 1 and one.shape[1:] == other.shape[1:] and one.dtype.kind == other.dtype.kind


def _check_size(file: str, rows: int, width: int) -> None:
    if rows > MAX_SAMPLES or rows * width > MAX_CELLS:
        raise EngineError(
            "{file}: up to {limit:,} rows and {cells:,} cells can be imported; the file holds more. Take a part of "
            "its rows or columns.",
            file=file,
            limit=MAX_SAMPLES,
            cells=MAX_CELLS,
        )


def _row_count(arrays: Arrays) -> int:
    """The rows of the array called as inputs are, else of the largest."""
    named = [array for name, array in arrays.items() if name.lower() in _INPUT_NAMES]
    chosen = max(named or list(arrays.values()), key=lambda array: array.size, default=None)
    return 0 if chosen is None else len(chosen)


def _flat(array: NDArray[np.generic]) -> NDArray[np.generic]:
    return array.reshape(len(array), -1) if array.ndim > 2 else array


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
        texts = {text: index for index, text in enumerate(dict.fromkeys(c for c in cells if c not in EMPTY))}
        codes = np.array([texts.get(cell, MISSING) for cell in cells], dtype=np.int32)
        return typed(name, RawColumn(np.full(len(cells), np.nan), codes, tuple(texts), False, 0))
    if array.dtype.kind in "iu" and len(array) and max(abs(int(array.min())), abs(int(array.max()))) > EXACT:
        numbers, codes = np.unique(array, return_inverse=True)
        labels = tuple(str(number) for number in numbers.tolist())
        return typed(name, RawColumn(np.full(len(array), np.nan), codes.astype(np.int32), labels, True, 0))
    with np.errstate(all="ignore"):  # what is too large becomes infinite, and is named when it is used
        values = array.astype(np.float64)
    return Column(name, values, np.where(np.isnan(values), MISSING, NUMBER).astype(np.int32))


def _roles(used: Arrays, lost: Sequence[str]) -> list[Role | None]:
    """What the names say, where they name inputs and targets, be it among what is left aside."""
    names = {name.lower() for name in (*used, *lost)}
    others = [name for name in used if name.lower() not in _INPUT_NAMES | _TARGET_NAMES]
    inputs = [array for name, array in used.items() if name.lower() in _INPUT_NAMES]
    are_columns = bool(others) and all(array.ndim == 1 for array in inputs)  # x, y and others beside each other
    if are_columns or not names & _INPUT_NAMES or not names & _TARGET_NAMES:
        return [None] * len(used)
    return [
        "target" if name.lower() in _TARGET_NAMES else "input" if name.lower() in _INPUT_NAMES else "leave_out"
        for name in used
    ]


def _notes(left: Sequence[str], others: Sequence[str], objects: Sequence[str], rows: int) -> tuple[Text, ...]:
    notes = []
    if others:
        notes.append(Text("Left aside, as they are single values or complex numbers: {names}.", names=some(others)))
    if left:
        notes.append(Text("Left aside, as they do not have {rows} rows: {names}.", rows=rows, names=", ".join(left)))
    if objects:
        notes.append(
            Text(
                "Left aside, as they hold dates, or objects, which could be programs: {names}. Saved as numbers or "
                "texts, such as y.astype(str), they can be read.",
                names=some(objects),
            )
        )
    return tuple(notes)


def _about_images(images: Sequence[str], arrays: Arrays, layout: Layout) -> tuple[Decision, ...]:
    if not images:
        return ()
    shape = " × ".join(str(length) for length in arrays[images[0]].shape[1:])
    if layout.flattens:
        text = Text("Images of {shape} become rows of numbers: {names}.", shape=shape, names=some(images))
    else:
        text = Text(
            "Images of {shape} are left aside: {names}. Undo makes rows of numbers of them.",
            shape=shape,
            names=some(images),
        )
    return (Decision(text, layout=(("flattens", not layout.flattens),)),)
