"""The check shows the engine's own gradient beside finite differences, and tells where they part."""

from __future__ import annotations

import math

import numpy as np
import pytest

import engine
from engine import EngineError, LayerSpec, Network, NetworkSpec
from engine.data import datasets

XOR = datasets.logic_gate("xor")
DEEP = NetworkSpec(2, (LayerSpec(4, "tanh"), LayerSpec(3, "bipolar_sigmoid"), LayerSpec(1, "sigmoid")))
RBF = NetworkSpec(2, (LayerSpec(4, "gaussian", "rbf"), LayerSpec(1, "linear")))


@pytest.mark.parametrize(("spec", "loss"), [(DEEP, "squared_error"), (DEEP, "cross_entropy"), (RBF, "squared_error")])
def test_back_propagation_and_finite_differences_agree(spec: NetworkSpec, loss: str) -> None:
    network = Network(spec, seed=3)
    before = network.parameters.copy()
    check = engine.gradient_check(network, XOR.inputs, XOR.targets, loss)
    assert check.analytic.tolist() == network.gradient(XOR.inputs, XOR.targets, loss).tolist()
    assert check.numeric == pytest.approx(check.analytic, rel=1e-6, abs=1e-9)
    assert 0 < check.max_relative_difference < 1e-6
    assert network.parameters.tolist() == before.tolist()


def test_one_sigmoid_unit_by_hand() -> None:
    """At o = 0.5 and d = 1, δ = (d − o) o (1 − o) = 0.125, so the derivatives are −0.125 (x₁, x₂, 1)."""
    network = Network(NetworkSpec(2, (LayerSpec(1),)), parameters=[0.0, 0.0, 0.0])
    check = engine.gradient_check(network, [[3.0, -2.0]], [[1.0]])
    assert check.numeric == pytest.approx([-0.375, 0.25, -0.125], rel=1e-8)
    assert check.analytic.tolist() == [-0.375, 0.25, -0.125]


def test_locked_and_cut_connections_are_checked_too() -> None:
    network = Network(NetworkSpec(2, (LayerSpec(1),)), seed=1)
    network.trainable[0] = False
    network.connected[1] = False
    check = engine.gradient_check(network, XOR.inputs, [[1.0], [1.0], [1.0], [1.0]])
    assert (check.analytic != 0).all()
    assert check.max_relative_difference < 1e-7


def test_a_wrong_gradient_is_found_and_measured() -> None:
    class Wrong(Network):
        def gradient(self, inputs, targets, loss="squared_error"):
            right = super().gradient(inputs, targets, loss)
            right[2] *= 1.25
            return right

    check = engine.gradient_check(Wrong(DEEP, seed=3), XOR.inputs, XOR.targets)
    assert check.max_relative_difference == pytest.approx(0.2, rel=1e-3)
    assert int(check.relative_differences.argmax()) == 2


def test_where_both_are_nothing_they_do_not_differ() -> None:
    network = Network(NetworkSpec(1, (LayerSpec(1, "linear"),)), parameters=[0.0, 0.5])
    check = engine.gradient_check(network, [[0.0]], [[0.5]])
    assert check.analytic.tolist() == [0.0, 0.0]
    assert check.max_relative_difference < 1e-8


def test_overflow_is_no_agreement() -> None:
    network = Network(NetworkSpec(1, (LayerSpec(1, "linear"),)), parameters=[1e200, 0.0])
    assert math.isnan(engine.gradient_check(network, [[1e200]], [[0.0]]).max_relative_difference)


@pytest.mark.parametrize(
    ("activation", "inputs", "loss"),
    [
        ("step", XOR.inputs, "squared_error"),
        ("sigmoid", [[1.0]], "squared_error"),
        ("tanh", XOR.inputs, "cross_entropy"),
    ],
)
def test_misuse_is_an_engine_error(activation: str, inputs: object, loss: str) -> None:
    network = Network(NetworkSpec(2, (LayerSpec(1, activation),)))
    with pytest.raises(EngineError):
        engine.gradient_check(network, inputs, XOR.targets, loss)


def test_the_difference_is_relative_to_the_larger_derivative() -> None:
    from engine.analysis.gradient_check import GradientCheck

    check = GradientCheck(np.array([4.0, 0.0, 0.001]), np.array([5.0, 0.001, 0.002]))
    assert check.relative_differences == pytest.approx([0.2, 0.2, 0.2])
