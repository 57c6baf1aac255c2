"""Back-propagation against finite differences, for every activation, loss and depth, in both compiled forms."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.network.kernels import memory_layout
from engine.network.network import Network
from engine.spec.activations import ACTIVATIONS
from engine.spec.errors import EngineError
from engine.spec.specs import LayerSpec, NetworkSpec
from tests.engine.network.conftest import FORMS

SMOOTH = [
    name for name, kind in ACTIVATIONS.items() if kind.has_gradient and name != "gaussian"
]  # see test_rbf_kernels
PAIRS = [(name, "squared_error") for name in SMOOTH] + [("sigmoid", "cross_entropy"), ("softmax", "cross_entropy")]


def make(activation, hidden=(), n_inputs=3, n_outputs=2, seed=1):
    inner = "tanh" if activation == "softmax" else activation
    layers = (*(LayerSpec(units, inner) for units in hidden), LayerSpec(n_outputs, activation))
    return Network(NetworkSpec(n_inputs, layers), seed=seed)


def numeric_gradient(network, loss_at, width=1e-6):
    gradient = np.empty_like(network.parameters)
    for k, value in enumerate(network.parameters.copy()):
        network.parameters[k] = value + width
        above = loss_at()
        network.parameters[k] = value - width
        below = loss_at()
        network.parameters[k] = value
        gradient[k] = (above - below) / (2 * width)
    return gradient


@pytest.mark.usefixtures("form")
@pytest.mark.parametrize("hidden", [(), (5,), (6, 3)], ids=["no hidden layer", "one", "two"])
@pytest.mark.parametrize(("activation", "loss"), PAIRS)
def test_gradient_agrees_with_finite_differences(activation, loss, hidden):
    rng = np.random.default_rng(3)
    network = make(activation, hidden)
    inputs, targets = rng.normal(size=(7, 3)), rng.uniform(size=(7, 2))
    numeric = numeric_gradient(network, lambda: network.loss(inputs, targets, loss))
    np.testing.assert_allclose(network.gradient(inputs, targets, loss), numeric, atol=2e-9)


@pytest.mark.usefixtures("form")
@pytest.mark.parametrize(("activation", "loss"), PAIRS)
def test_deltas_are_minus_the_loss_by_the_net_input(activation, loss):
    """A bias is added to the net input, so for one sample its gradient is −δ."""
    network = make(activation, (4, 3))
    inputs, targets = np.array([[0.3, -0.8, 0.5]]), np.array([[0.2, 0.7]])
    deltas = network.deltas(inputs, targets, loss)
    numeric = numeric_gradient(network, lambda: network.loss(inputs, targets, loss))
    start = 0
    for delta, weights in zip(deltas, network.weights, strict=True):
        start += weights.size
        np.testing.assert_allclose(delta[0], -numeric[start : start + delta.size], atol=2e-9)
        start += delta.size


@pytest.mark.parametrize(("activation", "loss"), PAIRS)
def test_the_two_forms_agree(activation, loss, monkeypatch):
    rng = np.random.default_rng(5)
    network = make(activation, (17, 6), n_inputs=9, n_outputs=4)
    inputs, targets = rng.normal(size=(150, 9)), rng.uniform(size=(150, 4))
    results = []
    for threshold in FORMS.values():
        monkeypatch.setattr(memory_layout, "_BLAS_FROM", threshold)
        parts = [network.predict(inputs), network.gradient(inputs, targets, loss), network.loss(inputs, targets, loss)]
        results.append(np.concatenate([np.ravel(part) for part in parts]))
    np.testing.assert_allclose(results[0], results[1], rtol=0, atol=1e-12)


@pytest.mark.parametrize(("activation", "outputs"), [("sigmoid", 1), ("sigmoid", 3), ("softmax", 2), ("softmax", 4)])
def test_saturated_cross_entropy_keeps_a_finite_loss_and_the_whole_gradient(activation, outputs):
    network = make(activation, n_inputs=1, n_outputs=outputs)
    network.parameters[:] = 0.0
    network.biases[0][0] = -800.0
    targets = np.eye(outputs)[:1]
    assert network.loss([[1.0]], targets, "cross_entropy") == pytest.approx(800, rel=0.01)
    assert network.deltas([[1.0]], targets, "cross_entropy")[0][0, 0] == pytest.approx(1.0)


@settings(max_examples=40)
@given(
    sizes=st.lists(st.integers(1, 7), min_size=1, max_size=4),
    n_inputs=st.integers(1, 5),
    n_samples=st.integers(1, 70),
    seed=st.integers(0, 1000),
)
def test_every_shape_is_what_the_documentation_says(sizes, n_inputs, n_samples, seed):
    spec = NetworkSpec(n_inputs, tuple(LayerSpec(units, "tanh") for units in sizes))
    network = Network(spec, seed=seed)
    rng = np.random.default_rng(seed)
    inputs, targets = rng.normal(size=(n_samples, n_inputs)), rng.normal(size=(n_samples, sizes[-1]))
    trace, deltas = network.trace(inputs), network.deltas(inputs, targets)
    assert network.predict(inputs).shape == (n_samples, sizes[-1])
    shapes = [(n_samples, units) for units in sizes]
    assert [part.shape for part in trace.net_inputs] == shapes
    assert [part.shape for part in trace.activations] == shapes
    assert [part.shape for part in deltas] == shapes
    assert network.gradient(inputs, targets).shape == network.parameters.shape == (spec.n_parameters,)
    before = inputs
    for layer, activations in enumerate(trace.activations):
        nets = before @ network.weights[layer] + network.biases[layer]
        np.testing.assert_allclose(trace.net_inputs[layer], nets, rtol=1e-12, atol=1e-12)
        before = activations
    np.testing.assert_allclose(network.predict(inputs), before, rtol=1e-12, atol=1e-13)


@pytest.mark.parametrize("activation", ["sgn", "step"])
def test_threshold_units_have_no_gradient_and_say_so(activation):
    network = make(activation)
    for ask in (network.gradient, network.deltas):
        with pytest.raises(EngineError, match=f"{activation} units have none"):
            ask([[0.0, 0.0, 0.0]], [[0.0, 1.0]])
