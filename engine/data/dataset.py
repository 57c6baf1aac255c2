"""This module holds data sets: read-only samples in rows, and the kind of problem that the targets pose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.data.preprocessing import Preprocessing
from engine.data.scaling import NOT_SCALED
from engine.data.words import check_codes, most_frequent
from engine.spec.errors import EngineError, Shown
from engine.spec.frozen_array import FrozenArray
from engine.spec.readable import readable
from engine.spec.ties import DUST
from engine.spec.value_arrays import number_array
from engine.spec.value_checks import check_flag, check_kind, checked_tuple, is_number

Floats = NDArray[np.float64]


class Dataset:
    """A data set holds training samples and optional test samples as read-only float64 copies, or as FrozenArrays.

    inputs (n_samples, n_inputs), targets (n_samples, n_outputs); one-dimensional targets are one column.
    `task` is what the targets are:
        "binary"   one column of two codes (0/1, ±1 or any other pair)
        "classes"  several columns, one of which is high in every row (one-hot)
        "columns"  several columns of two codes, not one-hot: every column is a decision of its own
        "values"   real numbers; there is no accuracy
    `target_codes` (low, high) are found from the targets unless given; `is_function` says that the targets are real
    values even where they take only two. `code_names` are what the low and the high code of one column are called,
    "no" and "yes"; () where they are numbers, and for every other task.

    `raw_inputs` and `raw_test_inputs` are what was given, in the user's units: what tables and plots show and edits
    change. `inputs` and `test_inputs` are what the network sees of it, `preprocessing.apply` of the raw ones; without
    `preprocessing` the very same arrays. In the same way `raw_targets` and `raw_test_targets` are what was given, and
    `targets` and `test_targets` what the network is to answer: real values scaled by `preprocessing.targets`.
    """

    def __init__(  # noqa: PLR0917 - the order of the public signature
        self,
        inputs: ArrayLike | FrozenArray,
        targets: ArrayLike | FrozenArray,
        test_inputs: ArrayLike | None = None,
        test_targets: ArrayLike | None = None,
        input_names: Sequence[str] | None = None,
        target_names: Sequence[str] | None = None,
        target_codes: tuple[float, float] | None = None,
        *,
        preprocessing: Preprocessing | None = None,
        is_function: bool = False,
        code_names: Sequence[str] = (),
    ) -> None:
        self.raw_inputs = _frozen_rows(inputs, "inputs")
        self.raw_targets = _frozen_rows(targets, "targets")
        self.raw_test_inputs = _frozen_rows(
            np.empty((0, self.n_raw_inputs)) if test_inputs is None else test_inputs, "test_inputs"
        )
        self.raw_test_targets = _frozen_rows(
            np.empty((0, self.n_outputs)) if test_targets is None else test_targets, "test_targets"
        )
        self._check_shapes()
        if preprocessing is not None:
            check_kind("The preprocessing", preprocessing, Preprocessing)
        check_flag("is_function", is_function)
        self.raw_input_names = _names(input_names, "x", self.n_raw_inputs)
        self.preprocessing = Preprocessing(self.raw_input_names) if preprocessing is None else preprocessing
        if self.preprocessing.has_words:
            check_codes(self.all_raw_inputs, self.raw_input_names, self.preprocessing.words)
        self.inputs = self._seen(self.raw_inputs, first=1)
        self.test_inputs = self._seen(self.raw_test_inputs, first=self.n_samples + 1)
        self.input_names = self.preprocessing.names
        self.target_names = _names(target_names, "d", self.n_outputs)
        self.target_codes = _find_codes(self.all_raw_targets) if target_codes is None else _checked_codes(target_codes)
        self.task = "values" if is_function else self._find_task()
        self.code_names = _checked_code_names(code_names) if self.task == "binary" else ()
        self.targets = _read_only(self.preprocessing.targets.apply(self.raw_targets))
        self.test_targets = _read_only(self.preprocessing.targets.apply(self.raw_test_targets))

    def __reduce__(self) -> tuple[Any, ...]:
        is_function, names = self.task == "values", self.code_names
        make = partial(type(self), preprocessing=self.preprocessing, is_function=is_function, code_names=names)
        arrays = self.raw_inputs, self.raw_targets, self.raw_test_inputs, self.raw_test_targets
        return make, (*arrays, self.raw_input_names, self.target_names, self.target_codes)

    def __repr__(self) -> str:
        parts = [f"{self.n_samples} samples"] + [f"{self.n_test_samples} test samples"] * bool(self.n_test_samples)
        low, high = self.target_codes
        kind = "values" if self.task == "values" else f"{self.task} {low:g}/{high:g}"
        return f"<Dataset {', '.join(parts)}: {self.n_inputs} inputs, {self.n_outputs} outputs ({kind})>"

    @cached_property
    def all_raw_inputs(self) -> Floats:
        """The raw inputs of the training samples, then of the test samples; not to be written to."""
        return _joined(self.raw_inputs, self.raw_test_inputs)

    @cached_property
    def all_raw_targets(self) -> Floats:
        """The targets, as they were given, of the training samples, then of the test samples; not to be written to."""
        return _joined(self.raw_targets, self.raw_test_targets)

    @cached_property
    def input_ranges(self) -> tuple[tuple[float, float], ...]:
        """The smallest and the largest value of each raw input, over all samples; 0 and 1 without samples."""
        rows = self.all_raw_inputs
        if not len(rows):
            return ((0.0, 1.0),) * self.n_raw_inputs
        return tuple(zip(rows.min(axis=0).tolist(), rows.max(axis=0).tolist(), strict=True))

    @cached_property
    def typical_inputs(self) -> tuple[float, ...]:
        """A typical value of each raw input: the low code of a coded one, else the mean; 0 without samples.

        In a column of words that is the word that stands most often.
        """
        words = [self.preprocessing.words_of(place) for place in range(self.n_raw_inputs)]
        columns = zip(self.all_raw_inputs.T, words, strict=True)
        return tuple(most_frequent(column) if listed else _typical(column) for column, listed in columns)

    @cached_property
    def nbytes(self) -> int:
        """The memory that its samples take."""
        parts = [
            *(self.raw_inputs, self.raw_targets, self.raw_test_inputs, self.raw_test_targets),
            *(self.inputs, self.targets, self.test_inputs, self.test_targets),
        ]
        return sum({id(part): part.nbytes for part in parts}.values())

    @property
    def n_samples(self) -> int:
        """Number of training samples."""
        return int(self.raw_inputs.shape[0])

    @property
    def n_raw_inputs(self) -> int:
        """Columns of `raw_inputs`."""
        return int(self.raw_inputs.shape[1])

    @property
    def n_inputs(self) -> int:
        """Columns of `inputs`: how many inputs a network for these data has."""
        return int(self.inputs.shape[1])

    @property
    def n_outputs(self) -> int:
        """Columns of the targets."""
        return int(self.raw_targets.shape[1])

    @property
    def n_test_samples(self) -> int:
        """Number of test samples; 0 without a test set."""
        return int(self.raw_test_inputs.shape[0])

    @property
    def n_classes(self) -> int:
        """Classes that `labels` tells apart; 0 for real-valued targets."""
        return {"binary": 2, "values": 0}.get(self.task, self.n_outputs)

    @property
    def middle(self) -> float:
        """The decision threshold: half way between the two target codes; 0 for real values."""
        return 0.0 if self.task == "values" else float(sum(self.target_codes)) / 2

    @property
    def high_from(self) -> float:
        """From here on an output counts as high: the middle, less what rounding takes from an output that is on it."""
        low, high = self.target_codes
        return self.middle if self.task == "values" else self.middle - DUST * (high - low)

    def labels(self, targets: ArrayLike | None = None) -> NDArray[np.int64]:
        """The class index of each row of `targets` (default: the training targets).

        Binary: 0 below the middle, 1 above. Several columns: the largest. Real values: all 0.
        """
        rows = self.raw_targets if targets is None else self._outputs(targets, "targets")
        if self.task == "values":
            return np.zeros(len(rows), dtype=np.int64)
        if rows.shape[1] == 1:
            return np.asarray(rows[:, 0] > self.middle, dtype=np.int64)
        return np.asarray(np.argmax(rows, axis=1), dtype=np.int64)

    def right(self, predictions: ArrayLike, targets: ArrayLike | None = None) -> NDArray[np.bool_] | None:
        """Which rows of `predictions` (n, n_outputs) are right; None for real-valued targets.

        One column: on the target's side of the middle, the middle itself counting as high
        (units fire at the threshold). Several: the largest output is the target's; for columns
        that are decisions of their own, every column on its side.
        """
        outputs = self._outputs(predictions, "predictions")
        rows = self.targets if targets is None else self._outputs(targets, "targets")
        if len(outputs) != len(rows):
            raise EngineError(
                "There are {predictions} rows of predictions but {targets} of targets.",
                predictions=len(outputs),
                targets=len(rows),
            )
        if self.task == "values":
            return None
        if self.task == "classes":
            hit = np.argmax(outputs, axis=1) == np.argmax(rows, axis=1)
            return np.asarray(hit & np.isfinite(outputs).all(axis=1))
        sides = (outputs >= self.high_from) == (rows > self.middle)
        return np.asarray((sides & np.isfinite(outputs)).all(axis=1))

    def seen_through(self, preprocessing: Preprocessing) -> Dataset:
        """The same samples for a network that sees them through `preprocessing`, fitted to the training samples.

        Targets are scaled only where they are real values. Raises EngineError, naming the sample, where a feature has
        no finite value.
        """
        asked = preprocessing if self.task == "values" else replace(preprocessing, targets=NOT_SCALED)
        shared = FrozenArray.sharing  # nobody writes to them: a million rows need not be copied
        return Dataset(
            shared(self.raw_inputs),
            shared(self.raw_targets),
            shared(self.raw_test_inputs),
            shared(self.raw_test_targets),
            self.raw_input_names,
            self.target_names,
            self.target_codes,
            preprocessing=asked.fitted(self.raw_inputs, self.raw_targets),
            is_function=self.task == "values",
            code_names=self.code_names,
        )

    def _outputs(self, values: ArrayLike, name: str) -> Floats:
        rows = number_array(name, values)
        if rows.ndim != 2 or rows.shape[1] != self.n_outputs:
            raise EngineError(
                "The {name} must be a table with {columns} columns, one row a sample; got the shape {shape}.",
                name=name,
                columns=self.n_outputs,
                shape=rows.shape,
            )
        return rows

    def _seen(self, raw: Floats, first: int) -> Floats:
        """What the network sees of the rows `raw`, the first of which is sample number `first`."""
        if self.preprocessing.is_plain:
            return raw
        seen = np.ascontiguousarray(self.preprocessing.apply(raw))
        self.preprocessing.check_finite(seen, raw, first)
        seen.flags.writeable = False
        return seen

    def _check_shapes(self) -> None:
        for name, inputs, targets in (
            ("training", self.raw_inputs, self.raw_targets),
            ("test", self.raw_test_inputs, self.raw_test_targets),
        ):
            if len(inputs) != len(targets):
                raise EngineError(
                    "The {name} set has {inputs} rows of inputs but {targets} rows of targets; give one target row "
                    "for each input row.",
                    name=name,
                    inputs=len(inputs),
                    targets=len(targets),
                )
        if self.raw_test_inputs.shape[1] != self.n_raw_inputs or self.raw_test_targets.shape[1] != self.n_outputs:
            raise EngineError("The test set must have as many input and target columns as the training set.")
        if self.n_raw_inputs == 0 or self.n_outputs == 0:
            raise EngineError("A data set needs at least one input column and one target column.")

    def _find_task(self) -> str:
        low, high = self.target_codes
        rows = self.all_raw_targets
        if not ((rows == low) | (rows == high)).all():
            return "values"
        if self.n_outputs == 1:
            return "binary"
        one_hot = bool(((rows == high).sum(axis=1, dtype=np.int32) == 1).all())
        return "classes" if one_hot else "columns"


def _find_codes(targets: Floats) -> tuple[float, float]:
    """The two codes in use; a set with one code or none is read as 0/1, or ±1 where a -1 stands."""
    if targets.size:
        low, high = float(targets.min()), float(targets.max())
        if low < high and bool(((targets == low) | (targets == high)).all()):
            return low, high
    return (-1.0, 1.0) if (targets == -1.0).any() else (0.0, 1.0)


def _checked_codes(codes: object) -> tuple[float, float]:
    values = checked_tuple("target codes", codes)
    if len(values) != 2 or not all(map(is_number, values)) or not values[0] < values[1]:
        raise EngineError("The target codes are two numbers, the low one first; got {codes}.", codes=Shown(codes))
    return float(values[0]), float(values[1])


def _checked_code_names(names: object) -> tuple[str, ...]:
    texts = checked_tuple("code_names", names)
    for text in texts:
        check_kind("Each of code_names", text, str)
    if texts and (len(texts) != 2 or texts[0] == texts[1] or "" in texts):
        raise EngineError("The two codes need two different names; got {names}.", names=Shown(texts))
    return tuple(map(readable, texts))


def _joined(training: Floats, test: Floats) -> Floats:
    if not len(test):
        return training
    return _read_only(np.vstack([training, test]))


def _read_only(rows: Floats) -> Floats:
    rows.flags.writeable = False
    return rows


def mean_of(values: Floats) -> float:
    """The mean of (n,) values, also where their sum is too large for a number."""
    with np.errstate(over="ignore", invalid="ignore"):
        mean = float(values.mean())
    if np.isfinite(mean):
        return mean
    scale = float(np.abs(values).max())
    return float((values / scale).mean() * scale)


def _typical(column: Floats) -> float:
    if not len(column):
        return 0.0
    low, high = column.min(), column.max()
    is_coded = bool(((column == low) | (column == high)).all())
    return float(low) if is_coded else float(np.clip(mean_of(column), low, high))


def _frozen_rows(values: ArrayLike | FrozenArray, name: str) -> Floats:
    rows = values.array if isinstance(values, FrozenArray) else number_array(name, values)
    if rows.ndim == 1 and "targets" in name:
        rows = rows[:, np.newaxis]
    if rows.ndim != 2:
        raise EngineError(
            "The {name} must have two dimensions, one row a sample; got shape {shape}.", name=name, shape=rows.shape
        )
    if not np.isfinite(rows).all():
        row, column = np.argwhere(~np.isfinite(rows))[0]
        raise EngineError(
            "The {name} hold {value} in row {row}, column {column}; only finite numbers can be used.",
            name=name,
            value=rows[row, column],
            row=row + 1,
            column=column + 1,
        )
    rows.flags.writeable = False
    return rows


def _names(names: Sequence[str] | None, letter: str, count: int) -> tuple[str, ...]:
    if names is None:
        return tuple(f"{letter}{i + 1}" for i in range(count)) if count > 1 or letter == "x" else (letter,)
    given = checked_tuple("names of columns", names)
    if len(given) != count:
        raise EngineError("{count} names are needed for {count} columns; got {got}.", count=count, got=len(given))
    return tuple(readable(str(name)) for name in given)
