"""This module converts named columns into the recipe of a data set, by a plan of inputs, targets and missing cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.cell_numbers import PLAIN
from engine.data.dataset import Dataset, mean_of
from engine.data.datasets.recipe import CUSTOM, DatasetSpec, data_of
from engine.data.datasets.tables import MAX_COLUMNS, MAX_TEXT_CLASSES
from engine.data.importing.conversion.encodings import AS_NUMBERS, Numbers, numbers_of, reading_of
from engine.data.importing.conversion.remarks import n_classes_in, remarks_on
from engine.data.importing.conversion.rows import Rows, check_even, form_of, kept_rows, taken
from engine.data.importing.conversion.second_file import codes_like, inputs_like, names_classes_like, targets_like
from engine.data.importing.conversion.targets import Targets, names_classes, target_values
from engine.data.importing.conversion.word_inputs import on_order, used_words, words_of_inputs
from engine.data.importing.matrix import matrix_of
from engine.data.importing.raw_table import RawTable
from engine.data.importing.roles.plan import Plan
from engine.data.words import most_frequent
from engine.spec.errors import EngineError, Text
from engine.spec.frozen_array import FrozenArray
from engine.spec.value_checks import check_kind

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Converted:
    """The result of a conversion holds the recipe and what was done to get it.

    n_samples: training and test samples; n_tests: how many of them the file gives as test samples.
    n_inputs: those that a network sees.
    dropped: rows left out for empty cells; misfits: rows left out as something in them does not fit; filled: cells
    that became a mean or the most frequent word; n_classes: 0 for values; remarks: what is wanting in the data.
    """

    spec: DatasetSpec
    n_samples: int
    n_inputs: int
    n_outputs: int
    n_classes: int
    dropped: int
    filled: int
    n_tests: int = 0
    misfits: int = 0
    remarks: tuple[Text, ...] = ()


def convert(table: RawTable, plan: Plan, like: Dataset | None = None) -> Converted:
    """The recipe that holds the table's numbers. Raises EngineError naming line, column and remedy.

    With `like`, the samples are to test a network for those data: the same columns in the same order, the same classes.
    """
    check_kind("What is converted", table, RawTable)
    check_kind("The plan", plan, Plan)
    inputs = [index for index, role in enumerate(plan.roles) if role == "input"]
    targets = [index for index, role in enumerate(plan.roles) if role == "target"]
    check_even(table, plan)
    _check_roles(table, plan, inputs, targets)
    if like is not None:
        inputs = inputs_like(table, inputs, like)
    numbers = _numbers(table, plan, inputs, targets, like)
    kept, misfits = kept_rows(table, plan, numbers)
    if like is None:
        numbers |= used_words(table, inputs, kept, numbers)
    values, filled = _input_values(table, inputs, kept, numbers)
    words = words_of_inputs(table, plan, inputs, numbers) if like is None else {}
    readings = _readings(table, plan, inputs) if like is None else {}
    order = on_order(table, plan, inputs, numbers) if like is None else []
    for place in inputs:  # their numbers stand in `values` now; of a million words they take much room
        del numbers[place]
    if like is None:
        found = target_values(table, plan, targets, kept, numbers)
    else:
        found = Targets(targets_like(table, targets, kept, numbers, like), like.target_names)
    is_test = _test_rows(table, plan, kept) if like is None else np.zeros(len(kept), dtype=bool)
    names = tuple(table.columns[index].name for index in inputs)
    spec = replace(_spec(values, found, names, is_test), **words, **readings)
    data = data_of(spec)  # which complains about what no data set can be
    told_apart = data.n_classes
    return Converted(
        spec,
        n_samples=len(kept),
        n_inputs=data.n_inputs,
        n_outputs=found.values.shape[1],
        n_classes=n_classes_in(found, told_apart) if like is None else told_apart,
        dropped=table.n_rows - len(kept) - misfits,
        filled=filled,
        n_tests=int(is_test.sum()),
        misfits=misfits,
        remarks=(*order, *remarks_on(names, values, found, is_test)) if like is None else (),
    )


def _readings(table: RawTable, plan: Plan, inputs: list[int]) -> dict[str, Any]:
    """The fields of the recipe about how cells became numbers."""
    readings = tuple(reading_of(table.columns[place], plan.encoding(place)) for place in inputs)
    form = form_of(table)
    return {
        "readings": readings if any(readings) else (),
        "undone_rules": table.layout.rules.undone if table.layout is not None else (),
        "number_form": () if form == PLAIN else (form.decimal, form.thousands),
    }


def _spec(values: Floats, targets: Targets, names: tuple[str, ...], is_test: NDArray[np.bool_]) -> DatasetSpec:
    parts: tuple[Floats | None, ...] = (values, targets.values, None, None)
    if is_test.any():
        parts = (values[~is_test], targets.values[~is_test], values[is_test], targets.values[is_test])
    inputs, outputs, test_inputs, test_outputs = (None if part is None else FrozenArray.taking(part) for part in parts)
    return DatasetSpec(
        CUSTOM,
        inputs=inputs,
        targets=outputs,
        test_inputs=test_inputs,
        test_targets=test_outputs,
        input_names=names,
        target_names=targets.names,
        code_names=targets.code_names,
    )


def _test_rows(table: RawTable, plan: Plan, kept: Rows) -> NDArray[np.bool_]:
    """Which of the kept rows are test samples, where the plan names a column that says so."""
    none = np.zeros(len(kept), dtype=bool)
    if plan.tests is None or plan.roles[plan.tests] != "leave_out":
        return none
    column = table.columns[plan.tests]
    code = next((place for place, text in enumerate(column.texts) if text.lower() == "test"), None)
    is_test = none if code is None else column.codes[kept] == code
    return none if is_test.all() else is_test


def _numbers(
    table: RawTable, plan: Plan, inputs: list[int], targets: list[int], like: Dataset | None
) -> dict[int, Numbers]:
    """The cells of the columns that must hold numbers."""
    has_names = names_classes(table, plan, targets) if like is None else names_classes_like(table, targets, like)
    form = form_of(table)
    found = {place: numbers_of(table.columns[place], plan.encoding(place), form) for place in inputs}
    if not has_names:
        found |= {place: numbers_of(table.columns[place], AS_NUMBERS, form) for place in targets}
    return found if like is None else found | codes_like(table, inputs, like, form)


def _check_roles(table: RawTable, plan: Plan, inputs: list[int], targets: list[int]) -> None:
    if len(plan.roles) != len(table.columns):
        raise EngineError(
            "{count} roles are needed for {count} columns; got {got}.", count=len(table.columns), got=len(plan.roles)
        )
    if not table.columns:
        raise EngineError("{file}: nothing is left to import; take back what was left aside.", file=table.file)
    if len(table.columns) < 2 and (table.layout is None or table.layout.delimiter is None):
        raise _without_columns(table)
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


def _without_columns(table: RawTable) -> EngineError:
    """What to say of a file in whose single column no delimiter is to be found."""
    if any(field == ("flattens", True) for decision in table.decisions for field in decision.layout):
        return EngineError(
            "{file}: beside the images, which are left aside, there is only one column; make rows of numbers of them.",
            file=table.file,
        )
    return EngineError(
        "{file} has only one column that can be read; it needs inputs and a target. Choose another file.",
        file=table.file,
    )


def _input_values(table: RawTable, inputs: list[int], kept: Rows, numbers: Mapping[int, Numbers]) -> tuple[Floats, int]:
    shared = matrix_of([numbers[place].values for place in inputs])
    if shared is not None and len(kept) == len(shared):
        return shared, 0
    values = np.empty((len(kept), len(inputs)))
    filled = 0
    for at, place in enumerate(inputs):
        column = taken(numbers[place].values, kept)
        vacant = np.isnan(column)
        if vacant.any():  # rows that may not lack a value are not kept
            if vacant.all():
                raise table.error(int(kept[0]), place, Text("the whole column is empty; leave it out."))
            filled += int(vacant.sum())
            full = column[~vacant]
            column = np.where(vacant, most_frequent(full) if numbers[place].words else mean_of(full), column)
        values[:, at] = column
    return values, filled
