"""Every rule against its formula written a second time in NumPy, and the names of the rules."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data.dataset import Dataset
from engine.network.kernels import memory_layout
from engine.network.network import Network
from engine.spec.rules import RULES
from engine.spec.specs import LayerSpec, NetworkSpec, TrainingSpec
from engine.training.trainer import Trainer

RNG = np.random.default_rng(8)
DATA = Dataset(RNG.normal(size=(12, 3)), RNG.normal(size=(12, 2)))
SPEC = NetworkSpec(3, (LayerSpec(4, "tanh"), LayerSpec(2, "linear")))


def trained(epochs=30, **settings):
    network = Network(SPEC, seed=3)
    Trainer(network, DATA, TrainingSpec(**{"batch_size": None, **settings})).run(epochs=epochs)
    return network.parameters


def formula(update, epochs=30, l1=0.0, l2=0.0):
    """Runs `update(parameters, gradient, loss_at) -> parameters` on the whole set."""
    network = Network(SPEC, seed=3)
    weights = np.concatenate([np.repeat([1.0, 0.0], [12, 4]), np.repeat([1.0, 0.0], [8, 2])])

    def loss_at(parameters):
        return Network(SPEC, parameters=parameters).loss(DATA.inputs, DATA.targets)

    for _ in range(epochs):
        gradient = network.gradient(DATA.inputs, DATA.targets)
        gradient += weights * (l1 * np.sign(network.parameters) + l2 * network.parameters)
        network.parameters[:] = update(network.parameters.copy(), gradient, loss_at)
    return network.parameters


def momentum_formula(rate, momentum):
    velocity = np.zeros(SPEC.n_parameters)

    def update(parameters, gradient, _loss_at):
        velocity[:] = momentum * velocity - rate * gradient
        return parameters + velocity

    return update


def test_gradient_descent_with_momentum():
    expected = formula(momentum_formula(0.05, 0.9))
    actual = trained(rule="gradient_descent", learning_rate=0.05, momentum=0.9)
    np.testing.assert_allclose(actual, expected, rtol=1e-10)


FORMS = {"loops": 10**12, "blas": 0}  # multiplications from which on BLAS is used


@pytest.mark.parametrize("form", FORMS)
def test_nesterov_is_the_gradient_at_the_look_ahead(form, monkeypatch):
    """Against the form in which it was published: w and v by the gradient at w + μ v, which the parameters are."""
    monkeypatch.setattr(memory_layout, "_BLAS_FROM", FORMS[form])
    monkeypatch.setattr(memory_layout, "_BLAS_ROWS", 1)
    velocity, plain = np.zeros(SPEC.n_parameters), Network(SPEC, seed=3).parameters.copy()

    def update(look_ahead, gradient_there, _loss_at):
        np.testing.assert_allclose(look_ahead, plain + 0.9 * velocity, rtol=1e-9, atol=1e-12)
        velocity[:] = 0.9 * velocity - 0.05 * gradient_there
        plain[:] += velocity
        return plain + 0.9 * velocity

    expected = formula(update, l2=0.01)
    actual = trained(rule="nesterov", learning_rate=0.05, momentum=0.9, l2=0.01)
    np.testing.assert_allclose(actual, expected, rtol=1e-9)
    other = trained(rule="gradient_descent", learning_rate=0.05, momentum=0.9, l2=0.01)
    assert np.abs(actual - other).max() > 1e-3


def test_nesterov_without_momentum_is_gradient_descent_to_the_bit():
    settings = {"learning_rate": 0.05, "batch_size": 5, "shuffle": True}
    assert np.array_equal(trained(rule="nesterov", **settings), trained(rule="gradient_descent", **settings))


def test_nesterov_leaves_locked_parameters_alone():
    network = Network(SPEC, seed=3)
    network.trainable[::3] = False
    before = network.parameters.copy()
    Trainer(network, DATA, TrainingSpec("nesterov", learning_rate=0.05, momentum=0.9)).run(epochs=3)
    assert np.array_equal(network.parameters == before, ~network.trainable)


def test_penalties_pull_at_the_weights_but_not_at_the_biases():
    expected = formula(momentum_formula(0.05, 0.0), l1=0.02, l2=0.1)
    actual = trained(rule="gradient_descent", learning_rate=0.05, l1=0.02, l2=0.1)
    np.testing.assert_allclose(actual, expected, rtol=1e-10)


def test_penalties_are_no_part_of_the_reported_loss():
    network = Network(SPEC, seed=3)
    trainer = Trainer(network, DATA, TrainingSpec(l1=1.0, l2=1.0, learning_rate=0.01))
    trainer.run(epochs=2)
    assert trainer.loss == pytest.approx(network.loss(DATA.inputs, DATA.targets), rel=1e-13)


def test_adaptive():
    rates = [0.4]
    state = {"velocity": np.zeros(SPEC.n_parameters), "loss": None}
    taken_back = []

    def update(parameters, gradient, loss_at):
        if state["loss"] is None:
            state["loss"] = loss_at(parameters)
        velocity = 0.7 * state["velocity"] - rates[-1] * gradient
        loss = loss_at(parameters + velocity)
        if not loss <= 1.04 * state["loss"]:
            state["velocity"] = np.zeros_like(velocity)
            rates.append(rates[-1] * 0.7)
            taken_back.append(True)
            return parameters
        rates.append(rates[-1] * (1.05 if loss < state["loss"] else 1.0))
        state.update(velocity=velocity, loss=loss)
        return parameters + velocity

    expected = formula(update, epochs=60)
    network = Network(SPEC, seed=3)
    settings = TrainingSpec(rule="adaptive", batch_size=None, learning_rate=0.4, momentum=0.7)
    trainer = Trainer(network, DATA, settings)
    trainer.run(epochs=60)
    assert taken_back, "the test must see a step taken back"
    np.testing.assert_allclose(network.parameters, expected, rtol=1e-9)
    assert trainer.learning_rate == pytest.approx(rates[-1], rel=1e-12)


def test_adaptive_survives_a_rate_that_is_far_too_large():
    network = Network(SPEC, seed=3)
    start = network.loss(DATA.inputs, DATA.targets)
    trainer = Trainer(network, DATA, TrainingSpec(rule="adaptive", batch_size=None, learning_rate=1e12))
    trainer.run(epochs=300)
    assert trainer.stop_reason is None
    assert trainer.loss < start


def test_rprop():
    sizes, before = np.full(SPEC.n_parameters, 0.1), np.zeros(SPEC.n_parameters)

    def update(parameters, gradient, _loss_at):
        turned = gradient * before < 0
        sizes[gradient * before > 0] *= 1.2
        sizes[turned] *= 0.5
        np.clip(sizes, 1e-6, 50, out=sizes)
        gradient[turned] = 0.0
        before[:] = gradient
        return parameters - np.sign(gradient) * sizes

    np.testing.assert_allclose(trained(rule="rprop"), formula(update), rtol=1e-9, atol=1e-12)


def test_adam():
    first, second, count = np.zeros(SPEC.n_parameters), np.zeros(SPEC.n_parameters), [0]

    def update(parameters, gradient, _loss_at):
        count[0] += 1
        first[:] = 0.9 * first + 0.1 * gradient
        second[:] = 0.999 * second + 0.001 * gradient**2
        corrected = first / (1 - 0.9 ** count[0]), second / (1 - 0.999 ** count[0])
        return parameters - 0.02 * corrected[0] / (np.sqrt(corrected[1]) + 1e-8)

    np.testing.assert_allclose(trained(rule="adam", learning_rate=0.02), formula(update), rtol=1e-9)


def test_mini_batches_are_means_and_the_last_one_may_be_smaller():
    network, start = Network(SPEC, seed=3), Network(SPEC, seed=3)
    Trainer(network, DATA, TrainingSpec(batch_size=5, learning_rate=0.1)).run(epochs=1)
    for rows in (slice(0, 5), slice(5, 10), slice(10, 12)):
        start.parameters -= 0.1 * start.gradient(DATA.inputs[rows], DATA.targets[rows])
    np.testing.assert_allclose(network.parameters, start.parameters, rtol=1e-12)


def test_large_batches_go_through_in_pieces():
    rng = np.random.default_rng(0)
    data = Dataset(rng.normal(size=(300, 3)), rng.normal(size=(300, 2)))
    network, start = Network(SPEC, seed=3), Network(SPEC, seed=3)
    Trainer(network, data, TrainingSpec(batch_size=1000, learning_rate=0.1)).run(epochs=1)
    start.parameters -= 0.1 * start.gradient(data.inputs, data.targets)
    np.testing.assert_allclose(network.parameters, start.parameters, rtol=1e-12)


@pytest.mark.parametrize("rule", ["gradient_descent", "adaptive", "rprop", "adam"])
def test_locked_stay_and_cut_are_zero(rule):
    network = Network(SPEC, seed=3)
    network.trainable[[1, 13]] = False
    network.connected[[2, 20]] = False
    before = network.parameters.copy()
    Trainer(network, DATA, TrainingSpec(rule=rule, batch_size=None, learning_rate=0.05, l2=0.1)).run(epochs=20)
    assert network.parameters[[1, 13]].tolist() == before[[1, 13]].tolist()
    assert network.parameters[[2, 20]].tolist() == [0.0, 0.0]
    moved = network.parameters != before
    moved[[1, 13, 2, 20]] = True
    assert moved.all()


def test_the_rules_are_those_of_the_programming_interface():
    assert RULES == ("perceptron", "widrow_hoff", "gradient_descent", "nesterov", "adaptive", "rprop", "adam")
