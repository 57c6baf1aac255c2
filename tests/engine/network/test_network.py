"""What can be asked of a network, and what it refuses."""

from __future__ import annotations

import numpy as np
import pytest

from engine.network.network import Network
from engine.spec.errors import EngineError
from engine.spec.specs import LayerSpec, NetworkSpec

SPEC = NetworkSpec(2, (LayerSpec(3, "tanh"), LayerSpec(2, "sigmoid")))


def test_weights_and_biases_are_views_of_the_one_parameter_vector():
    network = Network(SPEC, seed=0)
    network.parameters[:] = np.arange(17)
    assert network.weights[0].tolist() == [[0, 1, 2], [3, 4, 5]]
    assert network.biases[0].tolist() == [6, 7, 8]
    assert network.weights[1].tolist() == [[9, 10], [11, 12], [13, 14]]
    assert network.biases[1].tolist() == [15, 16]
    network.weights[1][2, 1] = -1.0
    assert network.parameters[14] == -1.0


def test_the_same_seed_draws_the_same_start():
    assert Network(SPEC, seed=5).parameters.tobytes() == Network(SPEC, seed=5).parameters.tobytes()
    assert not np.array_equal(Network(SPEC, seed=5).parameters, Network(SPEC, seed=6).parameters)


@pytest.mark.parametrize(
    ("scheme", "weight_ranges", "bias_range"),
    [
        ("uniform", (0.25, 0.25), 0.25),
        ("xavier", ((6 / 242) ** 0.5, (6 / 241) ** 0.5), 0.0),
        ("he", ((6 / 2) ** 0.5, (6 / 240) ** 0.5), 0.0),
        ("zeros", (0.0, 0.0), 0.0),
    ],
)
def test_a_start_fills_the_range_of_its_scheme(scheme, weight_ranges, bias_range):
    layers = (LayerSpec(240), LayerSpec(1))
    network = Network(NetworkSpec(2, layers, initialization=scheme, initial_range=0.25), seed=1)
    for weights, biases, limit in zip(network.weights, network.biases, weight_ranges, strict=True):
        assert np.abs(weights).max() <= limit
        assert np.abs(weights).max() >= 0.9 * limit
        assert np.abs(biases).max() <= bias_range


def test_cut_parameters_are_held_at_zero_in_every_answer():
    network = Network(SPEC, seed=0)
    network.connected[[0, 8, 14]] = False
    other = Network(SPEC, parameters=np.where(network.connected, network.parameters, 0.0))
    inputs = np.random.default_rng(0).normal(size=(5, 2))
    np.testing.assert_array_equal(network.predict(inputs), other.predict(inputs))
    assert network.parameters[[0, 8, 14]].tolist() == [0, 0, 0]


def test_many_rows_are_answered_as_each_alone():
    network = Network(SPEC, seed=2)
    inputs = np.random.default_rng(0).normal(size=(1000, 2))
    alone = np.vstack([network.predict(row[np.newaxis]) for row in inputs])
    np.testing.assert_allclose(network.predict(inputs), alone, rtol=1e-14)


def test_no_rows_give_no_answers():
    assert Network(SPEC).predict(np.empty((0, 2))).shape == (0, 2)


def test_answers_do_not_change_when_the_network_is_asked_again():
    network = Network(SPEC, seed=0)
    first = network.trace([[1.0, 2.0]])
    kept = first.activations[0].copy()
    network.trace([[-5.0, 0.5]])
    np.testing.assert_array_equal(first.activations[0], kept)


def test_what_is_not_a_number_shows_in_the_outputs():
    network = Network(SPEC, seed=0)
    network.weights[0][0, 0] = np.nan
    assert np.isnan(network.predict([[1.0, 1.0]])).all()


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        (lambda n: n.predict([[1.0, 2.0, 3.0]]), "2 columns"),
        (lambda n: n.predict([1.0, 2.0]), "2 columns"),
        (lambda n: n.predict([["a", "b"]]), "table of numbers"),
        (lambda n: n.loss([[0, 0]], [[1]]), "2 columns"),
        (lambda n: n.loss([[0, 0]], [[1, 0], [0, 1]]), "1 row of inputs but 2"),
        (lambda n: n.loss(np.empty((0, 2)), np.empty((0, 2))), "at least one"),
        (lambda n: n.loss([[0, 0]], [[1, 0]], "hinge"), "squared_error"),
        (lambda n: n.loss([[0, 0]], [[1, -1]], "cross_entropy"), "between 0 and 1"),
    ],
)
def test_bad_input_gets_a_sentence(ask, words):
    with pytest.raises(EngineError, match=words):
        ask(Network(SPEC))


def test_cross_entropy_needs_outputs_that_are_probabilities():
    network = Network(NetworkSpec(2, (LayerSpec(1, "tanh"),)))
    with pytest.raises(EngineError, match="sigmoid or softmax"):
        network.gradient([[0, 0]], [[1]], "cross_entropy")


def test_a_start_of_the_wrong_length_is_refused():
    with pytest.raises(EngineError, match="17 parameters"):
        Network(SPEC, parameters=np.zeros(16))
