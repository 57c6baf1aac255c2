"""The verdict agrees with an exact solver of another kind, on random, degenerate and extreme sets."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest

from engine import Dataset
from engine.analysis.separability import separability, unit_separability
from engine.data import datasets
from engine.data.datasets.gates import LOGIC_GATES

Rows = list[list[Fraction]]


def oracle(rows: Rows, is_high: np.ndarray) -> bool:
    """Separable or not by Kirchberger's theorem, in rational numbers, without any linear program.

    The convex hulls meet if and only if those of some n + 2 samples at most do; of smallest such sets the affine
    dependence is unique up to a factor and has one sign on the high samples and the other on the low ones.
    """
    points = [[*row, Fraction(1)] for row in rows]
    for size in range(2, len(points[0]) + 2):
        for chosen in combinations(range(len(points)), size):
            if len({bool(is_high[place]) for place in chosen}) == 2:
                weights = _dependence([points[place] for place in chosen])
                if weights is not None and _parts(weights, [bool(is_high[place]) for place in chosen]):
                    return False
    return True


def _dependence(rows: list[list[Fraction]]) -> list[Fraction] | None:
    """The λ with Σ λ_i row_i = 0, where they are one-dimensional; else None."""
    matrix = [list(column) for column in zip(*rows, strict=True)]
    pivots: list[int] = []
    for column in range(len(rows)):
        place = next((k for k in range(len(pivots), len(matrix)) if matrix[k][column] != 0), None)
        if place is None:
            continue
        top = len(pivots)
        matrix[top], matrix[place] = matrix[place], matrix[top]
        factor = matrix[top][column]
        matrix[top] = [value / factor for value in matrix[top]]
        for k, row in enumerate(matrix):
            if k != top and row[column] != 0:
                matrix[k] = [a - row[column] * b for a, b in zip(row, matrix[top], strict=True)]
        pivots.append(column)
    free = [column for column in range(len(rows)) if column not in pivots]
    if len(free) != 1:
        return None
    weights = [Fraction(0)] * len(rows)
    weights[free[0]] = Fraction(1)
    for row, column in zip(matrix, pivots, strict=False):
        weights[column] = -row[free[0]]
    return weights


def _parts(weights: list[Fraction], high: list[bool]) -> bool:
    signs = [weight if up else -weight for weight, up in zip(weights, high, strict=True)]
    return all(value > 0 for value in signs) or all(value < 0 for value in signs)


def exactly(inputs: np.ndarray) -> Rows:
    return [[Fraction(float(value)) for value in row] for row in inputs]


def rounded(rows: Rows) -> np.ndarray:
    return np.array([[float(value) for value in row] for row in rows])


def random_set(seed: int) -> tuple[Rows, np.ndarray, np.ndarray]:
    """Sets of many kinds: grids full of ties and repetitions, lines, huge and tiny coordinates, hair-thin gaps.

    The inputs without rounding, as by hand; the same in floats; and which samples are high.
    """
    rng = np.random.default_rng(seed)
    n_inputs, n_samples = int(rng.integers(1, 4)), int(rng.integers(2, 9))
    kind = seed % 8
    inputs = rng.normal(size=(n_samples, n_inputs))
    if kind < 3:
        inputs = rng.integers(-2, 3, size=(n_samples, n_inputs)).astype(float)  # ties, repeated and contrary samples
    if kind == 4:
        inputs *= 10.0 ** rng.integers(-150, 150, size=n_inputs)
    if kind == 5:
        inputs += 1e9
    rows = exactly(inputs)
    if kind == 3:  # all on one line, which in floats they are only up to rounding
        direction = [Fraction(float(value)) for value in rng.normal(size=n_inputs)]
        rows = [[int(step) * value for value in direction] for step in rng.integers(-3, 4, size=n_samples)]
    is_high = rounded(rows) @ (plane := rng.normal(size=n_inputs)) > np.median(rounded(rows) @ plane)
    if kind in (0, 3, 6):
        is_high = rng.random(n_samples) < 0.5
    if kind == 7:  # a sample on the segment of two others, or a hair beside it
        hair = int(rng.choice([-1, 0, 1])) * Fraction(10) ** -12 * max(abs(value) for row in rows for value in row)
        rows[-1] = [(a + b) / 2 + hair for a, b in zip(rows[0], rows[1], strict=True)]
        is_high[:2], is_high[-1] = True, False
    return rows, rounded(rows), is_high


@pytest.mark.parametrize("block", range(20))
def test_it_agrees_with_an_independent_exact_solver_on_a_thousand_sets(block: int) -> None:
    answers = []
    for seed in range(block * 50, block * 50 + 50):
        rows, inputs, is_high = random_set(seed)
        verdict = separability(inputs, is_high)
        answers.append(verdict.separable)
        assert verdict.separable == oracle(rows, is_high), f"set {seed}"
        assert verdict.is_exact
        if not verdict.separable:  # the witnesses alone are inseparable and few
            chosen = list(verdict.witnesses)
            assert len(chosen) <= inputs.shape[1] + 2
            assert not oracle([rows[place] for place in chosen], is_high[chosen])
    assert 5 < sum(answers) < 45  # both answers occur


@pytest.mark.parametrize("gate", ["and", "or", "nand", "nor", "xor", "xnor", "and3", "majority3", "parity3"])
def test_of_the_gates_xor_xnor_and_parity_cannot_be_separated(gate: str) -> None:
    assert gate in LOGIC_GATES
    verdicts = unit_separability(datasets.logic_gate(gate))
    assert [verdict.separable for verdict in verdicts] == [gate not in ("xor", "xnor", "parity3")]


def test_a_line_that_is_found_separates() -> None:
    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(3_000, 4))
    is_high = inputs @ [1, -2, 0.5, 3] > 0.2
    verdict = separability(inputs, is_high)
    assert verdict.separable
    assert np.array_equal(inputs @ verdict.weights + verdict.bias > 0, is_high)
    is_high[7] = not is_high[7]
    assert not separability(inputs, is_high).separable


@pytest.mark.parametrize(("gap", "separable"), [(0.0, False), (2.0**-52, False), (1e-15, False), (1e-12, True)])
def test_a_gap_counts_where_it_is_more_than_rounding(gap: float, separable: bool) -> None:
    inputs = np.array([[0.1], [0.1 + 0.2], [0.3 + gap], [0.9]])
    assert separability(inputs, [False, False, True, True]).separable == separable


@pytest.mark.parametrize("shift", [0.0, 0.1, -0.7])
def test_samples_that_are_on_one_line_by_hand_are_not_told_apart_by_rounding(shift: float) -> None:
    points = np.array([(k / 10, (k + 1) / 10) for k in range(1, 10)]) + shift
    assert len({Fraction(b) - Fraction(a) for a, b in points}) > 1  # in binary numbers they are not
    for low in range(1, 8):
        is_high = np.arange(9) != low
        assert not separability(points, is_high).separable
        witnesses = separability(points, is_high).witnesses
        assert low in witnesses
        assert min(witnesses) < low < max(witnesses)
    assert separability(points, np.arange(9) > 4).separable


def test_single_classes_twins_and_contradictions() -> None:
    assert separability([[1.0], [1.0]], [True, True]).separable
    assert separability([[1.0, 2.0], [1.0, 2.0], [3.0, 1.0]], [True, True, False]).separable
    verdict = separability([[1.0, 2.0], [0.0, 0.0], [1.0, 2.0]], [True, True, False])
    assert (verdict.separable, verdict.witnesses) == (False, (0, 2))
    assert not separability([[0.0], [-0.0]], [True, False]).separable


def test_each_output_unit_has_a_verdict_of_its_own() -> None:
    inputs = [[0, 0], [0, 1], [1, 0], [1, 1]]
    data = Dataset(inputs, [[0, 0], [0, 1], [0, 1], [1, 0]])
    assert [verdict.separable for verdict in unit_separability(data)] == [True, False]
    assert unit_separability(Dataset([[0.0], [1.0], [2.0]], [0.3, 0.1, 0.7])) == []
