"""Closer looks: one input on its way, one unit over the plane, the gradient over the set."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data.dataset import Dataset
from engine.data.plane import Plane
from engine.network import probing
from engine.network.network import Network
from engine.network.probing import map_unit, pass_values, set_gradient
from engine.spec.errors import EngineError
from engine.spec.specs import LayerSpec, NetworkSpec


@pytest.fixture
def network() -> Network:
    return Network(NetworkSpec(3, (LayerSpec(4, "tanh"), LayerSpec(5, "sigmoid"), LayerSpec(2, "softmax"))), seed=5)


def data_of(rows: int) -> Dataset:
    rng = np.random.default_rng(1)
    nothing = np.empty((0, 3)), np.empty((0, 2))
    return Dataset(rng.normal(size=(rows, 3)), np.eye(2)[rng.integers(0, 2, rows)], *nothing)


def test_passed_values_are_the_sums_and_their_functions(network: Network) -> None:
    x = np.array([0.5, -1.0, 2.0])
    passed = pass_values(network, x)
    net = x @ network.weights[0] + network.biases[0]
    np.testing.assert_allclose(passed.net_inputs[0], net, rtol=1e-12)
    np.testing.assert_allclose(passed.activations[0], np.tanh(net), rtol=1e-12)
    last = np.exp(passed.net_inputs[2])
    np.testing.assert_allclose(passed.activations[2], last / last.sum(), rtol=1e-12)
    np.testing.assert_array_equal(passed.inputs, x)


@pytest.mark.parametrize(("layer", "unit"), [(0, 0), (0, 3), (1, 4), (2, 1)])
def test_a_units_map_is_the_trace_there(network: Network, layer: int, unit: int) -> None:
    plane = Plane(2, 0, (-1.0, 2.0), (0.0, 3.0), (0.0, 0.7, 0.0))
    found = map_unit(network, plane, layer, unit, 24)
    trace = network.trace(plane.inputs(24, 24)).activations[layer][:, unit]
    np.testing.assert_allclose(found.values, trace.reshape(24, 24), rtol=1e-12)


def test_a_map_of_one_input_has_one_row() -> None:
    network = Network(NetworkSpec(1, (LayerSpec(3, "tanh"), LayerSpec(1, "linear"))), seed=0)
    assert map_unit(network, Plane(0, None, (0.0, 1.0), (0.0, 1.0), (0.0,)), 0, 2, 16).values.shape == (1, 16)


def test_a_unit_that_is_not_there_is_refused(network: Network) -> None:
    plane = Plane(0, 1, (0.0, 1.0), (0.0, 1.0), (0.0, 0.0, 0.0))
    for layer, unit in ((3, 0), (0, 4), (-1, 0)):
        with pytest.raises(EngineError):
            map_unit(network, plane, layer, unit, 8)


def test_the_gradient_over_the_set_is_that_of_finite_differences(network: Network) -> None:
    data = data_of(7)
    gradient = set_gradient(network, data, "cross_entropy")
    assert gradient is not None
    step = 1e-6
    for index in range(network.spec.n_parameters):
        losses = []
        for sign in (1, -1):
            moved = Network(network.spec, parameters=network.parameters)
            moved.parameters[index] += sign * step
            losses.append(moved.loss(data.inputs, data.targets, "cross_entropy"))
        assert gradient[index] == pytest.approx((losses[0] - losses[1]) / (2 * step), abs=1e-7)


def test_where_there_is_no_gradient_there_is_none(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    assert set_gradient(network, data_of(0), "cross_entropy") is None
    hard = Network(NetworkSpec(3, (LayerSpec(2, "sgn"),)), seed=0)
    assert set_gradient(hard, data_of(5), "squared_error") is None
    monkeypatch.setattr(probing, "MOST_GRADIENT_WORK", 10)
    assert set_gradient(network, data_of(5), "cross_entropy") is None
