"""One sample's back-propagation: by hand, against finite differences, and against what the trainer does next."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.data.dataset import Dataset
from engine.network.back_propagation import back_propagation, is_the_rules_own_step
from engine.network.network import Network
from engine.spec.activations import ACTIVATIONS
from engine.spec.errors import EngineError
from engine.spec.specs import LayerSpec, NetworkSpec, TrainingSpec
from engine.training.trainer import Trainer

SMOOTH = [name for name, kind in ACTIVATIONS.items() if kind.has_gradient and name != "gaussian"]
PAIRS = [(name, "squared_error") for name in SMOOTH] + [("sigmoid", "cross_entropy"), ("softmax", "cross_entropy")]
X, D = np.array([0.4, -1.2, 0.7]), np.array([0.2, 0.9])


def make(activation: str, hidden: tuple[int, ...] = (4, 3), n_inputs: int = 3, n_outputs: int = 2) -> Network:
    inner = "tanh" if activation == "softmax" else activation
    layers = (*(LayerSpec(units, inner) for units in hidden), LayerSpec(n_outputs, activation))
    return Network(NetworkSpec(n_inputs, layers), seed=2)


def worked_example() -> Network:
    """2-2-1 sigmoid with round numbers: V = ((0.5, −0.5), (1, 0.5)), biases (0, 0.5); W = (1, −1), bias 0."""
    spec = NetworkSpec(2, (LayerSpec(2), LayerSpec(1)))
    return Network(spec, parameters=[0.5, -0.5, 1.0, 0.5, 0.0, 0.5, 1.0, -1.0, 0.0])


def sigmoid(value: float) -> float:
    return 1 / (1 + np.exp(-value))


def test_the_numbers_of_a_2_2_1_network_are_those_of_the_lectures_formulas() -> None:
    """x = (1, 1), d = 1, η = 0.5, each number by equations 3.1 to 3.16 in plain Python."""
    got = back_propagation(worked_example(), [1, 1], [1], TrainingSpec(learning_rate=0.5))
    y1, y2 = sigmoid(1.5), sigmoid(0.5)
    o = sigmoid(y1 - y2)
    delta_o = (1 - o) * o * (1 - o)
    delta_1, delta_2 = delta_o * 1 * y1 * (1 - y1), delta_o * -1 * y2 * (1 - y2)
    np.testing.assert_allclose(got.net_inputs[0], [1.5, 0.5])
    np.testing.assert_allclose(got.activations[0], [y1, y2])
    np.testing.assert_allclose(got.net_inputs[1], [y1 - y2])
    np.testing.assert_allclose(got.deviations, [1 - o])
    assert got.loss == pytest.approx(0.5 * (1 - o) ** 2)
    np.testing.assert_allclose(got.slopes[1], [o * (1 - o)])
    np.testing.assert_allclose(got.deltas[1], [delta_o])
    np.testing.assert_allclose(got.returned[0], [delta_o, -delta_o])
    np.testing.assert_allclose(got.deltas[0], [delta_1, delta_2])
    weights, biases = got.layer(got.changes, 1)
    np.testing.assert_allclose(weights[:, 0], [0.5 * delta_o * y1, 0.5 * delta_o * y2])
    np.testing.assert_allclose(biases, [0.5 * delta_o])
    weights, biases = got.layer(got.changes, 0)
    np.testing.assert_allclose(weights, [[0.5 * delta_1, 0.5 * delta_2]] * 2)
    np.testing.assert_allclose(biases, [0.5 * delta_1, 0.5 * delta_2])


def test_the_same_numbers_to_four_places() -> None:
    """The example once more as a student writes it down."""
    got = back_propagation(worked_example(), [1, 1], [1], TrainingSpec(learning_rate=0.5))
    assert np.round(np.concatenate(got.activations), 4).tolist() == [0.8176, 0.6225, 0.5486]
    assert np.round(np.concatenate(got.deltas[::-1]), 4).tolist() == [0.1118, 0.0167, -0.0263]
    assert round(got.loss, 4) == 0.1019


@pytest.mark.parametrize(("activation", "loss"), PAIRS)
def test_deltas_and_gradient_agree_with_finite_differences(activation: str, loss: str) -> None:
    network = make(activation)
    got = back_propagation(network, X, D, TrainingSpec(loss=loss))
    numeric = np.empty_like(network.parameters)
    for k, value in enumerate(network.parameters.copy()):
        network.parameters[k] = value + 1e-6
        above = network.loss([X], [D], loss)
        network.parameters[k] = value - 1e-6
        numeric[k] = (above - network.loss([X], [D], loss)) / 2e-6
        network.parameters[k] = value
    np.testing.assert_allclose(got.gradient, numeric, atol=2e-9)
    for layer, delta in enumerate(got.deltas):
        np.testing.assert_allclose(delta, -got.layer(numeric, layer)[1], atol=2e-9)


@pytest.mark.parametrize("activation", [name for name in SMOOTH if name != "softmax"])
def test_delta_is_what_comes_back_times_the_slope(activation: str) -> None:
    got = back_propagation(make(activation), X, D, TrainingSpec())
    for delta, returned, slope in zip(got.deltas, got.returned, got.slopes, strict=True):
        np.testing.assert_allclose(delta, returned * slope, rtol=1e-12)


@pytest.mark.parametrize(("activation", "loss"), PAIRS)
@pytest.mark.parametrize(
    "extra", [{}, {"l1": 0.01, "l2": 0.02}, {"momentum": 0.9}], ids=["plain", "penalties", "momentum"]
)
def test_the_step_is_the_one_that_the_trainer_makes_next(activation: str, loss: str, extra: dict[str, float]) -> None:
    """Three times over, so that the momentum has something to carry on."""
    training = TrainingSpec(loss=loss, learning_rate=0.3, **extra)
    network = make(activation)
    trainer = Trainer(network, Dataset([X], [D]), training)
    for _ in range(3):
        velocity = trainer.state().rule.memory_1.array
        told = back_propagation(network, X, D, training, velocity=velocity)
        before = network.parameters.copy()
        trainer.step()
        np.testing.assert_array_equal(told.parameters, before)
        np.testing.assert_allclose(told.new_parameters, network.parameters, rtol=0, atol=1e-15)
        assert told.loss_after == pytest.approx(trainer.loss, abs=1e-13)


def test_a_step_through_the_whole_set_is_the_trainers_pass_to_the_bit() -> None:
    data = Dataset([[0, 0], [0, 1], [1, 0], [1, 1]], [[0], [1], [1], [0]])
    training = TrainingSpec(learning_rate=0.5)
    stepped, trained = worked_example(), worked_example()
    for inputs, targets in zip(data.inputs, data.targets, strict=True):
        stepped.parameters[:] = back_propagation(stepped, inputs, targets, training).new_parameters
    Trainer(trained, data, training).run(epochs=1)
    np.testing.assert_array_equal(stepped.parameters, trained.parameters)


def test_locked_and_cut_connections_stay_as_they_are() -> None:
    network = make("tanh")
    network.trainable[2], network.connected[5] = False, False
    got = back_propagation(network, X, D, TrainingSpec(momentum=0.5), velocity=np.ones_like(network.parameters))
    assert got.changes[2] == got.changes[5] == got.parameters[5] == 0
    trainer = Trainer(network, Dataset([X], [D]), TrainingSpec())
    told = back_propagation(network, X, D, TrainingSpec())
    trainer.step()
    np.testing.assert_allclose(told.new_parameters, network.parameters, rtol=0, atol=1e-15)


def test_the_network_is_left_as_it_was_and_the_values_do_not_change_with_it() -> None:
    network = worked_example()
    before = network.parameters.copy()
    got = back_propagation(network, [1, 0], [1], TrainingSpec(), whole_set=([[0, 0], [1, 0]], [[0], [1]]))
    np.testing.assert_array_equal(network.parameters, before)
    kept = got.activations[0].copy()
    network.trace([[5.0, 5.0]])
    np.testing.assert_array_equal(got.activations[0], kept)
    assert got.set_loss == pytest.approx(2 * network.loss([[0, 0], [1, 0]], [[0], [1]]))
    assert got.loss_after < got.loss


@pytest.mark.parametrize(
    ("training", "n_samples", "own"),
    [
        (TrainingSpec(), 4, True),
        (TrainingSpec(batch_size=None), 4, False),
        (TrainingSpec(batch_size=None), 1, True),
        (TrainingSpec(rule="adam"), 4, False),
    ],
)
def test_it_says_whether_training_makes_this_very_step(training: TrainingSpec, n_samples: int, own: bool) -> None:
    assert is_the_rules_own_step(training, n_samples) is own


def test_another_rule_gets_the_plain_step_of_the_gradient() -> None:
    network = make("tanh")
    training = TrainingSpec(rule="adam", learning_rate=0.1, l2=0.5)
    got = back_propagation(network, X, D, training)
    np.testing.assert_allclose(got.changes, -0.1 * got.gradient)
    assert replace(training, rule="gradient_descent") != got.training


def test_units_without_a_gradient_are_refused() -> None:
    with pytest.raises(EngineError, match="step units have none"):
        back_propagation(make("step", hidden=()), X, D, TrainingSpec())
