"""This module holds the recipe of a data set, as a project stores it, and makes the samples from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from engine.data.cell_reading import Reading
from engine.data.dataset import Dataset
from engine.data.datasets.gates import LOGIC_GATES, check_coding, gate_table, truth_table_rows
from engine.data.datasets.generators import (
    GENERATORS,
    MAX_SAMPLES,
    class_targets,
    generate,
    moved,
)
from engine.data.datasets.lecture import LECTURE_CODING, LECTURE_SAMPLES, lecture_rows
from engine.data.datasets.real import REAL_SETS, real_set
from engine.data.datasets.split import chosen_for_test
from engine.data.preprocessing import NONE, Preprocessing, checked
from engine.data.scaling import Scaling
from engine.data.words import WordLists
from engine.spec.errors import EngineError, Shown, Text
from engine.spec.frozen_array import FrozenArray, freeze
from engine.spec.readable import readable
from engine.spec.value_checks import LARGEST_SEED, check_flag, check_kind, check_whole, checked_tuple, is_real, is_whole

Floats = NDArray[np.float64]

CUSTOM, TRUTH_TABLE = "custom", "truth_table"
FUNCTION = "function"
FIRST_FORMULA = "1 + sin(π·x/4)"
FIRST_INTERVAL = (-2.0, 2.0)

_PAIRS = ("input_coding", "target_coding", "interval")
_LISTS_OF_TEXTS = ("input_names", "target_names", "features", "encodings", "code_names", "undone_rules", "number_form")
_LISTS_OF_LISTS = ("input_words", "readings")
_MAY_BE_NONE = ("truth_table", "input_names", "target_names")
_SPLIT = ("test_share", "stratified", "seed")


@dataclass(frozen=True)
class DatasetSpec:
    """A gate, a generator with its settings, a function or own samples; `build` makes the `Dataset`.

    name: a gate of `datasets.LOGIC_GATES`, "truth_table", a generator of `datasets.GENERATORS`,
        "lecture_samples" (the lecture's three samples), "function" (of one input), a real set of
        `datasets.REAL_SETS` or "custom".
    truth_table: for "truth_table": 0/1 for each row in counting order; its length is 2**n_inputs.
    inputs, targets, test_inputs, test_targets: for "custom" only, (n, n_inputs) and (n, n_outputs).
    n_samples, n_classes, noise, seed, test_share apply where the kind has them.
    noise moves the points: standard deviation, in units of the inputs; in a function that of the target.
    stratified: the test share is taken from each class alike.
    formula, interval: for "function": y = formula at n_samples even steps from the low to the high end.
    features, keeps_inputs, scaling: what the network sees of the inputs, see `engine.data.preprocessing.Preprocessing`.
    input_words, encodings: for "custom" only, the columns that hold words, see there too.
    readings, undone_rules, number_form: for "custom" only, how the cells of an imported table became its inputs, which
    of `engine.data.cell_reading.RULES` were taken back for it, and how it writes numbers, as decimal mark and what
    stands between thousands, () for plain ones; exports read tables alike.
    code_names: for "custom" only, what the two codes of the only target column are called.
    target_scaling: how targets that are real values are scaled for the network, one of `engine.data.scaling.SCALINGS`.
    input_coding and target_coding (low, high): codes of 0 and 1; inputs for gates only.
    """

    name: str = "xor"
    n_samples: int = 200
    n_classes: int = 2
    noise: float = 0.0
    test_share: float = 0.0
    seed: int = 0
    input_coding: tuple[float, float] = (0.0, 1.0)
    target_coding: tuple[float, float] = (0.0, 1.0)
    truth_table: tuple[int, ...] | None = None
    inputs: FrozenArray | None = None
    targets: FrozenArray | None = None
    test_inputs: FrozenArray | None = None
    test_targets: FrozenArray | None = None
    input_names: tuple[str, ...] | None = None
    target_names: tuple[str, ...] | None = None
    stratified: bool = False
    features: tuple[str, ...] = ()
    keeps_inputs: bool = True
    scaling: str = NONE
    formula: str = FIRST_FORMULA
    interval: tuple[float, float] = FIRST_INTERVAL
    input_words: WordLists = ()
    encodings: tuple[str, ...] = ()
    target_scaling: str = NONE
    code_names: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()
    undone_rules: tuple[str, ...] = ()
    number_form: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in ("inputs", "targets", "test_inputs", "test_targets"):
            array = freeze(getattr(self, name))
            if array is not None and array.array.ndim == 0:
                raise EngineError("The {name} must be a table of numbers; got a single one.", name=name)
            object.__setattr__(self, name, array)
        for name in (*_PAIRS, *_LISTS_OF_TEXTS, "truth_table"):
            value = getattr(self, name)
            if value is not None or name not in _MAY_BE_NONE:  # lists would be unequal to tuples and cannot be hashed
                object.__setattr__(self, name, checked_tuple(name, value))
        for name in _LISTS_OF_LISTS:
            lists = [checked_tuple(name, listed) for listed in checked_tuple(name, getattr(self, name))]
            object.__setattr__(self, name, tuple(lists))
        self._check_kinds()

    def _check_kinds(self) -> None:
        """Raises EngineError where a field is of another kind than it must be; `build` looks at the values."""
        for name in ("name", "scaling", "target_scaling", "formula"):
            check_kind(name, getattr(self, name), str)
        for name in ("stratified", "keeps_inputs"):
            check_flag(name, getattr(self, name))
        check_whole(Text("number of samples"), self.n_samples, 0, MAX_SAMPLES)
        check_whole(Text("number of classes"), self.n_classes, 0, MAX_SAMPLES)
        check_whole(Text("seed"), self.seed, 0, LARGEST_SEED)
        numbers = (self.noise, self.test_share, *self.input_coding, *self.target_coding, *self.interval)
        if not all(map(is_real, numbers)) or not all(map(is_whole, self.truth_table or ())):
            raise EngineError("noise, test_share, codings, interval and truth_table of a recipe must be numbers.")
        if len(self.interval) != 2:
            raise EngineError("An interval is two numbers, its ends; got {interval}.", interval=Shown(self.interval))
        for name in _LISTS_OF_TEXTS:
            for text in getattr(self, name) or ():
                check_kind(f"Each of {name}", text, str)
        for name in _LISTS_OF_LISTS:
            for text in chain.from_iterable(getattr(self, name)):
                check_kind(f"Each of {name}", text, str)
        self._make_readable()

    def _make_readable(self) -> None:
        for name in _LISTS_OF_TEXTS:
            if (texts := getattr(self, name)) is not None:
                object.__setattr__(self, name, tuple(map(readable, texts)))
        object.__setattr__(self, "input_words", tuple(tuple(map(readable, listed)) for listed in self.input_words))
        object.__setattr__(self, "formula", readable(self.formula))

    def build(self) -> Dataset:
        """The data set, the same bits every time. Raises EngineError for a recipe that cannot work."""
        data = _samples(self)
        is_seen_as_it_is = not self.features and self.scaling == self.target_scaling == NONE
        is_read_as_usual = not any(self.readings) and not self.undone_rules and not self.number_form
        if is_seen_as_it_is and is_read_as_usual and not any(self.input_words):
            return data
        asked = Preprocessing(
            data.raw_input_names,
            self.features,
            self.keeps_inputs,
            self.scaling,
            words=self.input_words,
            encodings=self.encodings,
            readings=self.readings,
            undone_rules=self.undone_rules,
            number_form=self.number_form,
            targets=Scaling(self.target_scaling),
        )
        return data.seen_through(checked(asked))


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
        whole = spec.inputs or inputs, spec.targets or targets  # a million rows need not be copied
        codes = _own_codes(spec, targets)
        if spec.test_share:
            return _split(spec, inputs, targets, codes)
        names = spec.input_names, spec.target_names
        return Dataset(*whole, None, None, *names, codes, code_names=spec.code_names)
    if spec.test_inputs is None or spec.test_targets is None:
        raise EngineError("Test samples need both test_inputs and test_targets.")
    test = spec.test_targets.array
    all_targets = np.concatenate([targets.ravel(), test.ravel()])
    return Dataset(
        spec.inputs or inputs,
        spec.targets or targets,
        spec.test_inputs,
        spec.test_targets,
        spec.input_names,
        spec.target_names,
        _own_codes(spec, all_targets),
        code_names=spec.code_names,
    )


def _own_codes(spec: DatasetSpec, targets: Floats) -> tuple[float, float] | None:
    """The recipe's coding where the targets keep to it; None lets the data set find the codes."""
    coding = check_coding(spec.target_coding)
    low, high = coding
    return coding if ((targets == low) | (targets == high)).all() else None


def _function(spec: DatasetSpec) -> Dataset:
    from engine.data.datasets.functions import function_rows, function_variable  # loads the formulas, rarely needed

    inputs, targets = function_rows(spec.formula, spec.interval, spec.n_samples, spec.noise, spec.seed)
    test = chosen_for_test(targets, spec.test_share, spec.seed)
    names = (function_variable(spec.formula),)
    return Dataset(inputs[~test], targets[~test], inputs[test], targets[test], names, is_function=True)


def _split(spec: DatasetSpec, inputs: Floats, targets: Floats, codes: tuple[float, float] | None) -> Dataset:
    """Training and test samples, each in the order in which they stand; at least one stays for training."""
    test = chosen_for_test(targets, spec.test_share, spec.seed, spec.stratified, codes)
    parts = inputs[~test], targets[~test], inputs[test], targets[test]
    return Dataset(*parts, spec.input_names, spec.target_names, codes, code_names=spec.code_names)
