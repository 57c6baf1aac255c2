"""The errors of single samples against their formulas, and where an output was rounded too far to say its error."""

from __future__ import annotations

import numpy as np
import pytest

from engine.analysis.sample_losses import sample_errors


@pytest.mark.parametrize(
    ("outputs", "targets", "loss", "one_hot", "error"),
    [
        ([0.25], [1.0], "squared_error", False, 0.5 * 0.75**2),
        ([0.2, 0.8], [0.0, 1.0], "squared_error", True, 0.04),
        ([0.25], [1.0], "cross_entropy", False, -np.log(0.25)),
        ([0.25], [0.0], "cross_entropy", False, -np.log(0.75)),
        ([0.2, 0.7, 0.1], [0.0, 1.0, 0.0], "cross_entropy", True, -np.log(0.7)),
        ([1.0], [1.0], "cross_entropy", False, 0.0),
    ],
)
def test_errors_equal_the_formula(
    outputs: list[float], targets: list[float], loss: str, one_hot: bool, error: float
) -> None:
    values, bounds = sample_errors(np.array([outputs]), np.array([targets]), loss, one_hot)
    assert values == pytest.approx([error], abs=1e-15)
    assert not bounds.any()


@pytest.mark.parametrize(("output", "target", "least"), [(1.0, 0.0, 36.0), (0.0, 1.0, 700.0)])
def test_an_output_that_was_rounded_to_the_wrong_end_gives_a_lower_bound(
    output: float, target: float, least: float
) -> None:
    values, bounds = sample_errors(np.array([[output]]), np.array([[target]]), "cross_entropy", False)
    assert bounds.all()
    assert np.isfinite(values).all()
    assert values[0] > least


def test_samples_are_judged_one_by_one() -> None:
    outputs, targets = np.array([[0.25, 1.0], [1.0, 0.5], [0.5, 0.5]]), np.array([[1.0, 1.0], [1.0, 0.0], [0.0, 1.0]])
    for one_hot, decisions in ((True, 0.0), (False, -np.log(0.5))):
        values, bounds = sample_errors(outputs, targets, "cross_entropy", one_hot)
        assert values == pytest.approx([-np.log(0.25), decisions, -np.log(0.5) + decisions])
        assert bounds.tolist() == [False] * 3
    values, bounds = sample_errors(outputs, targets, "squared_error", False)
    assert values.tolist() == [0.28125, 0.125, 0.25]
    assert bounds.tolist() == [False] * 3


@pytest.mark.parametrize(
    ("output", "target", "one_hot", "is_bound"),
    [
        (0.0, 0.25, True, True), (0.0, 0.0, True, False), (1.0, 0.75, False, True), (1.0, 1.0, False, False),
        (1.0, 0.0, True, False), (1e-300, 1.0, False, False),
    ],
)  # fmt: skip
def test_a_bound_needs_a_target_that_asks_for_what_was_rounded_away(
    output: float, target: float, one_hot: bool, is_bound: bool
) -> None:
    _, bounds = sample_errors(np.array([[output]]), np.array([[target]]), "cross_entropy", one_hot)
    assert bounds.tolist() == [is_bound]


def test_the_bounds_are_the_errors_of_the_nearest_numbers() -> None:
    values, _ = sample_errors(np.array([[1.0], [0.0]]), np.array([[0.0], [1.0]]), "cross_entropy", False)
    assert values == pytest.approx([53 * np.log(2), -np.log(5e-324)], rel=1e-15)


def test_outputs_far_out_give_infinity_and_no_warning() -> None:
    values, bounds = sample_errors(np.array([[1e300], [np.inf]]), np.array([[0.0], [np.inf]]), "squared_error", False)
    assert np.isposinf(values[0])
    assert np.isnan(values[1])
    assert not bounds.any()


def test_an_error_of_nothing_is_zero_and_not_minus_zero() -> None:
    values, _ = sample_errors(np.array([[1.0, 0.0]]), np.array([[1.0, 0.0]]), "cross_entropy", True)
    assert values.tolist() == [0.0]
    assert not np.signbit(values[0])
