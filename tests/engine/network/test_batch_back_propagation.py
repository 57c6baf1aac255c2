"""The matrices of a whole set against NumPy, written out as in the lecture's code."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data.dataset import Dataset
from engine.network.batch_back_propagation import matrices
from engine.network.network import Network
from engine.project.demos import demo
from engine.spec.errors import EngineError
from engine.spec.specs import LayerSpec, NetworkSpec


def by_name(network: Network, data: Dataset, loss: str) -> dict[tuple[str, int], np.ndarray]:
    return {(found.kind, found.layer): found.values for found in matrices(network, data, loss)}


def test_the_softmax_network_of_the_lecture() -> None:
    """Shapes and numbers of L12: the true gradient, divided by N, bias gradients summed."""
    project = demo("softmax_moons")
    data, network = project.dataset.build(), Network(project.network, seed=4)
    x, y, n = data.inputs, data.targets, 200
    (w1, w2), (b1, b2) = network.weights, network.biases
    z1 = x @ w1 + b1
    a1 = np.tanh(z1)
    z2 = a1 @ w2 + b2
    powers = np.exp(z2 - z2.max(axis=1, keepdims=True))
    guess = powers / powers.sum(axis=1, keepdims=True)
    delta3 = (guess - y) / n
    delta2 = (1 - np.tanh(z1) ** 2) * (delta3 @ w2.T)
    expected = {
        ("inputs", -1): (x, (200, 2)),
        ("weights", 0): (w1, (2, 3)),
        ("biases", 0): (b1[None], (1, 3)),
        ("net_inputs", 0): (z1, (200, 3)),
        ("activations", 0): (a1, (200, 3)),
        ("weights", 1): (w2, (3, 2)),
        ("biases", 1): (b2[None], (1, 2)),
        ("net_inputs", 1): (z2, (200, 2)),
        ("activations", 1): (guess, (200, 2)),
        ("targets", 1): (y, (200, 2)),
        ("deltas", 1): (delta3, (200, 2)),
        ("deltas", 0): (delta2, (200, 3)),
        ("weight_gradients", 1): (a1.T @ delta3, (3, 2)),
        ("bias_gradients", 1): (delta3.sum(axis=0)[None], (1, 2)),
        ("weight_gradients", 0): (x.T @ delta2, (2, 3)),
        ("bias_gradients", 0): (delta2.sum(axis=0)[None], (1, 3)),
    }
    found = by_name(network, data, "cross_entropy")
    assert list(found) == list(expected)
    for name, (values, shape) in expected.items():
        assert found[name].shape == shape, name
        np.testing.assert_allclose(found[name], values, rtol=1e-10, atol=1e-14, err_msg=str(name))


@pytest.mark.parametrize("hidden", [(), (5,), (4, 3)])
def test_gradients_are_products_of_what_stands_before_and_behind(hidden: tuple[int, ...]) -> None:
    layers = (*(LayerSpec(units, "sigmoid") for units in hidden), LayerSpec(2, "tanh"))
    network = Network(NetworkSpec(3, layers), seed=1)
    rng = np.random.default_rng(0)
    data = Dataset(rng.normal(size=(7, 3)), rng.normal(size=(7, 2)))
    found = by_name(network, data, "squared_error")
    for layer in range(len(layers)):
        before = found["inputs", -1] if layer == 0 else found["activations", layer - 1]
        delta = found["deltas", layer]
        np.testing.assert_allclose(found["weight_gradients", layer], before.T @ delta, rtol=1e-10, atol=1e-15)
        np.testing.assert_allclose(found["bias_gradients", layer][0], delta.sum(axis=0), rtol=1e-10, atol=1e-15)


def test_too_much_to_show_is_said() -> None:
    network = Network(NetworkSpec(2, (LayerSpec(256, "tanh"), LayerSpec(1))))
    data = Dataset(np.zeros((20_000, 2)), np.zeros((20_000, 1)))
    with pytest.raises(EngineError, match="too many numbers"):
        matrices(network, data, "squared_error")
