"""This module takes samples over from a second file: the columns and classes of the data that there are."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from engine.data.cell_numbers import NumberForm, number_text
from engine.data.dataset import Dataset
from engine.data.datasets.generators import class_targets
from engine.data.importing.cells.column_kinds import is_text
from engine.data.importing.conversion.encodings import AS_NUMBERS, Numbers, numbers_of, word_codes
from engine.data.importing.conversion.rows import Rows, shown
from engine.data.importing.conversion.targets import labelled
from engine.data.importing.decisions import some
from engine.data.importing.raw_table import Column, RawTable
from engine.spec.errors import EngineError, Text

Floats = NDArray[np.float64]


def inputs_like(table: RawTable, inputs: list[int], like: Dataset) -> list[int]:
    """The places of the input columns in the order of `like`: by their names where these are the same."""
    wanted, found = like.raw_input_names, [table.columns[index].name for index in inputs]
    if len(found) != len(wanted):
        raise EngineError(
            "{file}: {count} input columns are chosen, but these data have {wanted}: {names}. Choose as many.",
            file=table.file,
            count=len(found),
            wanted=len(wanted),
            names=some(wanted),
        )
    if sorted(found) == sorted(wanted) and len(set(found)) == len(found):
        return [inputs[found.index(name)] for name in wanted]
    is_named = table.layout is None or table.layout.has_header is not False
    if is_named and wanted != tuple(f"x{index + 1}" for index in range(len(wanted))):
        raise EngineError(
            "{file}: the inputs are {found}, but those of these data are {names}; name the columns of the file so, or "
            "choose the same ones.",
            file=table.file,
            found=some(found),
            names=some(wanted),
        )
    return inputs


def codes_like(table: RawTable, inputs: list[int], like: Dataset, form: NumberForm) -> dict[int, Numbers]:
    """The cells of the input columns, in the order of `like`, as codes of its words or as numbers."""
    found = {}
    for at, place in enumerate(inputs):
        words = like.preprocessing.words_of(at)
        column = table.columns[place]
        if words:
            found[place] = word_codes(column, words)
        elif column.kind == "text":
            found[place] = numbers_of(column, AS_NUMBERS, form)
    return found


def names_classes_like(table: RawTable, targets: list[int], like: Dataset) -> bool:
    """Whether the only target column names the classes of `like`, so that its cells need not be numbers."""
    if len(targets) != 1:
        return False
    column = table.columns[targets[0]]
    return like.task == "classes" or (like.task == "binary" and (is_text(column) or not _has_codes(column, like)))


def targets_like(
    table: RawTable, targets: list[int], kept: Rows, numbers: Mapping[int, Numbers], like: Dataset
) -> Floats:
    """The targets as `like` writes them: values as they stand, classes in its columns and codes."""
    if like.task == "classes" and len(targets) == 1:
        return _known_classes(table, targets[0], kept, like)
    if len(targets) != like.n_outputs:
        raise EngineError(
            "{file}: {count} target columns are chosen, but these data have {wanted}; choose as many.",
            file=table.file,
            count=len(targets),
            wanted=like.n_outputs,
        )
    if names_classes_like(table, targets, like):
        return _two_classes(table, targets[0], kept, like)
    values = np.column_stack([numbers[place].values[kept] for place in targets])
    if like.task != "values" and not np.isin(values, like.target_codes).all():
        row, place = (int(found) for found in np.argwhere(~np.isin(values, like.target_codes))[0])
        low, high = (number_text(code) for code in like.target_codes)
        problem = Text(
            "{cell} is not a target of these data; they are {low} and {high}.",
            cell=table.columns[targets[place]].cell(int(kept[row])),
            low=low,
            high=high,
        )
        raise table.error(int(kept[row]), targets[place], problem)
    return values


def _has_codes(column: Column, like: Dataset) -> bool:
    full = column.values[~np.isnan(column.values)]
    return bool(np.isin(full, like.target_codes).all())


def _known_classes(table: RawTable, index: int, kept: Rows, like: Dataset) -> Floats:
    """Every cell as the class of that name."""
    column, names = table.columns[index], list(like.target_names)
    cells = [column.cell(int(row)) for row in kept]
    ranks = {name: rank for rank, name in enumerate(names)}
    wrong = next((row for row, cell in enumerate(cells) if cell not in ranks), None)
    if wrong is not None:
        problem = Text(
            "{cell} is none of the classes of these data: {names}.", cell=shown(cells[wrong]), names=some(names)
        )
        raise table.error(int(kept[wrong]), index, problem)
    labels = np.array([ranks[cell] for cell in cells], dtype=np.int64)
    return class_targets(labels, len(names), like.target_codes)


def _two_classes(table: RawTable, index: int, kept: Rows, like: Dataset) -> Floats:
    """Two different targets in their order, as a first import takes them; one alone could be either."""
    found = labelled(table, index, kept)
    if found.values.shape[1] != 1 or len(np.unique(found.values)) != 2:
        raise EngineError(
            "{file}: the target must take two different values, like that of these data, or be {low} and {high}; it "
            "takes {count}.",
            file=table.file,
            low=number_text(like.target_codes[0]),
            high=number_text(like.target_codes[1]),
            count=len(np.unique(found.values)) if found.values.shape[1] == 1 else len(found.classes),
        )
    return np.where(found.values > 0, like.target_codes[1], like.target_codes[0])
