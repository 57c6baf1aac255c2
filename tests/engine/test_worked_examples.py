"""Numbers that were worked out by hand or published: the engine must show the same."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.data.dataset import Dataset
from engine.network.network import Network
from engine.spec.specs import LayerSpec, NetworkSpec, TrainingSpec
from engine.training.trainer import Trainer


def test_one_step_by_the_lectures_formulas():
    """δ_o = (d−o)·o(1−o), δ_y = (Σ δ_o w) y(1−y), Δw = η δ_o y, Δv = η δ_y x, written out for 2-2-1."""
    x1, x2, d, eta = 1.0, 0.0, 1.0, 0.5
    v11, v12, v21, v22, b1, b2 = 0.2, -0.3, 0.4, 0.1, -0.4, 0.2
    w1, w2, b = -0.3, -0.2, 0.1

    y1 = 1 / (1 + math.exp(-(x1 * v11 + x2 * v21 + b1)))
    y2 = 1 / (1 + math.exp(-(x1 * v12 + x2 * v22 + b2)))
    o = 1 / (1 + math.exp(-(y1 * w1 + y2 * w2 + b)))
    delta_o = (d - o) * o * (1 - o)
    delta_y1, delta_y2 = delta_o * w1 * y1 * (1 - y1), delta_o * w2 * y2 * (1 - y2)
    after = [
        v11 + eta * delta_y1 * x1,
        v12 + eta * delta_y2 * x1,
        v21 + eta * delta_y1 * x2,
        v22 + eta * delta_y2 * x2,
        b1 + eta * delta_y1,
        b2 + eta * delta_y2,
        w1 + eta * delta_o * y1,
        w2 + eta * delta_o * y2,
        b + eta * delta_o,
    ]

    spec = NetworkSpec(2, (LayerSpec(2), LayerSpec(1)))
    network = Network(spec, parameters=[v11, v12, v21, v22, b1, b2, w1, w2, b])
    trace, deltas = network.trace([[x1, x2]]), network.deltas([[x1, x2]], [[d]])
    np.testing.assert_allclose(trace.activations[0], [[y1, y2]], rtol=1e-14)
    np.testing.assert_allclose(trace.activations[1], [[o]], rtol=1e-14)
    np.testing.assert_allclose(deltas[0], [[delta_y1, delta_y2]], rtol=1e-13)
    np.testing.assert_allclose(deltas[1], [[delta_o]], rtol=1e-13)
    assert network.loss([[x1, x2]], [[d]]) == pytest.approx((d - o) ** 2 / 2, rel=1e-14)
    Trainer(network, Dataset([[x1, x2]], [[d]]), TrainingSpec(learning_rate=eta)).step()
    np.testing.assert_allclose(network.parameters, after, rtol=1e-14)


def test_the_published_2_2_2_example():
    """M. Mazur, "A step by step backpropagation example" (2015): figures as printed there; the biases stay."""
    spec = NetworkSpec(2, (LayerSpec(2), LayerSpec(2)))
    network = Network(spec, parameters=[0.15, 0.25, 0.20, 0.30, 0.35, 0.35, 0.40, 0.50, 0.45, 0.55, 0.60, 0.60])
    for start in (4, 10):
        network.trainable[start : start + 2] = False
    inputs, targets = [[0.05, 0.10]], [[0.01, 0.99]]
    trace = network.trace(inputs)
    assert trace.net_inputs[0][0, 0] == pytest.approx(0.3775, abs=1e-12)
    assert trace.activations[0][0] == pytest.approx([0.593269992, 0.596884378], abs=1e-9)
    assert trace.activations[1][0] == pytest.approx([0.75136507, 0.772928465], abs=1e-8)
    assert network.loss(inputs, targets) == pytest.approx(0.298371109, abs=1e-9)
    trainer = Trainer(network, Dataset(inputs, targets), TrainingSpec(learning_rate=0.5))
    trainer.step()
    expected = [0.149780716, 0.24975114, 0.19956143, 0.29950229, 0.35, 0.35]
    expected += [0.35891648, 0.511301270, 0.408666186, 0.561370121, 0.60, 0.60]
    np.testing.assert_allclose(network.parameters, expected, atol=6e-9)
    assert trainer.loss == pytest.approx(0.291027924, abs=2e-7)


def test_the_lectures_perceptron_run():
    """Three samples in turn, η = 0.1: right after presentation 12, then nothing changes (bias = −T, x0 = −1)."""
    inputs = [[1, -2, 0], [0, 1.5, -0.5], [-1, 1, 0.5]]
    network = Network(NetworkSpec(3, (LayerSpec(1, "sgn"),)), parameters=[1, -1, 0, -0.5])
    trainer = Trainer(
        network, Dataset(inputs, [-1, -1, 1]), TrainingSpec(rule="perceptron", learning_rate=0.1, batch_size=1)
    )

    def lecture_weights():
        w1, w2, w3, bias = network.parameters
        return [-bias, w1, w2, w3]

    seen, nets = [], []
    for presentation in range(15):
        row = [inputs[presentation % 3]]
        nets.append(float(network.trace(row).net_inputs[0][0, 0]))
        trainer.step()
        seen.append(lecture_weights())
    assert nets[:3] == pytest.approx([2.5, -1.6, -2.1])
    assert seen[0] == pytest.approx([0.7, 0.8, -0.6, 0.0])
    assert seen[1] == seen[0]
    assert seen[2] == pytest.approx([0.5, 0.6, -0.4, 0.1])
    assert seen[11] == pytest.approx([0.3, -0.2, 0.3, 0.5])
    assert seen[12:] == [seen[11]] * 3
    assert seen[10] != seen[11]
    assert network.predict(inputs).ravel().tolist() == [-1, -1, 1]


def test_the_perceptron_run_ends_by_itself_when_all_are_right():
    network = Network(NetworkSpec(3, (LayerSpec(1, "sgn"),)), parameters=[1, -1, 0, -0.5])
    data = Dataset([[1, -2, 0], [0, 1.5, -0.5], [-1, 1, 0.5]], [-1, -1, 1])
    training = TrainingSpec(rule="perceptron", learning_rate=0.1, stop_when_all_right=True)
    trainer = Trainer(network, data, training)
    trainer.run()
    assert (trainer.stop_reason, trainer.epoch, trainer.loss) == ("all_right", 4, 0.0)


def test_widrow_hoff_moves_by_the_miss_of_the_net_input():
    network = Network(NetworkSpec(2, (LayerSpec(1, "sgn"),)), parameters=[0.5, -0.25, 0.1])
    trainer = Trainer(network, Dataset([[2.0, 1.0]], [1]), TrainingSpec(rule="widrow_hoff", learning_rate=0.1))
    miss = 1 - (0.5 * 2 - 0.25 + 0.1)
    trainer.step()
    np.testing.assert_allclose(network.parameters, [0.5 + 0.2 * miss, -0.25 + 0.1 * miss, 0.1 + 0.1 * miss], rtol=1e-14)


def test_a_softmax_network_has_the_matrix_gradients():
    """∂L/∂W2 = a1ᵀδ3 / N and so on, with the biases' gradients summed over the samples."""
    rng = np.random.default_rng(4)
    network = Network(NetworkSpec(2, (LayerSpec(3, "tanh"), LayerSpec(2, "softmax"))), seed=4)
    inputs, targets = rng.normal(size=(20, 2)), np.eye(2)[rng.integers(0, 2, 20)]
    hidden = np.tanh(inputs @ network.weights[0] + network.biases[0])
    powers = np.exp(hidden @ network.weights[1] + network.biases[1])
    delta_3 = (powers / powers.sum(axis=1, keepdims=True) - targets) / 20
    delta_2 = (1 - hidden**2) * (delta_3 @ network.weights[1].T)
    expected = [(inputs.T @ delta_2).ravel(), delta_2.sum(axis=0), (hidden.T @ delta_3).ravel(), delta_3.sum(axis=0)]
    gradient = network.gradient(inputs, targets, "cross_entropy")
    np.testing.assert_allclose(gradient, np.concatenate(expected), atol=1e-14)


@pytest.mark.parametrize("seed", range(20))
def test_xor_is_learned_from_the_default_start(seed):
    network = Network(NetworkSpec(2, (LayerSpec(4), LayerSpec(1))), seed=seed)
    data = Dataset([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 0])
    trainer = Trainer(network, data, TrainingSpec(stop_when_all_right=True, target_error=0.1, max_epochs=20_000))
    trainer.run()
    assert trainer.stop_reason in {"all_right", "target_error"}
    assert data.right(network.predict(data.inputs)).all()
