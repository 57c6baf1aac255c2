"""This module edits samples: it adds, moves, removes, relabels, jitters and thins out many at once.

Indices count the training samples, then the test samples. Inputs are in the units in which they were given
(`Dataset.raw_inputs`). What was a gate or a generated set becomes the user's own samples, and a note says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.data.dataset import Dataset
from engine.data.datasets.generators import MAX_SAMPLES
from engine.data.datasets.recipe import CUSTOM, data_of
from engine.project.edits.data import set_dataset
from engine.project.edits.edit import Edit, Note
from engine.project.project import Project
from engine.spec.errors import EngineError
from engine.spec.frozen_array import FrozenArray

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]

MAX_CLASSES = 10  # as many as can be told apart by colour and shape


def add_points(project: Project, rows: ArrayLike, labels: ArrayLike) -> Edit:
    """Training samples more: `rows` (n, n_inputs), behind those that are there.

    labels (n,) are their classes, or one class for all of them; for real-valued targets the values, (n, n_outputs) or
    (n,). The class after the last one is a new class: up to ten, with one output for each above two.
    """
    data, samples = samples_of(project)
    inputs = _input_rows(rows, data)
    room = MAX_SAMPLES - len(samples.inputs)
    if len(inputs) > room:
        raise EngineError(
            "A data set may hold {limit} samples; this one has room for {room} more.", limit=MAX_SAMPLES, room=room
        )
    data, samples = _with_new_class(labels, data, samples)
    targets = _target_rows(labels, len(inputs), data)
    end = samples.n_training
    grown = Samples(
        np.insert(samples.inputs, [end] * len(inputs), inputs, axis=0),
        np.insert(samples.targets, [end] * len(inputs), targets, axis=0),
        end + len(inputs),
    )
    return with_samples(project, data, grown)


def move_points(project: Project, indices: ArrayLike, rows: ArrayLike, targets: ArrayLike | None = None) -> Edit:
    """The samples at `indices` (n,) at other inputs: `rows` (n, n_inputs).

    Real-valued ones can get other `targets` (n, n_outputs) as well, as points of a curve do.
    """
    data, samples = samples_of(project)
    places, new = places_of(indices, data), _input_rows(rows, data)
    _check_counts(places, new)
    inputs, moved = samples.inputs.copy(), samples.targets.copy()
    inputs[places] = new
    if targets is not None:
        moved[places] = _target_rows(targets, len(places), data)
    return with_samples(project, data, Samples(inputs, moved, samples.n_training))


def remove_points(project: Project, indices: ArrayLike) -> Edit:
    """The data without the samples at `indices` (n,)."""
    data, samples = samples_of(project)
    kept = np.ones(len(samples.inputs), dtype=bool)
    kept[places_of(indices, data)] = False
    n_training = int(kept[: samples.n_training].sum())
    return with_samples(project, data, Samples(samples.inputs[kept], samples.targets[kept], n_training))


def set_points_class(project: Project, indices: ArrayLike, label: int) -> Edit:
    """The samples at `indices` (n,) as samples of class `label`; the class after the last one is a new class."""
    data, samples = samples_of(project)
    if data.task in ("values", "columns"):
        raise EngineError("Only samples that are of one class each can be given another class.")
    places = places_of(indices, data)
    if len(places) == 0:
        return Edit(project)
    data, samples = _with_new_class(label, data, samples)
    targets = samples.targets.copy()
    targets[places] = _target_rows(label, len(places), data)
    return with_samples(project, data, replace(samples, targets=targets))


def jitter(
    project: Project,
    indices: ArrayLike,
    spread: ArrayLike,
    rng: np.random.Generator,
    target_spread: ArrayLike | None = None,
) -> Edit:
    """The samples at `indices` (n,) each moved a little at random.

    spread: standard deviation in units of the inputs, one number or one for each input. `target_spread`, likewise,
    moves real-valued targets.
    """
    data, samples = samples_of(project)
    places = places_of(indices, data)
    rows = samples.inputs[places]
    rows = rows + rng.normal(size=rows.shape) * _spreads(spread)
    if target_spread is None:
        return move_points(project, places, rows)
    heights = samples.targets[places]
    return move_points(project, places, rows, heights + rng.normal(size=heights.shape) * _spreads(target_spread))


def thin_out(project: Project, indices: ArrayLike, rng: np.random.Generator) -> Edit:
    """The data without the `surplus` of the samples at `indices` (n,)."""
    return remove_points(project, surplus(project, indices, rng))


def surplus(project: Project, indices: ArrayLike, rng: np.random.Generator) -> Indices:
    """Half of the samples at `indices` (n,), ascending: of every class half, chosen at random.

    Of a class with an odd number it is the smaller half.
    """
    data, samples = samples_of(project)
    places = np.unique(places_of(indices, data))
    labels = data.labels(samples.targets[places])
    order = np.lexsort((rng.random(len(places)), labels))
    in_class = np.arange(len(order)) - np.searchsorted(labels[order], labels[order])
    return np.sort(places[order[in_class % 2 == 1]])


def add_point(project: Project, inputs_row: ArrayLike, label: float | Sequence[float]) -> Edit:
    """A training sample more. `label` is its class, for real-valued targets the value (or one for each column)."""
    return add_points(project, [_row(inputs_row)], [label])


def move_point(project: Project, index: int, inputs_row: ArrayLike) -> Edit:
    """Sample `index` at other inputs."""
    return move_points(project, [index], [_row(inputs_row)])


def remove_point(project: Project, index: int) -> Edit:
    """The data without sample `index`."""
    return remove_points(project, [index])


@dataclass(frozen=True)
class Samples:
    """The first `n_training` rows are training samples, the others test samples: (n, n_inputs) and (n, n_outputs)."""

    inputs: Floats
    targets: Floats
    n_training: int


def samples_of(project: Project) -> tuple[Dataset, Samples]:
    """The data of `project` and all its samples, to be edited."""
    data = data_of(project.dataset)
    inputs = np.vstack([data.raw_inputs, data.raw_test_inputs])
    return data, Samples(inputs, np.vstack([data.raw_targets, data.raw_test_targets]), data.n_samples)


def with_samples(project: Project, data: Dataset, samples: Samples) -> Edit:
    """The project with `samples` as the user's own; names and codes are those of `data`.

    In a column of words a value becomes the code of the word next to it.
    """
    before, end = project.dataset, samples.n_training
    samples = replace(samples, inputs=data.preprocessing.snapped(samples.inputs))
    has_test = len(samples.inputs) > end or data.n_test_samples > 0 or before.test_share > 0
    spec = replace(
        before,
        name=CUSTOM,
        target_coding=before.target_coding if data.task == "values" else data.target_codes,
        truth_table=None,
        inputs=FrozenArray(samples.inputs[:end]),
        targets=FrozenArray(samples.targets[:end]),
        test_inputs=FrozenArray(samples.inputs[end:]) if has_test else None,
        test_targets=FrozenArray(samples.targets[end:]) if has_test else None,
        input_names=data.raw_input_names,
        target_names=data.target_names,
    )
    edit = set_dataset(project, spec)
    if before.name == CUSTOM:
        return edit
    return replace(edit, notes=(Note("own_samples", {"name": before.name}), *edit.notes))


def _with_new_class(labels: ArrayLike, data: Dataset, samples: Samples) -> tuple[Dataset, Samples]:
    """Data and samples with a class more where `labels` ask for the one after the last; one column for each class."""
    classes = max(data.n_classes, 2) + 1
    if data.task == "values" or not (np.asarray(labels) == classes - 1).any():
        return data, samples
    if data.task == "columns" or classes > MAX_CLASSES:
        raise EngineError(
            "A class more is possible for up to {limit} classes, each sample being of one class.", limit=MAX_CLASSES
        )
    low, high = data.target_codes
    member = np.arange(classes) == data.labels(samples.targets)[:, np.newaxis]
    targets, end = np.where(member, high, low), samples.n_training
    wider = Dataset(
        samples.inputs[:end],
        targets[:end],
        samples.inputs[end:],
        targets[end:],
        data.raw_input_names,
        (*data.code_names, f"d{classes}") if data.code_names else None,
        data.target_codes,
    )
    return wider, replace(samples, targets=targets)


def _row(values: ArrayLike) -> Floats:
    return np.asarray(values, dtype=np.float64).ravel()


def _input_rows(values: ArrayLike, data: Dataset) -> Floats:
    rows = np.asarray(values, dtype=np.float64)
    n_inputs = data.raw_inputs.shape[1]
    if rows.size == 0:
        return np.empty((0, n_inputs))
    if rows.ndim != 2 or rows.shape[1] != n_inputs:
        raise EngineError(
            "A sample of these data has {inputs} inputs; got {count}.", inputs=n_inputs, count=rows.shape[-1]
        )
    if not np.isfinite(rows).all():
        raise EngineError("The inputs of a sample must be finite numbers.")
    return rows


def _target_rows(labels: ArrayLike, count: int, data: Dataset) -> Floats:
    """The targets (count, n_outputs) that `labels` stand for: values, a class for each row, or one for all."""
    if data.task == "values":
        return _value_rows(labels, count, data)
    classes = np.broadcast_to(np.asarray(labels), (count,))
    wrong = ~np.isin(classes, np.arange(data.n_classes)) | (classes.dtype.kind not in "iu")
    if wrong.any():
        raise EngineError(
            "The classes of these data are 0 to {last}; {label!r} is none of them.",
            last=data.n_classes - 1,
            label=classes[wrong][0].item(),
        )
    low, high = data.target_codes
    columns = np.arange(data.n_outputs) if data.n_outputs > 1 else np.array([1])
    return np.where(classes[:, np.newaxis] == columns, high, low)


def _value_rows(values: ArrayLike, count: int, data: Dataset) -> Floats:
    rows = np.asarray(values, dtype=np.float64)
    if rows.size != count * data.n_outputs or not np.isfinite(rows).all():
        raise EngineError(
            "A sample of these data needs {outputs} finite target values; got {label!r}.",
            outputs=data.n_outputs,
            label=values,
        )
    return rows.reshape(count, data.n_outputs)


def places_of(indices: ArrayLike, data: Dataset) -> Indices:
    """`indices` (n,) of samples. Raises EngineError for one that `data` do not have."""
    places, count = np.asarray(indices).ravel(), data.n_samples + data.n_test_samples
    if places.size == 0:
        return np.empty(0, dtype=np.intp)
    wrong = ~((places >= 0) & (places < count))
    if wrong.any():
        raise EngineError(
            "There is no sample {index}; these data have {count}.", index=places[wrong][0].item(), count=count
        )
    return places.astype(np.intp)


def _check_counts(places: Indices, rows: Floats) -> None:
    if len(places) != len(rows):
        raise EngineError("{count} samples need as many rows; got {rows}.", count=len(places), rows=len(rows))


def _spreads(values: ArrayLike) -> Floats:
    spreads = np.asarray(values, dtype=np.float64)
    if not (np.isfinite(spreads) & (spreads >= 0)).all():
        raise EngineError("The spread must be finite and at least 0; got {spread}.", spread=values)
    return spreads
