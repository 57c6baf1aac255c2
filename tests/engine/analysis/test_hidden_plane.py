"""Hidden codes against the kernels, and the lecture's table."""

from __future__ import annotations

import numpy as np
import pytest

from engine.analysis.hidden_plane import (
    answers,
    code_range,
    has_hidden_codes,
    has_hidden_plane,
    hidden_codes,
    output_layer,
)
from engine.network.network import Network
from engine.project.demos import demo
from engine.spec.activations import ACTIVATIONS
from engine.spec.specs import LayerSpec, NetworkSpec

INPUTS = np.random.default_rng(3).normal(size=(7, 3))


@pytest.mark.parametrize("activation", [name for name in ACTIVATIONS if name not in ("softmax", "gaussian")])
def test_codes_and_answers_are_those_of_the_kernels(activation: str) -> None:
    spec = NetworkSpec(3, (LayerSpec(4, "tanh"), LayerSpec(2, activation), LayerSpec(3, "sigmoid")))
    network = Network(spec, seed=1)
    trace = network.trace(INPUTS)
    codes = hidden_codes(spec, network.parameters, INPUTS)
    np.testing.assert_allclose(codes, trace.activations[1], atol=1e-12)
    np.testing.assert_allclose(answers(spec, network.parameters, codes), trace.activations[2], atol=1e-12)


def test_rbf_units_have_codes_too() -> None:
    spec = NetworkSpec(3, (LayerSpec(2, "gaussian", "rbf"), LayerSpec(1, "linear")))
    network = Network(spec, seed=1)
    codes = hidden_codes(spec, network.parameters, INPUTS)
    np.testing.assert_allclose(codes, network.trace(INPUTS).activations[0], atol=1e-12)
    assert has_hidden_plane(spec)


def test_the_lectures_xor_has_its_codes_and_one_line() -> None:
    project = demo("xor_by_hand")
    assert project.parameters is not None
    values = project.parameters.array
    codes = hidden_codes(project.network, values, project.dataset.build().inputs)
    assert codes.tolist() == [[1, 1], [1, 0], [0, 1], [1, 1]]
    assert answers(project.network, values, codes).ravel().tolist() == [0, 1, 1, 0]
    network, line = output_layer(project.network, values)
    assert (network.sizes, line.tolist()) == ((2, 1), [-1.0, -1.0, 1.5])
    assert code_range(project.network, codes) == (-0.3, 1.3)


@pytest.mark.parametrize(("name", "has"), [("xor_run", True), ("xor", False), ("and_by_hand", False)])
def test_a_hidden_plane_takes_two_units(name: str, has: bool) -> None:
    assert has_hidden_plane(demo(name).network) == has


def test_unbounded_codes_set_the_range() -> None:
    network = NetworkSpec(2, (LayerSpec(2, "relu"), LayerSpec(1, "sigmoid")))
    assert code_range(network, np.array([[0.0, 4.0], [2.0, 1.0]])) == pytest.approx((-1.2, 5.2))
    assert code_range(network, np.zeros((0, 2))) == pytest.approx((-1.6, 1.6))
    assert code_range(network, np.full((3, 2), 2.0)) == pytest.approx((1.7, 3.3))  # all the same: one unit wide
    assert code_range(network, np.array([[np.inf, 0.0], [4.0, np.nan]])) == pytest.approx((-1.2, 5.2))


def test_the_output_layer_of_a_deep_network_stands_alone() -> None:
    spec = NetworkSpec(1, (LayerSpec(3), LayerSpec(4), LayerSpec(2, "tanh"), LayerSpec(2, "softmax")))
    network, parameters = output_layer(spec, np.arange(float(spec.n_parameters)))
    assert network == NetworkSpec(2, (LayerSpec(2, "softmax"),))
    assert parameters.tolist() == list(range(spec.n_parameters - 6, spec.n_parameters))


def test_codes_take_a_hidden_layer() -> None:
    assert not has_hidden_codes(NetworkSpec(2, (LayerSpec(2),)))
    assert has_hidden_codes(NetworkSpec(2, (LayerSpec(3), LayerSpec(1))))
