"""This module sums up many starts: how often they succeed, after how many epochs, and where the others got stuck."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.data.dataset import Dataset
from engine.training.starts.success_rate import Attempt

TOLERANCE = 0.1
"""Starts are stuck in the same place where no output differs by more than this part of the range of its targets."""
MOST_PLACES = 200
"""Places that are told apart; a failed start that is in none of so many is counted among `n_elsewhere`."""
BINS = 20
_Z = 1.959963984540054  # the normal distribution has 95 % of its mass within so many deviations


def wilson_interval(successes: int, tries: int) -> tuple[float, float]:
    """The 95 % confidence interval of a success rate (Wilson 1927, J. Am. Stat. Assoc. 22, 209); (0, 1) of no try."""
    if tries == 0:
        return 0.0, 1.0
    rate, square = successes / tries, _Z * _Z / tries
    middle = rate + square / 2
    reach = _Z * math.sqrt(rate * (1 - rate) / tries + square / (4 * tries))
    low, high = (middle - reach) / (1 + square), (middle + reach) / (1 + square)
    return (0.0 if successes == 0 else low), (1.0 if successes == tries else high)


@dataclass(frozen=True)
class Epochs:
    """After how many epochs the successful starts reached their goal.

    quartiles: a quarter of them, half and three quarters took at most so many (linear between two starts).
    heights: how many took up to 1/`BINS`, 2/`BINS` … of `axis_end`, the slowest rounded up to two figures.
    """

    quartiles: tuple[float, float, float]
    heights: tuple[int, ...]
    axis_end: int

    @property
    def median(self) -> float:
        """Half of them took at most so many."""
        return self.quartiles[1]


@dataclass(frozen=True)
class StuckPlace:
    """Failed starts that ended alike: with the same outputs, see `TOLERANCE`, or by diverging.

    first: the one that was made first, which stands for all. seeds: those of all, in the order of the attempts.
    """

    first: Attempt
    seeds: tuple[int, ...]

    @property
    def n_starts(self) -> int:
        """How many they are."""
        return len(self.seeds)

    @property
    def diverged(self) -> bool:
        """Whether they were given up because their numbers grew beyond all bounds."""
        return self.first.stop_reason == "diverged"


@dataclass(frozen=True)
class SuccessFigures:
    """What is known of some starts.

    epochs: None where none succeeded. places: where failed ones got stuck, the most frequent first, then by seed.
    """

    n_tried: int
    n_succeeded: int
    epochs: Epochs | None
    places: tuple[StuckPlace, ...]
    n_elsewhere: int

    @property
    def n_failed(self) -> int:
        """How many did not reach the goal."""
        return self.n_tried - self.n_succeeded

    @property
    def rate(self) -> float | None:
        """The share that succeeded; None of none."""
        return self.n_succeeded / self.n_tried if self.n_tried else None

    @property
    def interval(self) -> tuple[float, float]:
        """Where the rate of all possible starts lies, 95 times of 100."""
        return wilson_interval(self.n_succeeded, self.n_tried)


class SuccessTally:
    """Counts attempts one by one, so that their figures are there at any time.

    A failed start joins the first place whose first start it resembles, in the order of the attempts, or opens one.
    """

    def __init__(self, data: Dataset) -> None:
        span = np.ptp(data.targets, axis=0) if data.n_samples else np.ones(data.n_outputs)
        self._reach = TOLERANCE * np.where(span > 0, span, 1.0)
        self._epochs: list[int] = []
        self._firsts: list[Attempt] = []
        self._seeds: list[list[int]] = []
        self._n_tried = self._n_elsewhere = 0

    def add(self, attempt: Attempt) -> None:
        """Count one attempt more."""
        self._n_tried += 1
        if attempt.succeeded:
            self._epochs.append(attempt.epochs)
            return
        index = self._place_of(attempt)
        if index is not None:
            self._seeds[index].append(attempt.seed)
        elif len(self._firsts) < MOST_PLACES:
            self._firsts.append(attempt)
            self._seeds.append([attempt.seed])
        else:
            self._n_elsewhere += 1

    def figures(self) -> SuccessFigures:
        """What is known so far."""
        places = [StuckPlace(first, tuple(seeds)) for first, seeds in zip(self._firsts, self._seeds, strict=True)]
        places.sort(key=lambda place: (-place.n_starts, place.first.seed))
        epochs = epochs_of(self._epochs) if self._epochs else None
        return SuccessFigures(self._n_tried, len(self._epochs), epochs, tuple(places), self._n_elsewhere)

    def _place_of(self, attempt: Attempt) -> int | None:
        """The index of the place where it is stuck too; None where nobody was before."""
        return next((index for index, first in enumerate(self._firsts) if self._are_alike(first, attempt)), None)

    def _are_alike(self, first: Attempt, attempt: Attempt) -> bool:
        if "diverged" in (first.stop_reason, attempt.stop_reason):
            return first.stop_reason == attempt.stop_reason
        return bool((np.abs(first.outputs.array - attempt.outputs.array) <= self._reach).all())


def epochs_of(counts: Sequence[int]) -> Epochs:
    """The distribution of these numbers of epochs, at least one."""
    low, median, high = np.percentile(counts, (25, 50, 75)).tolist()
    end = _rounded_up(max(counts))
    heights, _edges = np.histogram(counts, bins=BINS, range=(0, end))
    return Epochs((low, median, high), tuple(heights.tolist()), end)


def _rounded_up(count: int) -> int:
    """To two significant figures, at least 1."""
    unit = int(10 ** max(0, len(str(count)) - 2))
    return max(1, -(-count // unit) * unit)
