"""This module makes the edits of the sample table: typed cells, pasted and added rows, samples for testing.

Indices count the training samples, then the test samples; columns count the inputs as they were given, then the
targets. A gate whose desired outputs alone change stays a gate; what else was a gate or a generated set becomes the
user's own samples, and a note says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.data.dataset import Dataset
from engine.data.datasets.gates import LOGIC_GATES, gate_table
from engine.data.datasets.generators import MAX_SAMPLES
from engine.data.datasets.recipe import TRUTH_TABLE, DatasetSpec, data_of
from engine.data.sample_cells import read_cell, target_row
from engine.project.edits.data import set_truth_table
from engine.project.edits.edit import Edit
from engine.project.edits.points import Samples, places_of, samples_of, with_samples
from engine.project.project import Project
from engine.spec.errors import EngineError

if TYPE_CHECKING:
    from engine.data.clipboard.sample_block import SampleBlock

Floats = NDArray[np.float64]


def set_cell(project: Project, sample: int, column: int, text: str) -> Edit:
    """What was typed into one cell. Raises EngineError where the column does not take it."""
    data, samples = samples_of(project)
    value, place = read_cell(text, data, column), places_of([sample], data)[0]
    inputs, targets, n_inputs = samples.inputs.copy(), samples.targets.copy(), data.n_raw_inputs
    if column < n_inputs:
        inputs[place, column] = value
    elif data.task == "classes":
        targets[place] = target_row(value, data)
    else:
        targets[place, column - n_inputs] = value
    return _changed(project, data, samples, Samples(inputs, targets, samples.n_training))


def paste(project: Project, text: str, samples: Sequence[int], column: int = 0) -> Edit:
    """The cells in `text` over those of `samples`, in this order, from `column` on; further rows are new samples.

    Between the cells may stand tabs, semicolons, commas or blanks, in the numbers a decimal comma; a first row of
    names is left out. One-hot targets may come as one column of class names. New samples are training samples and
    need every column. Raises EngineError that names row and column; nothing is pasted then.
    """
    from engine.data.clipboard.pasted_block import readings  # brings the reading of files along
    from engine.data.clipboard.sample_block import sample_block

    problem: EngineError | None = None
    data, present = samples_of(project)
    places = places_of(samples, data)
    for block in readings(text):
        try:
            cells = sample_block(block, data, column, free=_covers_all(places[: len(block.rows)], present))
            if cells.header and not _covers_all(places[: len(cells)], present):
                cells = sample_block(block, data, column)
            return _changed(project, data, present, _pasted(cells, data, present, places[: len(cells)]))
        except EngineError as error:
            problem = problem or error
    assert problem is not None  # there is a reading, and it failed
    raise problem


def add_row(project: Project, like: int | None = None) -> Edit:
    """A sample more, all inputs 0, behind those of its set; set and targets are those of sample `like`."""
    data, samples = samples_of(project)
    _check_room(1, samples)
    targets = _first_targets(data) if like is None else samples.targets[places_of([like], data)]
    is_test = like is not None and like >= samples.n_training
    return with_samples(project, data, _grown(samples, np.zeros((1, data.n_raw_inputs)), targets, is_test))


def move_rows(project: Project, indices: ArrayLike, to_test: bool) -> Edit:
    """The samples at `indices` (n,) as test samples, or as training samples: behind those of their new set."""
    data, samples = samples_of(project)
    is_test = np.arange(len(samples.inputs)) >= samples.n_training
    moving = np.zeros(len(is_test), dtype=bool)
    moving[places_of(indices, data)] = True
    moving &= is_test != to_test
    if not moving.any():
        return Edit(project)
    order = np.lexsort((moving, is_test ^ moving))
    n_training = samples.n_training + (-1 if to_test else 1) * int(moving.sum())
    return with_samples(project, data, Samples(samples.inputs[order], samples.targets[order], n_training))


def _covers_all(places: NDArray[np.intp], present: Samples) -> bool:
    """Whether no old target stays, so that the new ones may be of another kind."""
    return len(np.unique(places)) == len(present.inputs)


def _pasted(cells: SampleBlock, data: Dataset, present: Samples, over: NDArray[np.intp]) -> Samples:
    """`present` with cells written over, and with the rows that are left behind the training samples."""
    new = len(cells) - len(over)
    if new > 0 and not cells.is_whole(data):
        raise EngineError(
            "Row {row} of the pasted cells would be a new sample, which needs all columns; begin in the first column. "
            "Nothing was changed.",
            row=len(over) + cells.header + 1,
        )
    _check_room(new, present)
    inputs, targets = present.inputs.copy(), present.targets.copy()
    for whole, part, first in (
        (inputs, cells.inputs, cells.first_input),
        (targets, cells.targets, cells.first_target),
    ):
        whole[over, first : first + part.shape[1]] = part[: len(over)]
    written = Samples(inputs, targets, present.n_training)
    return _grown(written, cells.inputs[len(over) :], cells.targets[len(over) :]) if new > 0 else written


def _grown(samples: Samples, inputs: Floats, targets: Floats, is_test: bool = False) -> Samples:
    """`samples` and new ones behind those of their set."""
    end = len(samples.inputs) if is_test else samples.n_training
    return Samples(
        np.insert(samples.inputs, [end] * len(inputs), inputs, axis=0),
        np.insert(samples.targets, [end] * len(inputs), targets, axis=0),
        samples.n_training + (0 if is_test else len(inputs)),
    )


def _check_room(new: int, samples: Samples) -> None:
    room = MAX_SAMPLES - len(samples.inputs)
    if new > room:
        raise EngineError(
            "A data set may hold {limit} samples; this one has room for {room} more.", limit=MAX_SAMPLES, room=room
        )


def _first_targets(data: Dataset) -> Floats:
    """The targets (1, n_outputs) of a sample of the first class, or 0."""
    if data.task == "values":
        return np.zeros((1, data.n_outputs))
    if data.task == "classes":
        return target_row(0, data)[np.newaxis]
    return np.full((1, data.n_outputs), data.target_codes[0])


def _changed(project: Project, data: Dataset, before: Samples, after: Samples) -> Edit:
    """The project with `after`; nothing where that is as before, a truth table where only its outputs changed."""
    if np.array_equal(before.inputs, after.inputs) and np.array_equal(before.targets, after.targets):
        return Edit(project)
    spec = project.dataset
    is_gate = spec.name in LOGIC_GATES or spec.name == TRUTH_TABLE
    stays_gate = np.array_equal(before.inputs, after.inputs) and np.isin(after.targets, data.target_codes).all()
    if is_gate and stays_gate:
        return set_truth_table(project, _table_of(spec, after.targets[:, 0] == data.target_codes[1]))
    return with_samples(project, data, after)


def _table_of(spec: DatasetSpec, high: NDArray[np.bool_]) -> tuple[int, ...]:
    """The truth table of a gate whose samples, training before test samples, have `high` outputs (n,)."""
    clean = data_of(replace(spec, noise=0.0))
    inputs = np.vstack([clean.raw_inputs, clean.raw_test_inputs])
    powers = 2 ** np.arange(inputs.shape[1])[::-1]
    cases = (inputs == spec.input_coding[1]) @ powers
    table = np.array(gate_table(spec.name) if spec.truth_table is None else spec.truth_table)
    table[cases] = high
    return tuple(table.tolist())
