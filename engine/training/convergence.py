"""Tells how a perceptron run ends: it bounds the corrections where a line separates the classes, and finds the cycle
where none does.

The bound is Novikoff's (1962) and counts the starting weights in. With every sample as x̂ = (x, 1), times −1 for the
low class, w* a unit vector with w*·x̂ ≥ γ > 0 for all of them, R = max ‖x̂‖, and c·x̂ what a correction adds:
w*·W grows by cγ or more with each, ‖W‖² by c²R² or less, so that after k corrections

    w*·W(0) + k c γ ≤ ‖W(k)‖ ≤ √(‖W(0)‖² + k c² R²).

From W(0) = 0 that is k ≤ (R/γ)².
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.spec.rules import RULE_TABLE

if TYPE_CHECKING:
    from engine.training.ledger import LedgerView


Floats = NDArray[np.float64]

MOST_SAMPLES = 5_000
"""For larger sets the widest margin takes too long."""
_GRAIN = 1e-9  # weights that differ by less than this part of the largest one differ by rounding alone


@dataclass(frozen=True)
class Cycle:
    """The weights after step `again` equal those after step `first`, at the same position in the pass: all repeats."""

    first: int
    again: int

    @property
    def length(self) -> int:
        """Steps of one round."""
        return self.again - self.first


def correction_bound(inputs: ArrayLike, is_high: ArrayLike, start: ArrayLike, step: float) -> float | None:
    """How many corrections one unit makes at most; None where it could not be found.

    inputs (n, n_inputs), is_high (n,): samples that a hyperplane separates; start (n_inputs + 1,): weights and bias
    at first; step: c above, η·(high − low).
    """
    rows, signs = np.asarray(inputs, dtype=np.float64), np.where(np.asarray(is_high, dtype=bool), 1.0, -1.0)
    if not 0 < len(rows) <= MOST_SAMPLES or step <= 0:
        return None
    points = np.hstack([rows, np.ones((len(rows), 1))]) * signs[:, np.newaxis]
    direction = _widest(points)
    if direction is None:
        return None
    margin, radius = float((points @ direction).min()), float(np.linalg.norm(points, axis=1).max())
    if not margin > 0:
        return None
    begin = np.asarray(start, dtype=np.float64)
    head, length = float(direction @ begin), float(begin @ begin)
    a, half_b, c = (step * margin) ** 2, head * step * margin - (step * radius) ** 2 / 2, head**2 - length
    return max(0.0, (-half_b + math.sqrt(max(half_b**2 - a * c, 0.0))) / a)


def find_cycle(view: LedgerView, most_steps: int) -> Cycle | None:
    """The cycle where the run returns to weights that it had, within `most_steps` of the settings in force.

    The search makes the steps that the run will make, with the same bits. None for shuffled runs, whose order never
    repeats, for runs that come to rest, and where the cycle takes more steps.
    """
    stretch = view.stretches[-1]
    if stretch.training.shuffle or not RULE_TABLE[stretch.training.rule].threshold_units:
        return None
    replay = view.newest_replay()
    trainer, weights = replay.trainer, replay.network.parameters
    to_pass_end = stretch.dataset.n_samples - stretch.marks[0].run.position
    step = stretch.first + trainer.advance(to_pass_end)
    grain = _grain_of(weights, stretch.dataset.inputs, stretch.training.learning_rate)
    seen = _Seen(grain)
    seen.put(weights, step)
    while step - stretch.first < most_steps:
        before = weights.copy()
        step += trainer.advance(stretch.dataset.n_samples)
        earlier = seen.put(weights, step)
        if earlier is not None:
            if step - earlier == stretch.dataset.n_samples and _is_at_rest(view, before, weights, step):
                return None
            return _first_of(view, earlier, step, grain)
    return None


def count_corrections(view: LedgerView, most_steps: int) -> NDArray[np.int64] | None:
    """Corrections that each output unit got until now, (n_outputs,), under the settings in force.

    None where that is more steps than `most_steps` and the run did not come to rest before.
    """
    stretch = view.stretches[-1]
    counts = np.zeros(stretch.dataset.n_outputs, dtype=np.int64)
    still = 0
    for row in view.walk(stretch.first + 1, min(view.current, stretch.first + most_steps)):
        corrected = row.corrected()
        counts += corrected
        still = 0 if corrected.any() else still + 1
        if still >= 2 * stretch.dataset.n_samples:  # a whole pass, in any order, without a correction
            return counts
    return counts if view.current <= stretch.first + most_steps else None


class _Seen:
    """Remembers weights by their cells on two shifted grids, so that none is missed at the border of a cell."""

    def __init__(self, grain: float) -> None:
        self._grain = grain
        self._cells: tuple[dict[bytes, int], ...] = ({}, {})

    def put(self, weights: Floats, step: int) -> int | None:
        """Remember `weights`; returns the earlier step that had them, None without one."""
        keys = [np.floor(weights / self._grain + shift).tobytes() for shift in (0.0, 0.5)]
        earlier = [cells[key] for cells, key in zip(self._cells, keys, strict=True) if key in cells]
        for cells, key in zip(self._cells, keys, strict=True):
            cells.setdefault(key, step)
        return min(earlier) if earlier else None


def _widest(points: Floats) -> Floats | None:
    """The unit vector with the largest smallest product with `points`: the shortest w with points·w ≥ 1, scaled.

    Least distance programming by non-negative least squares (Lawson and Hanson 1974, chapter 23).
    """
    from scipy.optimize import nnls

    scale = float(np.abs(points).max())
    wanted = np.zeros(points.shape[1] + 1)
    wanted[-1] = 1.0
    matrix = np.vstack([points.T / scale, np.ones(len(points))])
    try:
        weights, _ = nnls(matrix, wanted, maxiter=50 * len(points))
    except RuntimeError:
        return None
    residual = matrix @ weights - wanted
    direction = -residual[:-1] / residual[-1] if residual[-1] != 0 else residual[:-1]
    length = float(np.linalg.norm(direction))
    return np.asarray(direction / length) if length > 0 else None


def _grain_of(weights: Floats, inputs: Floats, rate: float) -> float:
    largest = max(float(np.abs(weights).max()), rate * max(1.0, float(np.abs(inputs).max())))
    return _GRAIN * largest or 1.0


def _is_at_rest(view: LedgerView, before: Floats, after: Floats, step: int) -> bool:
    """Whether the last pass changed nothing."""
    if not np.array_equal(before, after):
        return False
    n_samples = view.stretches[-1].dataset.n_samples
    return not any(row.corrected().any() for row in _ahead(view, step).walk(step - n_samples + 1, step))


def _ahead(view: LedgerView, step: int) -> LedgerView:
    """`view` with what the run will do up to `step`, unless its settings change."""
    return replace(view, stretches=view.stretches[-1:], length=max(step, view.length))


def _first_of(view: LedgerView, earlier: int, step: int, grain: float) -> Cycle:
    """The cycle with its first step, which may lie within the pass before `earlier`."""
    stretch = view.stretches[-1]
    length, n_samples = step - earlier, stretch.dataset.n_samples
    begin = max(stretch.first, earlier - n_samples)
    known = _ahead(view, step)
    early = [row.parameters for row in known.walk(begin, earlier)]
    late = [row.parameters for row in known.walk(begin + length, step)]
    first = earlier
    for back, (one, other) in enumerate(zip(reversed(early), reversed(late), strict=True)):
        if np.abs(one - other).max() > grain:
            break
        first = earlier - back
    return Cycle(first, first + length)
