"""This module converts named columns into the recipe of a data set, by a plan of inputs, targets and missing cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.data.cell_numbers import number_text
from engine.data.dataset import Dataset
from engine.data.datasets.generators import class_targets
from engine.data.datasets.recipe import CUSTOM, DatasetSpec, data_of
from engine.data.datasets.tables import MAX_COLUMNS, MAX_TEXT_CLASSES, counts_classes
from engine.data.importing.raw_table import MISSING, NUMBER, Column, RawTable
from engine.spec.errors import EngineError, Text
from engine.spec.frozen_array import FrozenArray
from engine.spec.value_checks import check_kind

Role = Literal["input", "target", "leave_out"]
Task = Literal["auto", "classes", "values"]
Vacancies = Literal["error", "drop", "mean"]

_TARGET_NAMES = frozenset(("class", "label", "target", "species", "类别", "标签", "期望输出"))

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Plan:
    """A plan says how a table is converted. `roles`: one for each column.

    task: "classes" makes every different target a class, "values" takes numbers as they stand, "auto" decides.
    missing: an empty cell in a used column is an error, drops its row, or (inputs only) becomes the column's mean;
        a row without its target is dropped in both latter cases.
    """

    roles: tuple[Role, ...]
    task: Task = "auto"
    missing: Vacancies = "error"


@dataclass(frozen=True)
class Converted:
    """The result of a conversion holds the recipe and what was done to get it.

    dropped: rows left out; filled: cells that became a mean; n_classes: 0 for values.
    """

    spec: DatasetSpec
    n_samples: int
    n_inputs: int
    n_outputs: int
    n_classes: int
    dropped: int
    filled: int


def suggested_plan(table: RawTable) -> Plan:
    """The likely roles: the file's own; else one column as the target and all other columns of numbers as inputs.

    The target is the column called "class" or the like, else the only one of texts that come again, else the last.
    """
    check_kind("What is planned for", table, RawTable)
    if table.roles is not None:
        return Plan(tuple(_role(role) for role in table.roles))
    full = [index for index, column in enumerate(table.columns) if not column.is_empty]
    target = _likely_target(table.columns, full)
    return Plan(
        tuple(
            "target" if index == target else "leave_out" if column.is_empty or _is_text(column) else "input"
            for index, column in enumerate(table.columns)
        )
    )


def plan_like(table: RawTable, data: Dataset) -> Plan:
    """The likely roles in a table of test samples for `data`: its input columns by name, where they are all there."""
    names = [column.name for column in table.columns]
    likely = suggested_plan(table)
    if not set(data.raw_input_names) <= set(names) or len(set(names)) < len(names):
        return likely
    targets = set(data.target_names) if set(data.target_names) <= set(names) else _likely_among(names, likely, data)
    roles = ("input" if n in data.raw_input_names else "target" if n in targets else "leave_out" for n in names)
    return replace(likely, roles=tuple(_role(role) for role in roles))


def convert(table: RawTable, plan: Plan, like: Dataset | None = None) -> Converted:
    """The recipe that holds the table's numbers. Raises EngineError naming line, column and remedy.

    With `like`, the samples are to test a network for those data: the same columns in the same order, the same classes.
    """
    check_kind("What is converted", table, RawTable)
    check_kind("The plan", plan, Plan)
    inputs = [index for index, role in enumerate(plan.roles) if role == "input"]
    targets = [index for index, role in enumerate(plan.roles) if role == "target"]
    _check_roles(table, plan, inputs, targets)
    kept = _kept_rows(table, plan, inputs, targets)
    if like is not None:
        inputs = _inputs_like(table, inputs, like)
    values, filled = _input_values(table, inputs, kept, plan.missing)
    if like is None:
        outputs, names = _target_values(table, targets, kept, plan.task)
    else:
        outputs, names = _targets_like(table, targets, kept, like), like.target_names
    spec = DatasetSpec(
        CUSTOM,
        inputs=FrozenArray(values),
        targets=FrozenArray(outputs),
        input_names=tuple(table.columns[index].name for index in inputs),
        target_names=names,
    )
    classes = data_of(spec).n_classes  # and complains about what no data set can be
    return Converted(spec, len(kept), values.shape[1], outputs.shape[1], classes, table.n_rows - len(kept), filled)


def _role(role: str) -> Role:
    return "target" if role == "target" else "input" if role == "input" else "leave_out"


def _likely_among(names: list[str], likely: Plan, data: Dataset) -> set[str]:
    """The likely target among the columns that are no inputs of `data`."""
    others = [name for name in names if name not in data.raw_input_names]
    likely_targets = {name for name, role in zip(names, likely.roles, strict=True) if role == "target"}
    return likely_targets & set(others) or set(others[-1:])


def _inputs_like(table: RawTable, inputs: list[int], like: Dataset) -> list[int]:
    """The places of the input columns in the order of `like`: by their names where these are the same."""
    wanted, found = like.raw_input_names, [table.columns[index].name for index in inputs]
    if len(found) != len(wanted):
        raise EngineError(
            "{file}: {count} columns are inputs, but these data have {wanted}: {names}. Choose as many.",
            file=table.file,
            count=len(found),
            wanted=len(wanted),
            names=_some(wanted),
        )
    if sorted(found) == sorted(wanted) and len(set(found)) == len(found):
        return [inputs[found.index(name)] for name in wanted]
    is_named = table.layout is None or table.layout.has_header
    if is_named and wanted != tuple(f"x{index + 1}" for index in range(len(wanted))):
        raise EngineError(
            "{file}: the inputs are {found}, but those of these data are {names}; name the columns of the file so, or "
            "choose the same ones.",
            file=table.file,
            found=_some(found),
            names=_some(wanted),
        )
    return inputs


def _targets_like(table: RawTable, targets: list[int], kept: NDArray[np.intp], like: Dataset) -> Floats:
    """The targets as `like` writes them: values as they stand, classes in its columns and codes."""
    if like.task == "classes" and len(targets) == 1:
        return _known_classes(table, targets[0], kept, like)
    if len(targets) != like.n_outputs:
        raise EngineError(
            "{file}: {count} columns are targets, but these data have {wanted}; choose as many.",
            file=table.file,
            count=len(targets),
            wanted=like.n_outputs,
        )
    column = table.columns[targets[0]]
    if like.task == "binary" and (_is_text(column) or not _has_codes(column, kept, like)):
        return _two_classes(table, targets[0], kept, like)
    values = np.column_stack([_numbers(table, place, kept) for place in targets])
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


def _has_codes(column: Column, kept: NDArray[np.intp], like: Dataset) -> bool:
    return bool(np.isin(column.values[kept], like.target_codes).all())


def _known_classes(table: RawTable, index: int, kept: NDArray[np.intp], like: Dataset) -> Floats:
    """Every cell as the class of that name."""
    column, names = table.columns[index], list(like.target_names)
    cells = [column.cell(int(row)) for row in kept]
    ranks = {name: rank for rank, name in enumerate(names)}
    wrong = next((row for row, cell in enumerate(cells) if cell not in ranks), None)
    if wrong is not None:
        problem = Text(
            "{cell} is none of the classes of these data: {names}.", cell=_shown(cells[wrong]), names=_some(names)
        )
        raise table.error(int(kept[wrong]), index, problem)
    labels = np.array([ranks[cell] for cell in cells], dtype=np.int64)
    return class_targets(labels, len(names), like.target_codes)


def _two_classes(table: RawTable, index: int, kept: NDArray[np.intp], like: Dataset) -> Floats:
    """Two different targets in their order, as a first import takes them; one alone could be either."""
    outputs, names = _labelled(table, index, kept)
    if outputs.shape[1] != 1 or len(np.unique(outputs)) != 2:
        raise EngineError(
            "{file}: the target must take two different values, like that of these data, or be {low} and {high}; it "
            "takes {count}.",
            file=table.file,
            low=number_text(like.target_codes[0]),
            high=number_text(like.target_codes[1]),
            count=max(len(np.unique(outputs)), 1) if outputs.shape[1] == 1 else len(names or ()),
        )
    return np.where(outputs > 0, like.target_codes[1], like.target_codes[0])


def _some(names: Sequence[str]) -> str:
    return ", ".join(names) if len(names) <= 6 else ", ".join(names[:6]) + ", …"


def _likely_target(columns: Sequence[Column], full: list[int]) -> int:
    named = [place for place in full if columns[place].name.strip().lower() in _TARGET_NAMES]
    if named:
        return named[-1]
    last = full[-1] if full else len(columns) - 1
    texts = [place for place in full if _is_text(columns[place])]
    if last not in texts and len(texts) == 1:
        only = columns[texts[0]]
        if 2 <= len(only.texts) <= MAX_TEXT_CLASSES and 2 * len(only.texts) <= len(only.codes):
            return texts[0]
    return last


def _is_text(column: Column) -> bool:
    """Whether more cells hold texts than numbers; a slip among numbers is to be named, not passed over."""
    return int(np.count_nonzero(column.codes >= 0)) > int(np.count_nonzero(column.codes == NUMBER))


def _check_roles(table: RawTable, plan: Plan, inputs: list[int], targets: list[int]) -> None:
    if len(plan.roles) != len(table.columns):
        raise EngineError(
            "{count} roles are needed for {count} columns; got {got}.", count=len(table.columns), got=len(plan.roles)
        )
    if len(table.columns) < 2:
        raise EngineError(
            "{file} has only one column; it needs inputs and a target. Choose another delimiter or file.",
            file=table.file,
        )
    if not inputs:
        raise EngineError("No column is an input; choose at least one.")
    if not targets:
        raise EngineError("No column is the target; choose at least one.")
    if len(inputs) >= MAX_COLUMNS:
        raise EngineError(
            "{count} columns are inputs; up to {limit} can be used. Leave some out.",
            count=len(inputs),
            limit=MAX_COLUMNS - 1,
        )
    if len(targets) > MAX_TEXT_CLASSES:
        raise EngineError(
            "{count} columns are targets; up to {limit} can be used. Leave some out.",
            count=len(targets),
            limit=MAX_TEXT_CLASSES,
        )


def _kept_rows(table: RawTable, plan: Plan, inputs: list[int], targets: list[int]) -> NDArray[np.intp]:
    """The rows that become samples."""
    needed = targets if plan.missing == "mean" else [*inputs, *targets]
    vacant = np.zeros(table.n_rows, dtype=bool)
    for place in sorted(needed):
        here = table.columns[place].codes == MISSING
        if plan.missing == "error" and here.any():
            problem = Text(
                "this cell is empty; fill it in, or choose to leave out such lines or to put in the column's mean."
            )
            raise table.error(int(np.argmax(here)), place, problem)
        vacant |= here
    kept = np.flatnonzero(~vacant)
    if not len(kept):
        raise EngineError("{file}: every line lacks a value; leave out the columns that are empty.", file=table.file)
    return kept


def _input_values(table: RawTable, inputs: list[int], kept: NDArray[np.intp], missing: Vacancies) -> tuple[Floats, int]:
    values = np.empty((len(kept), len(inputs)))
    filled = 0
    for at, place in enumerate(inputs):
        column = _numbers(table, place, kept)
        vacant = np.isnan(column)
        if vacant.any():
            assert missing == "mean"  # other rows are not kept
            if vacant.all():
                raise table.error(int(kept[0]), place, Text("the whole column is empty; leave it out."))
            filled += int(vacant.sum())
            column = np.where(vacant, _mean(column[~vacant]), column)
        values[:, at] = column
    return values, filled


def _mean(values: Floats) -> float:
    """The mean, without overflow on the way."""
    scale = float(np.abs(values).max()) or 1.0
    return float((values / scale).mean() * scale)


def _numbers(table: RawTable, index: int, kept: NDArray[np.intp]) -> Floats:
    """The numbers of a column in the kept rows, NaN for empty cells; EngineError for texts and infinities."""
    column = table.columns[index]
    codes, values = column.codes[kept], column.values[kept]
    wrong = codes >= 0
    if wrong.any():
        row = int(kept[int(np.argmax(wrong))])
        problem = Text("{cell} is not a number; correct it or leave the column out.", cell=_shown(column.cell(row)))
        raise table.error(row, index, problem)
    endless = np.isinf(values)
    if endless.any():
        row = int(kept[int(np.argmax(endless))])
        raise table.error(row, index, Text("{cell} is not finite; every number must be.", cell=column.cell(row)))
    return values


def _target_values(
    table: RawTable, targets: list[int], kept: NDArray[np.intp], task: Task
) -> tuple[Floats, tuple[str, ...] | None]:
    if len(targets) > 1:
        values = np.column_stack([_numbers(table, place, kept) for place in targets])
        return values, tuple(table.columns[place].name for place in targets)
    column, place = table.columns[targets[0]], targets[0]
    codes = column.codes[kept]
    if task == "classes" or (task == "auto" and _is_text(column)):
        return _labelled(table, place, kept)
    numbers = _numbers(table, place, kept)
    if task == "auto":
        found, labels, counts = np.unique(numbers, return_inverse=True, return_counts=True)
        if counts_classes(found, counts):
            return _as_classes(labels, [number_text(float(code)) for code in found], column.name)
    assert codes.max(initial=NUMBER) == NUMBER
    return numbers[:, np.newaxis], (column.name,)


def _labelled(table: RawTable, index: int, kept: NDArray[np.intp]) -> tuple[Floats, tuple[str, ...] | None]:
    """Every different target as a class: numbers in their order, then texts in theirs."""
    column = table.columns[index]
    codes, values = column.codes[kept], column.values[kept]
    numbers = np.unique(values[codes == NUMBER])
    texts = sorted(column.texts[code] for code in np.unique(codes[codes >= 0]))
    names = [number_text(float(value)) for value in numbers] + texts
    if len(names) > MAX_TEXT_CLASSES:
        problem = Text(
            "the targets are {count} different texts; up to {limit} classes can be used.",
            count=len(names),
            limit=MAX_TEXT_CLASSES,
        )
        raise table.error(int(kept[0]), index, problem)
    ranks = np.zeros(max(len(column.texts), 1), dtype=np.int64)
    order = {text: len(numbers) + rank for rank, text in enumerate(texts)}
    for code, text in enumerate(column.texts):
        ranks[code] = order.get(text, 0)
    is_number = codes == NUMBER
    labels = np.where(is_number, np.searchsorted(numbers, values), ranks[np.maximum(codes, 0)])
    return _as_classes(labels, names, column.name)


def _as_classes(labels: NDArray[np.int64], names: list[str], title: str) -> tuple[Floats, tuple[str, ...] | None]:
    targets = class_targets(labels, max(len(names), 2), (0.0, 1.0))
    return targets, tuple(names) if targets.shape[1] > 1 else (title,)


def _shown(cell: str) -> str:
    return repr(cell if len(cell) <= 40 else cell[:40] + "…")
