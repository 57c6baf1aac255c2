"""RBF layers in the kernels, against an independent NumPy implementation and finite differences."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data.dataset import Dataset
from engine.network.kernels import memory_layout
from engine.network.network import Network
from engine.spec.errors import EngineError
from engine.spec.specs import MIN_WIDTH, LayerSpec, NetworkSpec, TrainingSpec
from engine.training.trainer import Trainer
from tests.engine.network.conftest import FORMS

CASES = {
    "one-input curve": (1, 6, (("linear", 1),), "squared_error"),
    "three linear outputs": (3, 5, (("linear", 3),), "squared_error"),
    "sigmoid output": (2, 4, (("sigmoid", 1),), "cross_entropy"),
    "dense between and softmax": (2, 9, (("tanh", 5), ("softmax", 3)), "cross_entropy"),
    "two dense layers": (4, 12, (("sigmoid", 6), ("relu", 5), ("bipolar_sigmoid", 2)), "squared_error"),
}


def make(name, seed=1):
    n_inputs, units, rest, loss = CASES[name]
    layers = (LayerSpec(units, "gaussian", "rbf"), *(LayerSpec(count, kind) for kind, count in rest))
    network = Network(NetworkSpec(n_inputs, layers), seed=seed)
    rng = np.random.default_rng(seed)
    network.biases[0][:] = rng.uniform(0.4, 1.6, units)
    inputs = rng.normal(size=(11, n_inputs))
    targets = np.eye(network.spec.n_outputs)[rng.integers(0, network.spec.n_outputs, 11)]
    return network, inputs, targets, loss


def answers_of(network, inputs):
    """‖x − c‖² / (2 σ²) and e to its negative, written out one sample and unit at a time."""
    nets = np.empty((len(inputs), network.spec.layers[0].units))
    for row, x in enumerate(inputs):
        for unit, (centre, width) in enumerate(zip(network.weights[0].T, network.biases[0], strict=True)):
            nets[row, unit] = np.linalg.norm(x - centre) ** 2 / (2 * width**2)
    return nets, np.exp(-nets)


@pytest.mark.usefixtures("form")
@pytest.mark.parametrize("name", CASES)
def test_units_answer_by_their_distance(name):
    network, inputs, _, _ = make(name)
    trace = network.trace(inputs)
    nets, answers = answers_of(network, inputs)
    np.testing.assert_allclose(trace.net_inputs[0], nets, rtol=1e-13)
    np.testing.assert_allclose(trace.activations[0], answers, rtol=1e-12)
    np.testing.assert_allclose(network.predict(inputs), trace.activations[-1], rtol=1e-12)


def test_hand_worked_numbers():
    """At (0, 0): centre (1, 1), σ 1 gives net 1 and e⁻¹; centre (0, 0), σ ½ gives net 0 and 1; o = 2 y1 − y2 + 3."""
    network = Network(NetworkSpec(2, (LayerSpec(2, "gaussian", "rbf"), LayerSpec(1, "linear"))))
    network.parameters[:] = [1, 0, 1, 0, 1.0, 0.5, 2, -1, 3]
    trace = network.trace([[0, 0]])
    np.testing.assert_allclose(trace.net_inputs[0], [[1, 0]])
    np.testing.assert_allclose(trace.activations[0], [[np.exp(-1), 1]])
    np.testing.assert_allclose(network.predict([[0, 0]]), [[2 * np.exp(-1) - 1 + 3]])
    gradient = network.gradient([[0, 0]], [[0]])
    back = 2 * np.exp(-1) + 2  # o − d
    np.testing.assert_allclose(gradient[:2], [-2 * back * np.exp(-1), 0], atol=1e-14)  # w (x − c)/σ² y
    np.testing.assert_allclose(gradient[4], 2 * back * np.exp(-1) * 2)  # w · 2 net/σ · y


@pytest.mark.usefixtures("form")
@pytest.mark.parametrize("name", CASES)
def test_gradients_agree_with_finite_differences(name):
    network, inputs, targets, loss = make(name)
    numeric = np.empty_like(network.parameters)
    for k, value in enumerate(network.parameters.copy()):
        network.parameters[k] = value + 1e-6
        above = network.loss(inputs, targets, loss)
        network.parameters[k] = value - 1e-6
        numeric[k] = (above - network.loss(inputs, targets, loss)) / 2e-6
        network.parameters[k] = value
    np.testing.assert_allclose(network.gradient(inputs, targets, loss), numeric, atol=2e-9)


@pytest.mark.usefixtures("form")
def test_deltas_are_minus_the_loss_by_the_net_input():
    """The output grows by −y when the net input of an RBF unit does."""
    network, inputs, targets, loss = make("three linear outputs")
    answers = network.trace(inputs).activations
    expected = (targets - answers[-1]) @ network.weights[1].T * -answers[0]
    np.testing.assert_allclose(network.deltas(inputs, targets, loss)[0], expected, rtol=1e-11)


@pytest.mark.parametrize("name", CASES)
def test_the_two_forms_agree(name, monkeypatch):
    network, inputs, targets, loss = make(name)
    results = []
    for threshold in FORMS.values():
        monkeypatch.setattr(memory_layout, "_BLAS_FROM", threshold)
        monkeypatch.setattr(memory_layout, "_BLAS_ROWS", 1)
        results.append(network.gradient(inputs, targets, loss))
    np.testing.assert_allclose(results[0], results[1], rtol=1e-11, atol=1e-13)


@pytest.mark.parametrize("rule", ["gradient_descent", "adam", "rprop", "adaptive"])
def test_training_gives_the_same_bits_however_it_is_cut(rule):
    batch = None if rule in {"rprop", "adaptive"} else 3
    ends = []
    for parts in ([40], [1] * 40, [7, 13, 20]):
        network, inputs, targets, loss = make("dense between and softmax")
        trainer = Trainer(network, Dataset(inputs, targets), TrainingSpec(rule, loss, 0.05, batch, shuffle=batch == 3))
        for part in parts:
            trainer.advance(part)
        ends.append(network.parameters.copy())
    np.testing.assert_array_equal(ends[0], ends[1])
    np.testing.assert_array_equal(ends[0], ends[2])


@pytest.mark.parametrize("rule", ["gradient_descent", "adam", "rprop", "adaptive"])
def test_widths_never_fall_below_the_floor(rule):
    """One narrow target between zeros: the unit would like to be a needle."""
    network = Network(NetworkSpec(1, (LayerSpec(1, "gaussian", "rbf"), LayerSpec(1, "linear"))))
    network.parameters[:] = [0.0, 0.005, 1.0, 0.0]
    data = Dataset([[0.0], [0.005], [-0.005]], [[1.0], [0.0], [0.0]])
    batch = None if rule in {"rprop", "adaptive"} else 1
    trainer = Trainer(network, data, TrainingSpec(rule, learning_rate=0.5, batch_size=batch))
    for _ in range(300):
        trainer.advance(1)
        assert np.isfinite(network.parameters).all()
        assert network.biases[0][0] >= MIN_WIDTH


def test_locked_centres_and_widths_stay_to_the_bit():
    network, inputs, targets, loss = make("sigmoid output")
    targets = targets[:, :1]
    before = network.parameters.copy()
    network.trainable[: network.spec.n_rbf_parameters] = False
    Trainer(network, Dataset(inputs, targets), TrainingSpec(loss=loss)).run(20)
    count = network.spec.n_rbf_parameters
    np.testing.assert_array_equal(network.parameters[:count], before[:count])
    assert (network.parameters[count:] != before[count:]).all()


def test_penalties_leave_centres_and_widths_alone():
    network, _, _, _ = make("sigmoid output")
    marks = memory_layout.weights_only(network.spec)
    assert not marks[: network.spec.n_rbf_parameters].any()
    assert marks[network.spec.n_rbf_parameters :].sum() == 4


def test_cut_centres_are_refused():
    network, inputs, _, _ = make("sigmoid output")
    network.connected[0] = False
    with pytest.raises(EngineError, match="cannot be cut"):
        network.predict(inputs)


@pytest.mark.parametrize("width", [0.0, -1.0, MIN_WIDTH / 2])
def test_a_start_with_impossible_widths_is_refused(width):
    network, inputs, targets, _ = make("sigmoid output")
    network.biases[0][1] = width
    with pytest.raises(EngineError, match="unit 2"):
        Trainer(network, Dataset(inputs, targets[:, :1]), TrainingSpec())


def test_far_away_inputs_neither_overflow_nor_break_the_gradient():
    network, _, targets, loss = make("sigmoid output")
    gradient = network.gradient(np.full((11, 2), 1e6), targets[:, :1], loss)
    assert np.isfinite(gradient).all()


def test_an_rbf_layer_stands_first_and_never_alone():
    rbf, dense = LayerSpec(3, "gaussian", "rbf"), LayerSpec(1)
    assert NetworkSpec(2, (rbf, dense)).rbf
    with pytest.raises(EngineError, match="first hidden layer"):
        NetworkSpec(2, (dense, rbf, dense))
    with pytest.raises(EngineError, match="output layer"):
        NetworkSpec(2, (rbf,))
    with pytest.raises(EngineError, match="RBF layer"):
        LayerSpec(3, "gaussian")
    with pytest.raises(EngineError, match="Gaussian"):
        LayerSpec(3, "tanh", "rbf")
