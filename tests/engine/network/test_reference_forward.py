"""The forward pass in NumPy and the one of the kernels are the same mathematics.

Where every product and sum is exact – small binary fractions, pieces that are straight – the two agree to the bit in
whatever order they add. Elsewhere they cannot: the kernels fuse multiplications with additions, add in another order,
and have an exponential and a hyperbolic tangent of their own, each within 4 units in the last place of the true value.
"""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.data.dataset import Dataset
from engine.network.network import Network
from engine.network.reference_forward import layer_outputs, reference_forward, reference_losses
from engine.spec.activations import ACTIVATIONS
from engine.spec.errors import EngineError
from engine.spec.losses import LOSSES
from engine.spec.specs import LayerSpec, NetworkSpec, TrainingSpec
from engine.training.trainer import Trainer

Floats = NDArray[np.float64]

STRAIGHT = ("linear", "relu", "sgn", "step")
"""Activations that are exact for small binary fractions; `leaky_relu` is not, for its 0.01 is no binary fraction."""
DENSE = tuple(name for name in ACTIVATIONS if name not in ("softmax", "gaussian"))
OUTPUTS = (*DENSE, "softmax")
ULPS = 8
"""4 of the kernels' exponential, the rounding of NumPy's, and those of a sum and a quotient."""


def fractions(rng: np.random.Generator, *shape: int) -> Floats:
    """Multiples of 1/8 from −2 to 2."""
    return rng.integers(-16, 17, shape) / 8


def units_apart(one: Floats, other: Floats) -> float:
    """The largest distance, in units in the last place of the larger value."""
    larger = np.maximum(np.abs(one), np.abs(other))
    return float((np.abs(one - other) / np.spacing(larger)).max())


def network_of(first: LayerSpec, output: str, n_inputs: int = 3, n_outputs: int = 2, seed: int = 0) -> Network:
    spec = NetworkSpec(n_inputs, (first, LayerSpec(n_outputs, output)))
    network = Network(spec, parameters=fractions(np.random.default_rng(seed), spec.n_parameters))
    if first.kind == "rbf":
        network.biases[0][:] = np.resize([0.5, 1.0, 2.0], first.units)
    return network


def samples(network: Network, n: int = 70) -> Floats:
    return fractions(np.random.default_rng(1), n, network.spec.n_inputs)


@pytest.mark.parametrize("units", [3, 6, 200])  # one unit at a time, many side by side, as a product of matrices
@pytest.mark.parametrize("hidden", STRAIGHT)
@pytest.mark.parametrize("output", STRAIGHT)
def test_exact_numbers_give_the_same_bits_in_every_layer_and_in_the_error(hidden: str, output: str, units: int) -> None:
    network = network_of(LayerSpec(units, hidden), output, n_inputs=50 if units == 200 else 3)
    inputs = samples(network)
    targets = fractions(np.random.default_rng(2), len(inputs), 2)
    ours, theirs = reference_forward(network.spec, network.parameters, inputs), network.trace(inputs)
    for layer in range(2):
        assert np.array_equal(ours.net_inputs[layer], theirs.net_inputs[layer])
        assert np.array_equal(ours.activations[layer], theirs.activations[layer])
    losses = reference_losses(network.spec, "squared_error", ours, targets)
    assert losses.sum() / len(inputs) == network.loss(inputs, targets)


def test_rbf_units_have_the_same_net_inputs_to_the_bit() -> None:
    network = network_of(LayerSpec(6, "gaussian", kind="rbf"), "linear")
    inputs = samples(network)
    ours, theirs = reference_forward(network.spec, network.parameters, inputs), network.trace(inputs)
    assert np.array_equal(ours.net_inputs[0], theirs.net_inputs[0])
    assert units_apart(ours.activations[0], theirs.activations[0]) <= ULPS


@pytest.mark.parametrize("output", OUTPUTS)
def test_every_activation_is_within_a_few_units_in_the_last_place(output: str) -> None:
    spec = NetworkSpec(3, (LayerSpec(4, output),))
    network = Network(spec, parameters=fractions(np.random.default_rng(3), spec.n_parameters))
    inputs = samples(network)
    trace = network.trace(inputs)
    nets, values = layer_outputs(spec.layers[0], network.weights[0], network.biases[0], inputs)
    assert np.array_equal(nets, trace.net_inputs[0])
    if output in (*STRAIGHT, "leaky_relu"):  # one rounding at most, the same in both
        assert np.array_equal(values, trace.activations[0])
    else:
        assert units_apart(values, trace.activations[0]) <= ULPS


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("hidden", [*DENSE, "gaussian"])
def test_any_network_has_the_same_error_and_the_same_samples_right(hidden: str, output: str, loss: str) -> None:
    first = LayerSpec(5, hidden, kind="rbf" if hidden == "gaussian" else "dense")
    network = network_of(first, output)
    network.parameters += np.random.default_rng(5).uniform(0, 0.1, network.spec.n_parameters)  # no longer exact
    inputs = samples(network, 40)
    activation = ACTIVATIONS[output]
    targets = np.eye(2)[np.random.default_rng(4).integers(0, 2, 40)] * (activation.high - activation.low)
    data = Dataset(inputs, targets + activation.low if loss == "squared_error" else np.clip(targets, 0, 1))
    trace = reference_forward(network.spec, network.parameters, inputs)
    try:
        expected = network.loss(inputs, data.targets, loss)
    except EngineError:
        assert loss == "cross_entropy"
        assert output not in ("sigmoid", "softmax")
        return
    losses = reference_losses(network.spec, loss, trace, data.targets)
    assert losses.mean() == pytest.approx(expected, rel=1e-13)
    training = TrainingSpec(loss=loss)
    try:
        snapshot = Trainer(network, data, training).snapshot()
    except EngineError:  # no rule trains it
        return
    right = data.right(trace.activations[-1])
    assert losses.sum() == pytest.approx(snapshot.loss_sum, rel=1e-13)
    assert (None if right is None else right.sum()) == snapshot.n_right


def test_an_output_costs_a_finite_amount_where_it_rounds_to_zero_or_one() -> None:
    spec = NetworkSpec(1, (LayerSpec(2, "softmax"),))
    parameters = np.array([1e4, -1e4, 0.0, 0.0])
    inputs, targets = np.array([[1.0], [-1.0]]), np.array([[0.0, 1.0], [0.0, 1.0]])
    losses = reference_losses(spec, "cross_entropy", reference_forward(spec, parameters, inputs), targets)
    assert losses.tolist() == [2e4, 0.0]
    sides = NetworkSpec(1, (LayerSpec(1, "sigmoid"),))
    trace = reference_forward(sides, np.array([1e4, 0.0]), inputs)
    assert reference_losses(sides, "cross_entropy", trace, np.array([[0.0], [1.0]])).tolist() == [1e4, 1e4]
