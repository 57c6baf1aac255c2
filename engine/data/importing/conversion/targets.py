"""This module makes targets of the chosen columns: values as they stand, classes in columns of codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.data.cell_numbers import number_in, number_text
from engine.data.datasets.generators import class_targets
from engine.data.datasets.tables import MAX_TEXT_CLASSES, counts_classes
from engine.data.importing.cells.column_kinds import is_text
from engine.data.importing.conversion.encodings import Numbers
from engine.data.importing.conversion.rows import Rows, taken
from engine.data.importing.raw_table import NUMBER, RawTable, counts_of
from engine.data.importing.roles.plan import Plan
from engine.spec.errors import Text

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Targets:
    """values (n, outputs); names: of the columns; classes: what the classes are called, () for values."""

    values: Floats
    names: tuple[str, ...]
    classes: tuple[str, ...] = ()

    @property
    def code_names(self) -> tuple[str, ...]:
        """What the two codes of one column are called, where words stood there, or labels, or numbers turned round."""
        is_pair = self.values.shape[1] == 1 and len(self.classes) == 2
        return () if not is_pair or _are_numbers(self.classes) else self.classes


def _are_numbers(names: tuple[str, ...]) -> bool:
    """Whether names are numbers as they are usually written, the smaller one first."""
    numbers = [number for name in names if (number := number_in(name)) is not None]
    return [number_text(number) for number in sorted(numbers)] == list(names)


def names_classes(table: RawTable, plan: Plan, targets: list[int]) -> bool:
    """Whether the only target column names classes, so that its cells need not be numbers."""
    if len(targets) != 1:
        return False
    return plan.task == "classes" or (plan.task == "auto" and is_text(table.columns[targets[0]]))


def target_values(
    table: RawTable, plan: Plan, targets: list[int], kept: Rows, numbers: Mapping[int, Numbers]
) -> Targets:
    """The targets of the rows that are kept."""
    if names_classes(table, plan, targets):
        return labelled(table, targets[0], kept)
    values = np.column_stack([taken(numbers[place].values, kept) for place in targets])
    names = tuple(table.columns[place].name for place in targets)
    if plan.task == "auto" and len(targets) == 1:
        found, labels, counts = np.unique(values[:, 0], return_inverse=True, return_counts=True)
        if counts_classes(found, counts):
            return _as_classes(labels, [number_text(float(code)) for code in found], names[0])
    return Targets(values, names)


def labelled(table: RawTable, index: int, kept: Rows) -> Targets:
    """Every different target as a class: those that the file declares, numbers in their order, then texts in theirs."""
    column = table.columns[index]
    codes, values = taken(column.codes, kept), taken(column.values, kept)
    is_number = codes == NUMBER
    numbers = np.unique(values[is_number]) if column.kind != "flag" else np.empty(0)
    used = {column.texts[code] for code in np.flatnonzero(counts_of(codes, len(column.texts)))}
    declared = [name for name in dict.fromkeys(column.classes or ()) if len(column.classes or ()) <= MAX_TEXT_CLASSES]
    texts = declared + sorted(used - set(declared))
    names = [number_text(float(value)) for value in numbers] + texts
    if len(names) > MAX_TEXT_CLASSES:
        problem = Text(
            "the targets are {count} different texts; up to {limit} classes can be used.",
            count=len(names),
            limit=MAX_TEXT_CLASSES,
        )
        raise table.error(int(kept[0]), index, problem)
    order = {text: len(numbers) + rank for rank, text in enumerate(texts)}
    ranks = np.array([order.get(text, 0) for text in column.texts] or [0], dtype=np.int16)
    labels = ranks[np.maximum(codes, 0)]
    if len(numbers):
        labels = np.where(is_number, np.searchsorted(numbers, values), labels)
    return _as_classes(labels, names, column.name)


def _as_classes(labels: NDArray[np.integer], names: list[str], title: str) -> Targets:
    targets = class_targets(labels, max(len(names), 2), (0.0, 1.0))
    return Targets(targets, tuple(names) if targets.shape[1] > 1 else (title,), tuple(names))
