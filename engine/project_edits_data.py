"""Edits of the data: another data set, a truth table, points added, moved and removed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.dataset import Dataset
from engine.datasets.build import CUSTOM, TRUTH_TABLE, settings_of
from engine.datasets.gates import LOGIC_GATES, check_coding, gate_name, table_inputs
from engine.datasets.generators import GENERATORS
from engine.datasets.spec import DatasetSpec
from engine.errors import EngineError
from engine.frozen_array import FrozenArray
from engine.project import Project
from engine.project_edits_base import Edit, Note, data_of, notes_between
from engine.project_edits_fit import fitted_to_new_data
from engine.project_edits_rbf import with_placed_centres

Floats = NDArray[np.float64]

MAX_CLASSES = 10  # as many as can be told apart by colour and shape


def set_dataset(project: Project, spec: DatasetSpec) -> Edit:
    """Other data; inputs and output layer follow, and the rule where it cannot learn such targets.

    The start stays where the network keeps its shape. Own samples are split and coded anew when their
    test share, seed or target coding changes.
    """
    spec = _tidy(_own_samples_follow(project.dataset, spec))
    if spec == project.dataset:
        return Edit(project)
    before, data = data_of(project.dataset), data_of(spec)
    asked = replace(project, dataset=spec)
    made = fitted_to_new_data(asked, before, data)
    if made.network.sizes != project.network.sizes:
        made = replace(made, parameters=None, locked=None, cut=None, run=None)
    if _ends_run(project, made) or before.n_samples != data.n_samples:
        made = replace(made, run=None)
    return Edit(with_placed_centres(made), notes_between(asked, made, data))


def set_truth_table(project: Project, table: Sequence[int]) -> Edit:
    """A truth table of 1 to 5 inputs in counting order; one that has a name becomes the gate of that name."""
    values = tuple(int(value) if value in (0, 1) else value for value in table)
    table_inputs(values)
    name = gate_name(values)
    present = project.dataset
    is_logic = present.name in LOGIC_GATES or present.name == TRUTH_TABLE
    spec = replace(
        present,
        name=name or TRUTH_TABLE,
        truth_table=None if name else values,
        noise=present.noise if is_logic else 0.0,
    )
    return set_dataset(project, spec)


def add_point(project: Project, inputs_row: ArrayLike, label: float | Sequence[float]) -> Edit:
    """A training sample more. `label` is its class, for real-valued targets the value (or one for each column).

    The class after the last one is a new class: up to ten, with one output for each above two.
    """
    data, spec = _own(project)
    row = _input_row(inputs_row, data)
    if data.task != "values" and isinstance(label, int | np.integer) and label == max(data.n_classes, 2):
        data = _with_class_more(data)
    targets = np.vstack([data.targets, _target_row(label, data)])
    inputs = np.vstack([data.inputs, row])
    return _with_samples(project, spec, data, inputs=inputs, targets=targets)


def move_point(project: Project, index: int, inputs_row: ArrayLike) -> Edit:
    """Sample `index` at other inputs; the index counts the training samples, then the test samples."""
    data, spec = _own(project)
    field, place = _find(index, data)
    inputs = np.array(data.inputs if field == "inputs" else data.test_inputs)
    inputs[place] = _input_row(inputs_row, data)
    return _with_samples(project, spec, data, **{field: inputs})


def remove_point(project: Project, index: int) -> Edit:
    """The data without sample `index`, counted as for `move_point`."""
    data, spec = _own(project)
    field, place = _find(index, data)
    prefix = field.removesuffix("inputs")
    inputs = np.delete(getattr(data, field), place, axis=0)
    targets = np.delete(getattr(data, f"{prefix}targets"), place, axis=0)
    return _with_samples(project, spec, data, **{field: inputs, f"{prefix}targets": targets})


def _ends_run(before: Project, after: Project) -> bool:
    old, new = before.training, after.training
    return before.network != after.network or (old.rule, old.loss) != (new.rule, new.loss)


def _tidy(spec: DatasetSpec) -> DatasetSpec:
    """`spec` without what its kind does not use, so that equal data are equal recipes."""
    if spec.name == CUSTOM:
        data = data_of(spec)
        spec = spec if data.task == "values" else replace(spec, target_coding=data.target_codes)
    else:
        spec = replace(spec, inputs=None, targets=None, test_inputs=None, test_targets=None)
        spec = replace(spec, input_names=None, target_names=None)
    if spec.name != TRUTH_TABLE:
        spec = replace(spec, truth_table=None)
    if "n_classes" in settings_of(spec.name):
        low, high = GENERATORS[spec.name].classes
        spec = replace(spec, n_classes=min(max(spec.n_classes, low), high))
    return spec


def _own_samples_follow(before: DatasetSpec, spec: DatasetSpec) -> DatasetSpec:
    """Own samples whose split or coding was changed: put together and split again, written in the new codes."""
    if not (spec.name == before.name == CUSTOM):
        return spec
    if spec.target_coding != before.target_coding:
        spec = _recoded(spec, check_coding(before.target_coding), check_coding(spec.target_coding))
    same_test = spec.test_inputs is not None and spec.test_inputs == before.test_inputs
    if same_test and (spec.test_share, spec.seed) != (before.test_share, before.seed):
        spec = _together(spec)
    return spec


def _recoded(spec: DatasetSpec, old: tuple[float, float], new: tuple[float, float]) -> DatasetSpec:
    parts = {name: getattr(spec, name) for name in ("targets", "test_targets")}
    parts = {name: part.array for name, part in parts.items() if part is not None}
    if not all(np.isin(part, old).all() for part in parts.values()):
        return spec
    coded = {name: FrozenArray(np.where(part == old[1], new[1], new[0])) for name, part in parts.items()}
    return replace(
        spec, targets=coded.get("targets", spec.targets), test_targets=coded.get("test_targets", spec.test_targets)
    )


def _together(spec: DatasetSpec) -> DatasetSpec:
    data = data_of(spec)
    inputs = FrozenArray(np.vstack([data.inputs, data.test_inputs]))
    targets = FrozenArray(np.vstack([data.targets, data.test_targets]))
    return replace(spec, inputs=inputs, targets=targets, test_inputs=None, test_targets=None)


def _own(project: Project) -> tuple[Dataset, DatasetSpec]:
    data = data_of(project.dataset)
    coding = project.dataset.target_coding if data.task == "values" else data.target_codes
    return data, replace(project.dataset, name=CUSTOM, target_coding=coding, truth_table=None)


def _with_samples(project: Project, spec: DatasetSpec, data: Dataset, **changed: Floats) -> Edit:
    """The project with `data`, apart from the `changed` arrays, as own samples."""
    has_test = data.n_test_samples > 0 or spec.test_share > 0
    spec = replace(
        spec,
        inputs=FrozenArray(changed.get("inputs", data.inputs)),
        targets=FrozenArray(changed.get("targets", data.targets)),
        test_inputs=FrozenArray(changed.get("test_inputs", data.test_inputs)) if has_test else None,
        test_targets=FrozenArray(changed.get("test_targets", data.test_targets)) if has_test else None,
        input_names=data.input_names,
        target_names=data.target_names,
    )
    edit = set_dataset(project, spec)
    if project.dataset.name == CUSTOM:
        return edit
    return replace(edit, notes=(Note("own_samples", {"name": project.dataset.name}), *edit.notes))


def _with_class_more(data: Dataset) -> Dataset:
    """The same samples with a class more, so far without a sample: one column for each class."""
    classes = max(data.n_classes, 2) + 1
    if data.task == "columns" or classes > MAX_CLASSES:
        raise EngineError(
            "A class more is possible for up to {limit} classes, each sample being of one class.", limit=MAX_CLASSES
        )
    low, high = data.target_codes

    def widened(targets: Floats) -> Floats:
        member = np.arange(classes) == data.labels(targets)[:, np.newaxis]
        return np.where(member, high, low)

    return Dataset(
        data.inputs,
        widened(data.targets),
        data.test_inputs,
        widened(data.test_targets),
        data.input_names,
        target_codes=data.target_codes,
    )


def _input_row(values: ArrayLike, data: Dataset) -> Floats:
    row = np.asarray(values, dtype=np.float64).ravel()
    if len(row) != data.n_inputs:
        raise EngineError(
            "A sample of these data has {inputs} inputs; got {count}.", inputs=data.n_inputs, count=len(row)
        )
    if not np.isfinite(row).all():
        raise EngineError("The inputs of a sample must be finite numbers.")
    return row


def _target_row(label: float | Sequence[float], data: Dataset) -> Floats:
    if data.task == "values":
        row = np.asarray(label, dtype=np.float64).ravel()
        if len(row) != data.n_outputs or not np.isfinite(row).all():
            raise EngineError(
                "A sample of these data needs {outputs} finite target values; got {label!r}.",
                outputs=data.n_outputs,
                label=label,
            )
        return row
    if not isinstance(label, int | np.integer) or not 0 <= label < data.n_classes:
        raise EngineError(
            "The classes of these data are 0 to {last}; {label!r} is none of them.",
            last=data.n_classes - 1,
            label=label,
        )
    low, high = data.target_codes
    member = np.arange(data.n_outputs) == label if data.n_outputs > 1 else np.array([label == 1])
    return np.where(member, high, low)


def _find(index: int, data: Dataset) -> tuple[str, int]:
    if not 0 <= index < data.n_samples + data.n_test_samples:
        raise EngineError(
            "There is no sample {index}; these data have {count}.",
            index=index,
            count=data.n_samples + data.n_test_samples,
        )
    return ("inputs", index) if index < data.n_samples else ("test_inputs", index - data.n_samples)
