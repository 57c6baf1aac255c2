"""Typical slips in a hand calculation are told from each other, on a network whose numbers are easy."""

from __future__ import annotations

import pytest

from engine import LayerSpec, Network, NetworkSpec, TrainingSpec
from engine.analysis.steps import slips
from engine.analysis.steps.slips import judge, slips_of
from engine.network.back_propagation import ADJUST, DEVIATION, GRADIENTS, OUTPUTS, BackPropagation, back_propagation

Part = tuple[tuple[int, ...], bool]


@pytest.fixture
def passage() -> BackPropagation:
    """One input, one tanh unit, one linear output: x = 2, d = 1; w 0.5, b 0.25; v 3, c −1; η = 0.1."""
    network = Network(NetworkSpec(1, (LayerSpec(1, "tanh"), LayerSpec(1, "linear"))), parameters=[0.5, 0.25, 3.0, -1.0])
    return back_propagation(network, [2.0], [1.0], TrainingSpec(learning_rate=0.1))


# By hand: net = 1.25, y = tanh 1.25 = 0.848284, o = 3·0.848284 − 1 = 1.544851, d − o = −0.544851,
# E = ½·0.544851² = 0.148431, δo = −0.544851, back to y: 3·δo = −1.634554, f′ = 1 − 0.848284² = 0.280415,
# δy = −0.458353; Δw = 0.1·δy·2 = −0.0916706, Δb = −0.0458353, Δv = 0.1·δo·0.848284 = −0.0462189.
@pytest.mark.parametrize(
    "case",
    [
        (OUTPUTS, ((0, 0), False), 1.25, 1.25, slips.RIGHT),
        (OUTPUTS, ((0, 0), False), 1.25, 0.75, slips.THRESHOLD_SIGN),
        (OUTPUTS, ((0, 0), False), 1.25, 1.0, slips.NO_THRESHOLD),
        (OUTPUTS, ((0, 0), True), 0.848284, 1.25, slips.NET_FOR_OUTPUT),
        (OUTPUTS, ((0, 0), True), 0.848284, 0.848, slips.RIGHT),
        (OUTPUTS, ((0, 0), True), 0.848284, 0.8, slips.ROUGH),
        (DEVIATION, ((1, 0), False), -0.544851, 0.545, slips.SIGN),
        (DEVIATION, ((), False), 0.148431, 0.297, slips.NO_HALF),
        (GRADIENTS, ((0, 0), False), -0.458353, -1.635, slips.NO_SLOPE),
        (GRADIENTS, ((0, 0), False), -0.458353, 1.635, slips.SIGN_AND_SLOPE),
        (GRADIENTS, ((0, 0), False), -0.458353, 0.458, slips.SIGN),
        (GRADIENTS, ((0, 0), False), -0.458353, 3.0, slips.WRONG),
        (ADJUST, ((0, 0, 0), False), -0.0916706, -0.917, slips.NO_RATE),
        (ADJUST, ((0, 0, 0), False), -0.0916706, -0.0458, slips.NO_INPUT),
        (ADJUST, ((0, 0, 0), False), -0.0916706, -0.327, slips.NO_SLOPE),
        (ADJUST, ((0, 0), False), -0.0458353, 0.0458, slips.SIGN),
        (ADJUST, ((1, 0, 0), False), -0.0462189, -0.0462, slips.RIGHT),
    ],
)
def test_a_slip_is_told_from_the_right_number(
    passage: BackPropagation, case: tuple[int, Part, float, float, str]
) -> None:
    step, part, value, typed, verdict = case
    assert judge(typed, value, slips_of(passage, step, *part)) == verdict


def test_where_the_right_number_is_0_a_slip_that_gives_0_too_is_none() -> None:
    assert judge(0.0, 0.0, {slips.SIGN: 0.0}) == slips.RIGHT
    assert judge(0.1, 0.0, {slips.NO_INPUT: 0.1}) == slips.NO_INPUT
