"""This module measures the course of a run from its error curve: whether it falls, stands, swings or grows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.training.history import LossCurve

Floats = NDArray[np.float64]

FEWEST = 8
"""Evaluations; of fewer nothing can be said."""
_FALL = 0.025  # of the error, from the third quarter of the run to the last one: below that it stands
_LATE_FALL = 0.01  # in the last tenth, where it falls steadily: it has just begun to move
_STEADY = 0.8
_POINTS = 200
_TAIL = 400
_SAME = 0.05
_SWINGING = 0.15
_WIDE = 0.15


@dataclass(frozen=True)
class Course:
    """Figures of an error curve; errors are means over the samples.

    n: evaluations. last_epoch: of the last one. first, lowest, level: the first error, the smallest, and the median of
    the last quarter of the run. fall: by what share the median fell from the third quarter to the last one.
    falls: whether the error still falls. since: the pass since which it stays within 5 % of its level.
    rises, falls_in_tail: how often it went up and down in the last `n_tail` evaluations. swing: from the tenth to the
    ninetieth percentile of these, as a share of their median. change: the median change from one to the next, likewise.
    """

    n: int
    last_epoch: int
    first: float
    lowest: float
    level: float
    fall: float
    falls: bool
    since: int
    n_tail: int
    rises: int
    falls_in_tail: int
    swing: float
    change: float
    tail_epochs: tuple[int, int]

    @property
    def stretch(self) -> int:
        """For how many passes the error has not fallen."""
        return self.last_epoch - self.since

    @property
    def stands(self) -> bool:
        """Whether enough was measured to say that the error no longer falls."""
        return self.n >= FEWEST and not self.falls

    @property
    def swings(self) -> bool:
        """Whether the error goes up and down by a good part of itself."""
        steps = self.rises + self.falls_in_tail
        return bool(steps) and self.rises >= _SWINGING * steps and self.swing >= _WIDE


def course_of(curve: LossCurve, n: int) -> Course:
    """The figures of `curve`, a history of `n` evaluations; at least one."""
    epochs, losses = curve.epochs, curve.last
    last_epoch = int(epochs[-1])
    third, fourth = (
        _between(epochs, losses, last_epoch * low, last_epoch * high) for low, high in ((0.5, 0.75), (0.75, 1.0))
    )
    level = float(np.median(fourth))
    fall = 1.0 - level / float(np.median(third)) if np.median(third) > 0 else 0.0
    tail = losses[-_TAIL:]
    steps = np.diff(tail)
    middle = float(np.median(tail)) or 1.0
    low, high = np.percentile(tail, (10, 90))
    return Course(
        n=n,
        last_epoch=last_epoch,
        first=float(losses[0]),
        lowest=float(curve.minimum.min()),
        level=level,
        fall=fall,
        falls=_falls(epochs, losses, fourth, fall),
        since=_since(epochs, losses, level),
        n_tail=len(tail),
        rises=int(np.count_nonzero(steps > 1e-9 * middle)),
        falls_in_tail=int(np.count_nonzero(steps < -1e-9 * middle)),
        swing=float(high - low) / middle,
        change=float(np.median(np.abs(steps))) / middle if len(steps) else 0.0,
        tail_epochs=(int(epochs[-len(tail)]), last_epoch),
    )


def _falls(epochs: NDArray[np.int64], losses: Floats, fourth: Floats, fall: float) -> bool:
    """Whether the last quarter lies clearly below the one before, or the error has just begun to fall steadily."""
    spread = float(np.subtract(*np.percentile(fourth, (75, 25))))
    level = float(np.median(fourth))
    if fall > _FALL and fall * level > 0.8 * spread * (1.0 - fall):
        return True
    tenth = _between(epochs, losses, epochs[-1] * 0.9, float(epochs[-1]))
    down = np.diff(tenth) < 0
    return bool(len(down) >= 5 and down.mean() >= _STEADY and tenth[-1] < (1.0 - _LATE_FALL) * tenth[0])


def _since(epochs: NDArray[np.int64], losses: Floats, level: float) -> int:
    """The first pass from which on the error was never above its level by more than 5 %, swings apart."""
    smooth = np.minimum.accumulate(losses)
    near = np.flatnonzero(smooth <= (1.0 + _SAME) * level)
    return int(epochs[near[0]]) if len(near) else int(epochs[-1])


def _between(epochs: NDArray[np.int64], losses: Floats, low: float, high: float) -> Floats:
    """Up to 200 errors, evenly spread over the passes from `low` to `high`; old ones are kept in buckets."""
    wanted = np.unique(np.linspace(low, high, _POINTS).astype(np.int64))
    places = np.unique(np.searchsorted(epochs, wanted).clip(0, len(epochs) - 1))
    return np.asarray(losses[places])
