"""The same start, data and settings give scikit-learn's parameters after many passes."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier, MLPRegressor

from engine.data.dataset import Dataset
from engine.network.network import Network
from engine.spec.specs import LayerSpec, NetworkSpec, TrainingSpec
from engine.training.trainer import Trainer

EPOCHS = 40


def oracle(kind, network, inputs, targets, **settings):
    """A scikit-learn network that starts at the parameters of `network` and has trained `EPOCHS` passes."""
    model = kind(
        hidden_layer_sizes=[layer.units for layer in network.spec.layers[:-1]],
        shuffle=False,
        tol=0.0,
        n_iter_no_change=10**9,
        max_iter=1,
        warm_start=True,
        learning_rate_init=0.05,
        **settings,
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(inputs, targets)
        for mine, weights in zip([*model.coefs_, *model.intercepts_], [*network.weights, *network.biases], strict=True):
            mine[...] = weights
        model.set_params(max_iter=EPOCHS)
        model.fit(inputs, targets)
    return np.concatenate([part.ravel() for pair in zip(model.coefs_, model.intercepts_, strict=True) for part in pair])


@pytest.mark.parametrize(
    ("activation", "name"), [("tanh", "tanh"), ("sigmoid", "logistic"), ("relu", "relu"), ("linear", "identity")]
)
@pytest.mark.parametrize("momentum", [0.0, 0.8])
def test_regression(activation, name, momentum):
    rng = np.random.default_rng(2)
    inputs, targets = rng.normal(size=(53, 3)), rng.normal(size=53)
    layers = (LayerSpec(6, activation), LayerSpec(4, activation), LayerSpec(1, "linear"))
    network = Network(NetworkSpec(3, layers), seed=1)
    method = {"solver": "sgd", "momentum": momentum, "nesterovs_momentum": False, "alpha": 0.0}
    expected = oracle(MLPRegressor, network, inputs, targets, activation=name, batch_size=10, **method)
    training = TrainingSpec(learning_rate=0.05, batch_size=10, momentum=momentum)
    Trainer(network, Dataset(inputs, targets), training).run(epochs=EPOCHS)
    np.testing.assert_allclose(network.parameters, expected, rtol=1e-9, atol=1e-10)


@pytest.mark.parametrize("n_classes", [2, 3])
def test_classification_by_cross_entropy(n_classes):
    rng = np.random.default_rng(6)
    inputs, labels = rng.normal(size=(40, 2)), np.arange(40) % n_classes
    output = LayerSpec(1, "sigmoid") if n_classes == 2 else LayerSpec(3, "softmax")
    network = Network(NetworkSpec(2, (LayerSpec(5, "tanh"), output)), seed=1)
    method = {"solver": "sgd", "momentum": 0.0, "alpha": 0.0, "activation": "tanh", "batch_size": 8}
    expected = oracle(MLPClassifier, network, inputs, labels, **method)
    targets = labels if n_classes == 2 else np.eye(3)[labels]
    training = TrainingSpec(loss="cross_entropy", learning_rate=0.05, batch_size=8)
    Trainer(network, Dataset(inputs, targets), training).run(epochs=EPOCHS)
    np.testing.assert_allclose(network.parameters, expected, rtol=1e-9, atol=1e-10)
