"""From a recipe to the samples: gates, truth tables, point sets, the lecture's samples, real sets, own samples."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Dataset
from engine.data.datasets.gates import LOGIC_GATES, check_coding, gate_table, truth_table_rows
from engine.data.datasets.generators import (
    GENERATORS,
    MAX_SAMPLES,
    SPLIT_STREAM,
    class_targets,
    generate,
    moved,
    stream,
)
from engine.data.datasets.lecture import LECTURE_CODING, LECTURE_SAMPLES, lecture_rows
from engine.data.datasets.real import REAL_SETS, real_set
from engine.data.datasets.spec import FUNCTION, DatasetSpec
from engine.data.preprocessing import NONE, Preprocessing, checked
from engine.spec.errors import EngineError

Floats = NDArray[np.float64]

CUSTOM, TRUTH_TABLE = "custom", "truth_table"
_SPLIT = ("test_share", "stratified", "seed")


@lru_cache(maxsize=4)
def data_of(spec: DatasetSpec) -> Dataset:
    """`spec.build()`, remembered: many edits ask for the data of the same recipe."""
    return spec.build()


def names() -> tuple[str, ...]:
    """Every data set that can be chosen by name: gates, the lecture's samples, point sets, a function, real sets."""
    return (*LOGIC_GATES, LECTURE_SAMPLES, *GENERATORS, FUNCTION, *REAL_SETS)


def settings_of(name: str) -> tuple[str, ...]:
    """Which fields of DatasetSpec make a difference for the data set called `name`."""
    if name in LOGIC_GATES or name == TRUTH_TABLE:
        return ("noise", *_SPLIT, "input_coding", "target_coding")
    if name in GENERATORS:
        few, many = GENERATORS[name].classes
        classes = ("n_classes",) if many > few else ()
        return ("n_samples", *classes, "noise", *_SPLIT, "target_coding")
    if name == FUNCTION:
        return ("formula", "interval", "n_samples", "noise", "test_share", "seed")
    if name in REAL_SETS:
        return _SPLIT
    return (*_SPLIT, "target_coding") if name == CUSTOM else ()


def build_dataset(spec: DatasetSpec) -> Dataset:
    """The samples that `spec` describes, with what the network sees of them. Raises EngineError where that fails."""
    data = _samples(spec)
    if not spec.features and spec.scaling == NONE:
        return data
    asked = Preprocessing(data.raw_input_names, spec.features, spec.keeps_inputs, spec.scaling)
    return data.seen_through(checked(asked))


def _samples(spec: DatasetSpec) -> Dataset:
    """The samples in the user's units."""
    if spec.name == CUSTOM:
        return _own_samples(spec)
    if spec.name == LECTURE_SAMPLES:
        return Dataset(*lecture_rows(), target_codes=LECTURE_CODING)
    if spec.name == FUNCTION:
        return _function(spec)
    coding = check_coding(spec.target_coding)
    if spec.name in REAL_SETS:
        return _real_samples(spec, coding)
    if spec.name in GENERATORS:
        classes = spec.n_classes if "n_classes" in settings_of(spec.name) else None
        inputs, targets = generate(spec.name, spec.n_samples, spec.noise, spec.seed, classes, target_coding=coding)
    else:
        clean, targets = truth_table_rows(_table(spec), check_coding(spec.input_coding), coding)
        inputs = moved(clean, spec.noise, spec.seed)
    return _split(spec, inputs, targets, coding)


def _real_samples(spec: DatasetSpec, coding: tuple[float, float]) -> Dataset:
    data = real_set(spec.name)
    targets = class_targets(data.labels, len(data.classes), coding)
    named = replace(spec, input_names=data.input_names, target_names=data.classes)
    return _split(named, data.inputs, targets, coding)


def _table(spec: DatasetSpec) -> tuple[int, ...]:
    if spec.name != TRUTH_TABLE:
        if spec.name in LOGIC_GATES:
            return gate_table(spec.name)
        raise EngineError(
            "There is no data set called {name!r}; choose one of {names}, {table} or {own}.",
            name=spec.name,
            names=", ".join(names()),
            table=TRUTH_TABLE,
            own=CUSTOM,
        )
    if spec.truth_table is None:
        raise EngineError("A data set called 'truth_table' needs its truth_table: 0 or 1 for each row.")
    return spec.truth_table


def _own_samples(spec: DatasetSpec) -> Dataset:
    """The samples as they stand; without explicit test samples, `test_share` takes some of them away for testing."""
    inputs = np.empty((0, 2)) if spec.inputs is None else spec.inputs.array
    targets = np.empty((0, 1)) if spec.targets is None else spec.targets.array
    parts = (inputs, targets, spec.test_inputs, spec.test_targets)
    count = max(len(part) for part in parts if part is not None)
    if count > MAX_SAMPLES:
        raise EngineError("A data set may hold {limit} samples; this one has {count}.", limit=MAX_SAMPLES, count=count)
    if spec.test_inputs is None and spec.test_targets is None:
        Dataset(inputs, targets)  # complains about shapes before anything is split
        return _split(spec, inputs, targets, _own_codes(spec, targets))
    if spec.test_inputs is None or spec.test_targets is None:
        raise EngineError("Test samples need both test_inputs and test_targets.")
    test = spec.test_targets.array
    all_targets = np.concatenate([targets.ravel(), test.ravel()])
    return Dataset(
        inputs,
        targets,
        spec.test_inputs.array,
        test,
        spec.input_names,
        spec.target_names,
        _own_codes(spec, all_targets),
    )


def _own_codes(spec: DatasetSpec, targets: Floats) -> tuple[float, float] | None:
    """The recipe's coding where the targets keep to it; None lets the data set find the codes."""
    coding = check_coding(spec.target_coding)
    return coding if np.isin(targets, coding).all() else None


def _function(spec: DatasetSpec) -> Dataset:
    from engine.data.datasets.functions import function_rows, function_variable

    inputs, targets = function_rows(spec.formula, spec.interval, spec.n_samples, spec.noise, spec.seed)
    test = _chosen_for_test(replace(spec, stratified=False), targets, None)
    names = (function_variable(spec.formula),)
    return Dataset(inputs[~test], targets[~test], inputs[test], targets[test], names, is_function=True)


def _split(spec: DatasetSpec, inputs: Floats, targets: Floats, codes: tuple[float, float] | None) -> Dataset:
    """Training and test samples, each in the order in which they stand; at least one stays for training."""
    test = _chosen_for_test(spec, targets, codes)
    return Dataset(
        inputs[~test], targets[~test], inputs[test], targets[test], spec.input_names, spec.target_names, codes
    )


def _chosen_for_test(spec: DatasetSpec, targets: Floats, codes: tuple[float, float] | None) -> NDArray[np.bool_]:
    share, n_samples = spec.test_share, len(targets)
    if not (np.isfinite(share) and 0 <= share < 1):
        raise EngineError("The test share must be at least 0 and below 1; got {share}.", share=share)
    chosen = np.zeros(n_samples, dtype=bool)
    if share > 0 and n_samples > 1:
        count = min(max(round(share * n_samples), 1), n_samples - 1)
        order = stream(spec.seed, SPLIT_STREAM).permutation(n_samples)
        by_class = spec.stratified and Dataset(np.zeros((n_samples, 1)), targets, target_codes=codes).task != "values"
        chosen[_from_each_class(order, targets, count) if by_class else order[:count]] = True
    return chosen


def _from_each_class(order: NDArray[np.int64], targets: Floats, count: int) -> NDArray[np.int64]:
    """About `count` of the samples, drawn in `order`: the same share of each class, but never all of it.

    Rounded down, and the largest remainders get one more.
    """
    _, labels, sizes = np.unique(targets, axis=0, return_inverse=True, return_counts=True)
    quotas = sizes * (count / len(targets))
    shares = np.minimum(np.floor(quotas).astype(np.int64), sizes - 1)
    has_room = shares < sizes - 1
    left_over = min(count - int(shares.sum()), int(has_room.sum()))
    shares[np.argsort(np.where(has_room, shares - quotas, np.inf), kind="stable")[:left_over]] += 1
    drawn = labels.ravel()[order]
    return np.concatenate([order[drawn == label][:most] for label, most in enumerate(shares)])
