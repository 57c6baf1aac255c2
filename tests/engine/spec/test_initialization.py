"""The starts that a network can have, by their schemes: ranges, biases, order, and the centres of RBF units."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.spec.initialization import draw_parameters
from engine.spec.specs import LayerSpec, NetworkSpec

DENSE = (LayerSpec(60, "tanh"), LayerSpec(90))


def drawn(network: NetworkSpec, seed: int = 3) -> list[np.ndarray]:
    """Weights and biases of each layer, in the order in which they stand in the flat start."""
    start = draw_parameters(network, np.random.default_rng(seed))
    parts = []
    for n_inputs, units in zip(network.sizes[:-1], network.sizes[1:], strict=True):
        parts += np.split(start[: (n_inputs + 1) * units], [n_inputs * units])
        start = start[(n_inputs + 1) * units :]
    assert start.size == 0
    return parts


def fills(values: np.ndarray, width: float) -> bool:
    """Whether values spread over all of ±width, and no further."""
    return bool(-width <= values.min() < -0.9 * width and 0.9 * width < values.max() <= width)


def test_uniform_draws_weights_and_biases_from_the_range() -> None:
    assert all(fills(part, 0.3) for part in drawn(NetworkSpec(40, DENSE, "uniform", 0.3)))


@pytest.mark.parametrize(
    ("scheme", "width"),
    [
        ("xavier", lambda n_inputs, units: math.sqrt(6 / (n_inputs + units))),
        ("he", lambda n_inputs, _units: math.sqrt(6 / n_inputs)),
    ],
)
def test_xavier_and_he_go_by_the_size_of_the_layer_and_start_at_no_bias(scheme, width) -> None:
    first, first_biases, second, second_biases = drawn(NetworkSpec(40, DENSE, scheme, 9.0))
    assert fills(first, width(40, 60))
    assert fills(second, width(60, 90))
    assert not first_biases.any()
    assert not second_biases.any()


def test_zeros_are_zeros() -> None:
    assert not any(part.any() for part in drawn(NetworkSpec(40, DENSE, "zeros", 9.0)))


@pytest.mark.parametrize(
    ("scheme", "centre_width", "has_bias"), [("uniform", 0.3, True), ("he", 0.3, False), ("xavier", 0.3, False)]
)
def test_centres_come_from_the_range_and_widths_are_one(scheme: str, centre_width: float, has_bias: bool) -> None:
    network = NetworkSpec(2, (LayerSpec(80, "gaussian", "rbf"), LayerSpec(50)), scheme, 0.3)
    centres, widths, weights, biases = drawn(network)
    assert fills(centres, centre_width)
    assert widths.tolist() == [1.0] * 80
    assert weights.all()
    assert biases.any() == has_bias


def test_a_start_at_zero_has_its_centres_at_zero() -> None:
    network = NetworkSpec(2, (LayerSpec(8, "gaussian", "rbf"), LayerSpec(5)), "zeros", 0.3)
    centres, widths, weights, biases = drawn(network)
    assert not np.concatenate([centres, weights, biases]).any()
    assert widths.all()


def test_the_seed_decides() -> None:
    network = NetworkSpec(2, DENSE)
    for one, same, other in zip(drawn(network, 1), drawn(network, 1), drawn(network, 2), strict=True):
        assert np.array_equal(one, same)
        assert not np.array_equal(one, other)
