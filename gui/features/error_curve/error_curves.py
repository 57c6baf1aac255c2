"""This module turns a bounded history into lines: no more points than pixels can show, and no peak lost."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.training.history import LossCurve

Floats = NDArray[np.float64]

KEPT_RUNS = 5
KEPT_COLUMNS = 1000  # of an earlier run: as many as the pixels of a plot, also where the next run is shorter


@dataclass(frozen=True, eq=False)
class Line:
    """One curve: epochs with the lowest, the highest and a typical value since the entry before."""

    epochs: Floats
    minimum: Floats
    maximum: Floats
    typical: Floats

    def __len__(self) -> int:
        return len(self.epochs)

    def between(self, first: float, last: float) -> Line:
        """The part from epoch `first` to `last`, with a neighbour on either side."""
        low = max(0, int(np.searchsorted(self.epochs, first)) - 1)
        high = int(np.searchsorted(self.epochs, last, side="right")) + 1
        part = slice(low, high)
        return Line(self.epochs[part], self.minimum[part], self.maximum[part], self.typical[part])

    def reduced(self, columns: int) -> Line:
        """At most `columns` entries, each with the extremes and the mean of those it stands for."""
        group = -(-len(self) // max(1, columns))
        if group <= 1:
            return self
        starts = np.arange(0, len(self), group)
        counts = np.diff(np.append(starts, len(self)))
        return Line(
            np.add.reduceat(self.epochs, starts) / counts,
            np.fmin.reduceat(self.minimum, starts),
            np.fmax.reduceat(self.maximum, starts),
            np.add.reduceat(self.typical, starts) / counts,
        )

    def copy(self) -> Line:
        """The same values in arrays of its own, so that the history they came from can go."""
        return Line(*(np.array(part) for part in (self.epochs, self.minimum, self.maximum, self.typical)))

    def logarithms(self, floor: float) -> Line:
        """Exponents of ten; `floor`, where the axis ends, for an error of 0, and holes for what is no number."""
        return Line(self.epochs, *(exponents(part, floor) for part in (self.minimum, self.maximum, self.typical)))

    def zeros(self) -> Floats:
        """The epochs at which, or just before which, the error is 0."""
        return np.asarray(self.epochs[self.minimum == 0])


def exponents(values: Floats, floor: float) -> Floats:
    """Logarithms to the base 10; `floor` for 0, and NaN for what is negative or no number."""
    found = np.log10(np.where(values > 0, values, np.nan))
    found[values == 0] = floor
    return np.asarray(found)


NO_LINE = Line(np.empty(0), np.empty(0), np.empty(0), np.empty(0))


def lines_of(curve: LossCurve) -> tuple[Line, Line]:
    """The training and the test line of a history; the test line is empty without a test set."""
    epochs = curve.epochs.astype(np.float64)
    train = Line(epochs, curve.minimum, curve.maximum, curve.last)
    if len(curve.test_last) != len(epochs):
        return train, NO_LINE
    return train, Line(epochs, curve.test_minimum, curve.test_maximum, curve.test_last)


def goes_on(before: LossCurve, after: LossCurve) -> bool:
    """Whether `after` is the curve `before`, marked since and perhaps longer."""
    if len(after.marks) < max(1, len(before.marks)) or not len(before.epochs):
        return False
    place = int(np.searchsorted(after.epochs, before.epochs[-1]))
    is_there = place < len(after.epochs) and after.epochs[place] == before.epochs[-1]
    return bool(is_there and after.last[place] == before.last[-1] and after.last[0] == before.last[0])


class EarlierRuns:
    """The training lines of the last few runs, newest last, in a size that does not grow with their length."""

    def __init__(self) -> None:
        self.lines: deque[Line] = deque(maxlen=KEPT_RUNS)

    def keep(self, curve: LossCurve) -> None:
        """Remember a run that is over; one without a single epoch is no run."""
        train, _ = lines_of(curve)
        if len(train) > 1:
            self.lines.append(train.reduced(KEPT_COLUMNS).copy())

    def forget(self) -> None:
        """Remember none, because they can no longer be compared with what comes."""
        self.lines.clear()
