"""This module decides exactly whether a hyperplane separates two classes.

A linear program (HiGHS, in floating point) looks for the widest gap and for the samples that matter. What it finds is
proved in rational numbers: a hyperplane by trying it on every sample, its absence by a point that lies in the convex
hulls of both classes, made of at most n_inputs + 2 samples. Where rounding misled the program, an exact one
(`exact_simplex.py`) decides on a few samples and takes in those that its answer gets wrong, until none is left.

A unit fires at net input ≥ 0 (the lecture: sgn(0) = +1). For finitely many samples that is no matter: where a line
has high samples on it, it can be moved a little until none is on it.

A gap that is nothing but rounding is none: (0.1, 0.2), (0.2, 0.3) and (0.3, 0.4) lie on one line by hand, but not in
binary numbers. So every sample must be farther from the hyperplane than a net input that counts as 0
(`engine/spec/ties.py`). In other words each sample is a tiny box, and the convex hulls are those of the boxes.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.analysis.exact_simplex import vanishing_combination
from engine.data.dataset import Dataset
from engine.spec.ties import tie_share

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Integers = NDArray[np.int64]

MOST_EXACT_INPUTS = 20
"""Up to here the proof takes a second or two; beyond, the linear program alone decides."""
_SURE_GAP = 1e-9


@dataclass(frozen=True, eq=False)
class Separability:
    """separable: the verdict. is_exact: whether it is proved, not computed in floating point alone.

    weights (n_inputs,) and bias: a separating hyperplane, weights · x + bias > 0 for the high class, up to rounding;
    None where there is none. witnesses: without one, samples of both classes whose convex hulls meet.
    """

    separable: bool
    is_exact: bool
    weights: Floats | None = None
    bias: float = 0.0
    witnesses: tuple[int, ...] = ()


def separability(inputs: ArrayLike, is_high: ArrayLike) -> Separability:
    """Whether a hyperplane separates the samples `inputs` (n, n_inputs) with `is_high` from those without (n,)."""
    rows, high = np.asarray(inputs, dtype=np.float64), np.asarray(is_high, dtype=bool)
    if high.all() or not high.any():
        return Separability(True, True, np.zeros(rows.shape[1]), 1.0 if high.all() else -1.0)
    twins = _contradiction(rows, high)
    if twins is not None:
        return Separability(False, True, witnesses=twins)
    return _Search(rows, high).run()


def unit_separability(data: Dataset) -> list[Separability]:
    """The verdict for each output unit on its own: its training targets above the middle against those below.

    Empty for real-valued targets, which pose no such question.
    """
    if data.task == "values" or data.n_samples == 0:
        return []
    return [separability(data.inputs, column > data.middle) for column in data.targets.T]


def _contradiction(rows: Floats, high: Bools) -> tuple[int, int] | None:
    """Two samples with the same inputs and different targets."""
    seen: dict[bytes, int] = {}
    for index, row in enumerate(rows + 0.0):  # + 0.0: minus zero is zero
        other = seen.setdefault(row.tobytes(), index)
        if high[other] != high[index]:
            return other, index
    return None


class _Search:
    """A working set of samples grows until what is true of it is true of all."""

    def __init__(self, rows: Floats, high: Bools) -> None:
        self._rows = rows
        self._high = high
        self._signs = np.where(high, 1.0, -1.0)
        largest = np.abs(rows).max(axis=0)
        self._exponents = np.where(largest > 0, np.frexp(largest)[1], 0).astype(int)  # exact: powers of two
        self._scaled = np.ldexp(rows, -self._exponents)
        self._share = Fraction(tie_share(rows.shape[1]))

    def run(self) -> Separability:
        weights, bias, gap, support = self._widest_gap()
        if gap > 0:
            plane = [*(Fraction(w) for w in weights), Fraction(bias)]
            if not len(self._violated(plane, 1)):
                return self._separated(plane)
        if self._rows.shape[1] > MOST_EXACT_INPUTS:
            return Separability(
                bool(gap > _SURE_GAP), False, self._unscaled(weights) if gap > _SURE_GAP else None, bias
            )
        return self._decide(support)

    def _decide(self, chosen: list[int]) -> Separability:
        columns = [self._column(place) for place in chosen]
        while True:
            weights, plane = vanishing_combination(columns)
            if weights is not None:
                meeting = {place for place, weight in zip(chosen, weights, strict=True) if weight > 0}
                return Separability(False, True, witnesses=tuple(sorted(meeting)))
            wrong = self._violated(plane, self._rows.shape[1] + 2)
            if not len(wrong):
                return self._separated(plane)
            chosen = [*chosen, *(int(place) for place in wrong)]
            columns += [self._nearest_corner(int(place), plane) for place in wrong]

    def _widest_gap(self) -> tuple[Floats, float, float, list[int]]:
        """Hyperplane in scaled inputs, its gap, and the samples that hold it, all up to rounding."""
        from scipy.optimize import linprog

        n_samples, n_inputs = self._scaled.shape
        centre = (self._scaled.max(axis=0) + self._scaled.min(axis=0)) / 2
        spread = np.abs(self._scaled - centre).max(axis=0)
        spread[spread == 0] = 1.0
        points = (self._scaled - centre) / spread
        columns = np.hstack([-points, -np.ones((n_samples, 1))]) * self._signs[:, np.newaxis]
        result = linprog(
            np.array([0.0] * (n_inputs + 1) + [-1.0]),
            A_ub=np.hstack([columns, np.ones((n_samples, 1))]),
            b_ub=np.zeros(n_samples),
            bounds=[(-1.0, 1.0)] * n_inputs + [(None, None), (None, 1.0)],
            method="highs",
        )
        if result.x is None:
            return np.zeros(n_inputs), 0.0, 0.0, self._one_of_each()
        weights = result.x[:n_inputs] / spread
        bias = float(result.x[n_inputs] - weights @ centre)
        force = np.abs(result.ineqlin.marginals)
        support = [int(place) for place in np.argsort(-force)[: n_inputs + 2] if force[place] > 1e-9]
        return weights, bias, float(result.x[-1]), sorted({*support, *self._one_of_each()})

    def _one_of_each(self) -> list[int]:
        return [int(np.argmax(self._high)), int(np.argmin(self._high))]

    def _column(self, index: int) -> list[Fraction]:
        """The sample with a 1 behind it, turned over for the low class."""
        row = [_shifted(value, -exponent) for value, exponent in zip(self._rows[index], self._exponents, strict=True)]
        return [*row, Fraction(1)] if self._high[index] else [*(-value for value in row), Fraction(-1)]

    def _nearest_corner(self, index: int, plane: list[Fraction]) -> list[Fraction]:
        """Of the sample's box the corner that is nearest to the plane, or farthest on its wrong side."""
        shares = [self._share if weight > 0 else -self._share for weight in plane]
        return [value - share * abs(value) for value, share in zip(self._column(index), shares, strict=True)]

    def _violated(self, plane: list[Fraction], most: int) -> Integers:
        """Up to `most` samples that are not farther from the plane than rounding, on the right side; the worst first.

        Exact, by floats where these do.
        """
        if not any(plane):
            return np.arange(min(most, len(self._rows)))
        floats = _floats(plane)
        terms = self._scaled * floats[:-1]
        sizes = np.abs(terms).sum(axis=1) + abs(floats[-1])
        sides = (terms.sum(axis=1) + floats[-1]) * self._signs - float(self._share) * sizes
        slack = (len(plane) + 4) * 2.3e-16 * sizes + 1e-300
        wrong = sides <= slack
        for place in np.flatnonzero(np.abs(sides) <= slack):
            corner = self._nearest_corner(int(place), plane)
            wrong[place] = sum((a * b for a, b in zip(plane, corner, strict=True)), Fraction(0)) <= 0
        places = np.flatnonzero(wrong)
        return places[np.argsort(sides[places], kind="stable")][:most]

    def _separated(self, plane: list[Fraction]) -> Separability:
        floats = _floats(plane)
        return Separability(True, True, self._unscaled(floats[:-1]), float(floats[-1]))

    def _unscaled(self, weights: Floats) -> Floats:
        return np.asarray(np.ldexp(weights, -self._exponents))


def _floats(plane: list[Fraction]) -> Floats:
    """The plane with its largest number at ±1."""
    largest = max(abs(value) for value in plane)
    return np.array([float(value / largest) for value in plane])


def _shifted(value: float, exponent: int) -> Fraction:
    """value · 2^exponent, exactly."""
    return Fraction(float(value)) * (Fraction(2) ** int(exponent))
