"""This module says plainly what is wanting in data that can be imported: classes without samples, constant columns."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.data.cell_numbers import number_text
from engine.data.dataset import Dataset
from engine.data.importing.conversion.targets import Targets
from engine.data.importing.decisions import some
from engine.spec.errors import Text

Floats = NDArray[np.float64]


def remarks_on(names: Sequence[str], inputs: Floats, targets: Targets, is_test: NDArray[np.bool_]) -> tuple[Text, ...]:
    """Sentences about `inputs` (n, columns) called `names`, and `targets`; is_test (n,): the rows of test samples."""
    training = targets.values[~is_test] if is_test.any() else targets.values
    found = [*_on_targets(targets, training)]
    rows = inputs[~is_test] if is_test.any() else inputs
    same = [name for name, column in zip(names, rows.T, strict=True) if (column == column[:1]).all()]
    if same and len(training) > 1:
        found.append(Text("The same in every row, so that nothing can be learned from it: {names}.", names=some(same)))
    return tuple(found)


def remarks_on_data(data: Dataset) -> tuple[Text, ...]:
    """The same about the samples of a data set."""
    is_test = np.arange(len(data.all_raw_inputs)) >= data.n_samples
    classes = data.target_names if data.task == "classes" else ()
    targets = Targets(data.all_raw_targets, data.target_names, classes)
    return remarks_on(data.raw_input_names, data.all_raw_inputs, targets, is_test) if data.n_samples > 1 else ()


def n_classes_in(targets: Targets, told_apart: int) -> int:
    """How many classes the samples are of, `told_apart` being how many the data have room for."""
    if not targets.classes and told_apart and targets.values.shape[1] == 1:
        return len(np.unique(targets.values))
    return 1 if len(targets.classes) == 1 else told_apart


def _on_targets(targets: Targets, training: Floats) -> list[Text]:
    if targets.classes or _is_one_hot(training):
        names = targets.classes or targets.names
        counts = _counts(training)
        present = [name for name, count in zip(names, counts, strict=False) if count]
        if len(present) == 1:
            return [Text("All samples are of one class, {name}: there is nothing to tell apart.", name=present[0])]
        absent = [name for name, count in zip(names, counts, strict=False) if not count]
        if absent:
            return [Text("No training sample is of these classes: {names}.", names=some(absent))]
        return []
    same = [place for place in range(training.shape[1]) if (training[:, place] == training[0, place]).all()]
    if len(training) < 2 or not same:
        return []
    shown = some(targets.names[place] for place in same)
    value = number_text(float(training[0, same[0]]))
    return [Text("The target is the same in every row: {names} is {value}.", names=shown, value=value)]


def _is_one_hot(training: Floats) -> bool:
    return training.shape[1] > 1 and bool(((training == training.max()).sum(axis=1) == 1).all())


def _counts(training: Floats) -> list[int]:
    """How many samples are of each class: of one column those of the low and of the high code."""
    high = [int(count) for count in (training == training.max()).sum(axis=0)] if training.any() else [0]
    return high if training.shape[1] > 1 else [len(training) - high[0], high[0]]
