"""This module turns the user's inputs into the network's inputs: words encoded, derived features, then scaling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.data.cell_reading import Reading, check_number_form, check_readings
from engine.data.column_names import shown_input
from engine.data.scaling import (
    MIN_MAX,
    NONE,
    NOT_SCALED,
    PLUS_MINUS,
    SCALINGS,
    STANDARDISE,
    Scaling,
    check_scaling,
    fitted_scaling,
)
from engine.data.words import ONE_HOT, WordLists, check_words, nearest_codes
from engine.spec.errors import EngineError

if TYPE_CHECKING:
    from engine.data.features import Feature

Floats = NDArray[np.float64]

MAX_FEATURES = 32
MAX_FORMULA = 400  # characters, as many as expressions can have

__all__ = ["MIN_MAX", "NONE", "PLUS_MINUS", "SCALINGS", "STANDARDISE", "Preprocessing", "checked", "usable_features"]


@dataclass(frozen=True)
class Source:
    """An input of the network is a column, one word of a column, or a feature.

    column: its place, None for a feature. code: that of the word for which the input is 1, None for a whole column.
    """

    column: int | None = None
    code: int | None = None
    feature: Feature | None = None

    @property
    def is_word(self) -> bool:
        """Whether the input is 1 where the word stands and else 0."""
        return self.code is not None


@dataclass(frozen=True)
class Preprocessing:
    """Preprocessing tells how the user's columns become the network's inputs, and the targets what it is to answer.

    raw_names: the user's columns. words: the words of the columns that hold some, see `WordLists`; in the samples stand
    their codes. encodings: for each such column "one_hot" or "ordinal"; what is not named is one-hot.
    features: formulas over the columns; without any, the columns themselves are the network's
    inputs. keeps_inputs: whether the columns stand before the features too. scaling: every input of the network but
    those of one-hot words is (value − centre) / spread, with one centre and one spread for each: see `Scaling`.
    readings, undone_rules, number_form: how the cells of an imported table became the columns, see
    `engine.data.cell_reading`.
    targets: the scaling of targets that are real values; undone, it brings the network's outputs into the user's units.
    """

    raw_names: tuple[str, ...]
    features: tuple[str, ...] = ()
    keeps_inputs: bool = True
    scaling: str = NONE
    centres: tuple[float, ...] = ()
    spreads: tuple[float, ...] = ()
    words: WordLists = ()
    encodings: tuple[str, ...] = ()
    targets: Scaling = NOT_SCALED
    readings: tuple[Reading, ...] = ()
    undone_rules: tuple[str, ...] = ()
    number_form: tuple[str, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether the network sees the columns as they are, and they are numbers."""
        return not self.features and self.scaling == NONE and not self.has_words

    @property
    def is_scaling_alone(self) -> bool:
        """Whether each input of the network is a column, so that lines stay lines; also true where it is plain."""
        return not self.features and not self.one_hot

    @property
    def has_words(self) -> bool:
        """Whether a column holds words."""
        return any(self.words)

    @property
    def one_hot(self) -> tuple[int, ...]:
        """The columns with one input for each of their words."""
        return tuple(place for place in range(len(self.words)) if self.encoding_of(place) == ONE_HOT)

    @property
    def number_names(self) -> tuple[str, ...]:
        """The columns that formulas can calculate with, "" in the place of the others."""
        return tuple("" if place in self.one_hot else name for place, name in enumerate(self.raw_names))

    def words_of(self, column: int) -> tuple[str, ...]:
        """The words of a column in their order; () for a column of numbers."""
        return self.words[column] if column < len(self.words) else ()

    def word_of(self, source: Source) -> str:
        """The word for which an input is 1."""
        assert source.column is not None
        assert source.code is not None
        return self.words_of(source.column)[source.code]

    def encoding_of(self, column: int) -> str:
        """How the words of a column become inputs; "" for a column of numbers."""
        if not self.words_of(column):
            return ""
        return (self.encodings[column] if column < len(self.encodings) else "") or ONE_HOT

    @property
    def sources(self) -> tuple[Source, ...]:
        """What each input of the network is made of, before scaling; features come last."""
        kept = () if self.features and not self.keeps_inputs else range(len(self.raw_names))
        parts: list[Source] = []
        for column in kept:
            codes = range(len(self.words_of(column))) if column in self.one_hot else (None,)
            parts += [Source(column, code) for code in codes]
        return (*parts, *(Source(feature=feature) for feature in self.parsed))

    @property
    def n_kept(self) -> int:
        """How many inputs of the network are a column or a word of one; they come first."""
        return len(self.sources) - len(self.features)

    @property
    def n_inputs(self) -> int:
        """Inputs of the network."""
        return len(self.sources)

    @property
    def feature_names(self) -> tuple[str, ...]:
        """The inputs before scaling, in print: x1 for a column, colour = red for a word of one, x₁² for a feature."""
        return tuple(map(self._name_of, self.sources))

    @property
    def names(self) -> tuple[str, ...]:
        """What the network's inputs are called; scaled ones have a prime."""
        if self.scaling == NONE:
            return self.feature_names
        pairs = zip(self.sources, self.feature_names, strict=True)
        return tuple(name if source.is_word else f"{_primed(shown_input(name))}′" for source, name in pairs)

    @property
    def parsed(self) -> tuple[Feature, ...]:
        """The features, read. Raises EngineError for a formula that cannot be read."""
        return tuple(_read(number, text, self.number_names) for number, text in enumerate(self.features, start=1))

    def columns(self, raw: ArrayLike) -> Floats:
        """The inputs before scaling (n, n_inputs) for `raw` (n, columns); not finite where a feature has no value."""
        rows = np.asarray(raw, dtype=np.float64)
        if not self.features and not self.one_hot:
            return rows
        seen = np.empty((len(rows), len(self.sources)))
        for place, source in enumerate(self.sources):  # one after the other: a million rows take their room once
            seen[:, place] = self._values_of(source, rows)
        return seen

    def apply(self, raw: ArrayLike) -> Floats:
        """What the network sees (n, n_inputs) of `raw` (n, columns); where it is plain, that very array."""
        return Scaling(self.scaling, self.centres, self.spreads).apply(self.columns(raw))

    def snapped(self, raw: Floats) -> Floats:
        """`raw` (n, columns) with the code of a word wherever a column holds words; the array itself without words."""
        if not self.has_words:
            return raw
        rows = raw.copy()
        for place, words in enumerate(self.words):
            if words:
                rows[:, place] = nearest_codes(rows[:, place], len(words))
        return rows

    def fitted(self, raw: Floats, targets: Floats | None = None) -> Preprocessing:
        """The same with the numbers of the scalings taken from the training samples: `raw` (n, columns), and targets.

        Raises EngineError where a number is out of range.
        """
        if targets is not None and not self.targets.is_none:
            return replace(self, targets=fitted_scaling(self.targets.kind, targets)).fitted(raw)
        if self.scaling == NONE:
            return self
        columns = self.columns(raw)
        self.check_finite(columns, raw)
        scaling = fitted_scaling(self.scaling, columns)
        is_word = [source.is_word for source in self.sources]
        centres = tuple(0.0 if word else centre for word, centre in zip(is_word, scaling.centres, strict=True))
        spreads = tuple(1.0 if word else spread for word, spread in zip(is_word, scaling.spreads, strict=True))
        return replace(self, centres=centres, spreads=spreads)

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

    def _name_of(self, source: Source) -> str:
        if source.feature is not None:
            return source.feature.name
        assert source.column is not None
        name = self.raw_names[source.column]
        return name if source.code is None else f"{shown_input(name)} = {self.word_of(source)}"

    def _values_of(self, source: Source, rows: Floats) -> NDArray[Any]:
        if source.feature is not None:
            return source.feature.values(rows)
        assert source.column is not None
        values = rows[:, source.column]
        if source.code is None:
            return values
        codes = nearest_codes(values, len(self.words_of(source.column)))
        return np.asarray(codes == source.code)

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
    check_scaling(preprocessing.scaling)
    check_scaling(preprocessing.targets.kind)
    check_words(preprocessing.raw_names, preprocessing.words, preprocessing.encodings)
    check_readings(len(preprocessing.raw_names), preprocessing.readings, preprocessing.undone_rules)
    check_number_form(preprocessing.number_form)
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
