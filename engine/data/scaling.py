"""This module scales columns of numbers by figures of the training samples, and takes the scaling back."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.spec.errors import EngineError

Floats = NDArray[np.float64]

NONE, STANDARDISE, MIN_MAX, PLUS_MINUS = "none", "standardise", "min_max", "plus_minus"
SCALINGS = (NONE, STANDARDISE, MIN_MAX, PLUS_MINUS)


@dataclass(frozen=True)
class Scaling:
    """Every column becomes (value − centre) / spread.

    kind: mean and standard deviation ("standardise"), minimum and range, so that the samples lie in 0 … 1 ("min_max"),
    or the middle and half the range, so that they lie in −1 … 1 ("plus_minus"). "none" leaves the columns alone.
    """

    kind: str = NONE
    centres: tuple[float, ...] = ()
    spreads: tuple[float, ...] = ()

    @property
    def is_none(self) -> bool:
        """Whether values stay as they are."""
        return self.kind == NONE

    def apply(self, values: Floats) -> Floats:
        """`values` (n, columns) scaled; the very array where nothing is scaled."""
        if self.is_none:
            return values
        with np.errstate(all="ignore"):
            scaled = np.asarray(values - np.array(self.centres))
            scaled /= np.array(self.spreads)
            return scaled

    def undo(self, values: Floats) -> Floats:
        """Scaled `values` (…, columns) in the former units."""
        if self.is_none:
            return values
        with np.errstate(all="ignore"):
            return np.asarray(values * np.array(self.spreads) + np.array(self.centres))


NOT_SCALED = Scaling()


def check_scaling(kind: str) -> None:
    """EngineError for a scaling that there is not."""
    if kind not in SCALINGS:
        raise EngineError("There is no scaling {name!r}; choose one of {names}.", name=kind, names=", ".join(SCALINGS))


def fitted_scaling(kind: str, columns: Floats) -> Scaling:
    """The scaling with the numbers of `columns` (n, k). A column that is the same everywhere has the spread 1.

    Raises EngineError where a number is out of range.
    """
    count = columns.shape[1]
    if kind == NONE:
        return Scaling()
    if not len(columns):
        return Scaling(kind, (0.0,) * count, (1.0,) * count)
    with np.errstate(over="ignore", invalid="ignore"):
        centres, spreads = _FITS[kind](columns)
    if not (np.isfinite(centres).all() and np.isfinite(spreads).all()):
        raise EngineError("The numbers are too large to be scaled; remove the largest samples or do not scale.")
    spreads = np.where((columns == columns[0]).all(axis=0) | (spreads == 0), 1.0, spreads)
    return Scaling(kind, tuple(map(float, centres)), tuple(map(float, spreads)))


def _mean_and_deviation(columns: Floats) -> tuple[Floats, Floats]:
    return np.asarray(columns.mean(axis=0)), np.asarray(columns.std(axis=0))


def _minimum_and_range(columns: Floats) -> tuple[Floats, Floats]:
    low = columns.min(axis=0)
    return np.asarray(low), np.asarray(columns.max(axis=0) - low)


def _middle_and_half_range(columns: Floats) -> tuple[Floats, Floats]:
    low, high = columns.min(axis=0), columns.max(axis=0)
    return np.asarray(low / 2 + high / 2), np.asarray(high / 2 - low / 2)


_FITS = {STANDARDISE: _mean_and_deviation, MIN_MAX: _minimum_and_range, PLUS_MINUS: _middle_and_half_range}
