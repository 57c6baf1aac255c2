"""This module turns the user's inputs into the network's inputs: derived features, then scaling, each on request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.data.column_names import shown_input
from engine.spec.errors import EngineError

if TYPE_CHECKING:
    from engine.data.features import Feature

Floats = NDArray[np.float64]

MAX_FEATURES = 32
MAX_FORMULA = 400  # characters, as many as expressions can have

NONE, STANDARDISE, MIN_MAX = "none", "standardise", "min_max"
SCALINGS = (NONE, STANDARDISE, MIN_MAX)


@dataclass(frozen=True)
class Preprocessing:
    """Preprocessing tells how the user's columns become the network's inputs.

    raw_names: the user's columns. features: formulas over them; without any, the columns themselves are the network's
    inputs. keeps_inputs: whether the columns stand before the features too. scaling: every input of the network is
    (value − centre) / spread, with one centre and one spread for each: mean and standard deviation of the training
    samples ("standardise"), or their minimum and range ("min_max", so that they lie in 0 … 1).
    """

    raw_names: tuple[str, ...]
    features: tuple[str, ...] = ()
    keeps_inputs: bool = True
    scaling: str = NONE
    centres: tuple[float, ...] = ()
    spreads: tuple[float, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether the network sees the columns as they are."""
        return not self.features and self.scaling == NONE

    @property
    def is_scaling_alone(self) -> bool:
        """Whether each input of the network is a column, so that lines stay lines; also true where it is plain."""
        return not self.features

    @property
    def n_kept(self) -> int:
        """How many columns stand, scaled or not, among the network's inputs; they come first."""
        return len(self.raw_names) if self.keeps_inputs or not self.features else 0

    @property
    def n_inputs(self) -> int:
        """Inputs of the network."""
        return self.n_kept + len(self.features)

    @property
    def feature_names(self) -> tuple[str, ...]:
        """The inputs before scaling, in print: x1 for a column, x₁² for a feature."""
        kept = self.raw_names[: self.n_kept]
        return (*kept, *(feature.name for feature in self.parsed))

    @property
    def names(self) -> tuple[str, ...]:
        """What the network's inputs are called; scaled ones have a prime."""
        if self.scaling == NONE:
            return self.feature_names
        return tuple(f"{_primed(shown_input(name))}′" for name in self.feature_names)

    @property
    def parsed(self) -> tuple[Feature, ...]:
        """The features, read. Raises EngineError for a formula that cannot be read."""
        return tuple(_read(number, text, self.raw_names) for number, text in enumerate(self.features, start=1))

    def columns(self, raw: ArrayLike) -> Floats:
        """The inputs before scaling (n, n_inputs) for `raw` (n, columns); not finite where a feature has no value."""
        rows = np.asarray(raw, dtype=np.float64)
        if not self.features:
            return rows
        derived = [feature.values(rows) for feature in self.parsed]
        return np.column_stack([rows[:, : self.n_kept], *derived])

    def apply(self, raw: ArrayLike) -> Floats:
        """What the network sees (n, n_inputs) of `raw` (n, columns); where it is plain, that very array."""
        columns = self.columns(raw)
        if self.scaling == NONE:
            return columns
        with np.errstate(all="ignore"):
            return np.asarray((columns - np.array(self.centres)) / np.array(self.spreads))

    def fitted(self, raw: Floats) -> Preprocessing:
        """The same with the scaling's numbers taken from the training samples `raw` (n, columns).

        A column that is the same everywhere has the spread 1. Raises EngineError where a number is out of range.
        """
        if self.scaling == NONE:
            return self
        columns = self.columns(raw)
        self.check_finite(columns, raw)
        if not len(columns):
            return replace(self, centres=(0.0,) * self.n_inputs, spreads=(1.0,) * self.n_inputs)
        with np.errstate(over="ignore", invalid="ignore"):
            centres, spreads = _FITS[self.scaling](columns)
        if not (np.isfinite(centres).all() and np.isfinite(spreads).all()):
            raise EngineError("The inputs are too large to be scaled; remove the largest samples or do not scale.")
        spreads = np.where((columns == columns[0]).all(axis=0) | (spreads == 0), 1.0, spreads)
        return replace(self, centres=tuple(map(float, centres)), spreads=tuple(map(float, spreads)))

    def check_finite(self, seen: Floats, raw: Floats, first: int = 1) -> None:
        """Raises EngineError, naming the sample, where an input `seen` (n, n_inputs) of `raw` is no finite number.

        first: the number of the first row among the samples.
        """
        if np.isfinite(seen).all():
            return
        row, column = (int(place) for place in np.argwhere(~np.isfinite(seen))[0])
        inputs = ", ".join(f"{value:.6g}" for value in raw[row, :6])
        raise EngineError(
            "Sample {row} ({inputs}): {feature} has no finite value there; change the feature, or move or remove the "
            "sample.",
            row=row + first,
            inputs=inputs if raw.shape[1] <= 6 else f"{inputs}, …",
            feature=self.feature_names[column],
        )

    def raw_line(self, weights: ArrayLike, bias: float) -> tuple[Floats, float]:
        """Weights (columns,) and bias, in raw units, of the hyperplane w·x + b of scaled inputs; net inputs stay.

        Only where `is_scaling_alone`.
        """
        w = np.asarray(weights, dtype=np.float64)
        if self.scaling == NONE:
            return w, float(bias)
        raw = w / np.array(self.spreads)
        return raw, float(bias) - float(raw @ np.array(self.centres))

    def seen_line(self, raw_weights: ArrayLike, raw_bias: float) -> tuple[Floats, float]:
        """The other way round: weights and bias for the network's inputs of a hyperplane in raw units."""
        raw = np.asarray(raw_weights, dtype=np.float64)
        if self.scaling == NONE:
            return raw, float(raw_bias)
        return raw * np.array(self.spreads), float(raw_bias) + float(raw @ np.array(self.centres))


def checked(preprocessing: Preprocessing) -> Preprocessing:
    """`preprocessing`; raises EngineError for an unknown scaling, too many features or one that cannot be read."""
    if preprocessing.scaling not in SCALINGS:
        raise EngineError(
            "There is no scaling {name!r}; choose one of {names}.",
            name=preprocessing.scaling,
            names=", ".join(SCALINGS),
        )
    if len(preprocessing.features) > MAX_FEATURES:
        raise EngineError(
            "The network can see {limit} derived features; these are {count}.",
            limit=MAX_FEATURES,
            count=len(preprocessing.features),
        )
    names = [feature.name for feature in preprocessing.parsed]
    twice = next((name for index, name in enumerate(names) if name in names[:index]), None)
    if twice is not None:
        raise EngineError("The feature {name} stands there twice; remove one.", name=twice)
    return preprocessing


def usable_features(features: Sequence[str], names: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the formulas that can be read over columns called `names`."""
    return tuple(text for text in features if _can_read(text, names))


def _can_read(text: str, names: tuple[str, ...]) -> bool:
    from engine.data.features import read_feature
    from engine.expression import ExpressionError

    try:
        read_feature(text, names)
    except ExpressionError:
        return False
    return True


def _read(number: int, text: str, names: tuple[str, ...]) -> Feature:
    from engine.data.features import read_feature
    from engine.expression import ExpressionError  # which most data do not need

    try:
        return read_feature(text, names)
    except ExpressionError as error:
        raise EngineError(
            "Feature {number} ({text}): {problem}", number=number, text=_short(text), problem=error.text
        ) from error


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


def _primed(name: str) -> str:
    """`name` so that a prime behind it belongs to all of it: in parentheses where an operation stands outside any."""
    depth = 0
    for sign in name:
        depth += (sign == "(") - (sign == ")")
        if depth == 0 and sign in "·+−/^":
            return f"({name})"
    return name


def _mean_and_deviation(columns: Floats) -> tuple[Floats, Floats]:
    return np.asarray(columns.mean(axis=0)), np.asarray(columns.std(axis=0))


def _minimum_and_range(columns: Floats) -> tuple[Floats, Floats]:
    low = columns.min(axis=0)
    return np.asarray(low), np.asarray(columns.max(axis=0) - low)


_FITS = {STANDARDISE: _mean_and_deviation, MIN_MAX: _minimum_and_range}
