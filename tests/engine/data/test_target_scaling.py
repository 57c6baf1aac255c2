"""Scaled targets: what the network learns, and the user's own units everywhere else."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from sklearn.preprocessing import MinMaxScaler, StandardScaler

from engine import DatasetSpec, LayerSpec, Network, NetworkSpec, Trainer, TrainingSpec
from engine.analysis.evaluation import ValueReport, evaluate
from engine.analysis.sample_losses import errors_of
from engine.data.dataset import Dataset
from engine.data.plane import Plane
from engine.data.scaling import fitted_scaling
from engine.network.plane_trace import trace_plane
from engine.spec.frozen_array import FrozenArray

RNG = np.random.default_rng(8)
X = RNG.uniform(-1, 1, (30, 2))
PRICES = np.column_stack([3e5 + 1e5 * X[:, 0] - 4e4 * X[:, 1] ** 2, 7 + X[:, 1]])
SPEC = DatasetSpec(
    "custom",
    inputs=FrozenArray(X[:24]),
    targets=FrozenArray(PRICES[:24]),
    test_inputs=FrozenArray(X[24:]),
    test_targets=FrozenArray(PRICES[24:]),
)
ORACLES = {
    "standardise": StandardScaler(),
    "min_max": MinMaxScaler((0, 1)),
    "plus_minus": MinMaxScaler((-1, 1)),
}


def trained(data: Dataset, output: str = "linear") -> Network:
    layers = (LayerSpec(3, "tanh"), LayerSpec(2, output))
    network = Network(NetworkSpec(2, layers, "xavier"), seed=1)
    Trainer(network, data, TrainingSpec(learning_rate=0.05, batch_size=1)).run(epochs=200)
    return network


@pytest.mark.parametrize("kind", ORACLES)
def test_the_network_learns_what_scikit_learn_makes_of_the_training_targets(kind: str) -> None:
    data = replace(SPEC, target_scaling=kind).build()
    oracle = ORACLES[kind].fit(PRICES[:24])
    np.testing.assert_allclose(data.targets, oracle.transform(PRICES[:24]), rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(data.test_targets, oracle.transform(PRICES[24:]), rtol=1e-9, atol=1e-12)
    np.testing.assert_array_equal(data.raw_targets, PRICES[:24])
    answers = RNG.normal(size=(5, 2))
    np.testing.assert_allclose(data.preprocessing.targets.undo(answers), oracle.inverse_transform(answers), rtol=1e-12)


@pytest.mark.parametrize("kind", ["min_max", "plus_minus", "standardise"])
def test_inputs_can_be_scaled_in_the_same_ways(kind: str) -> None:
    data = replace(SPEC, scaling=kind).build()
    np.testing.assert_allclose(data.inputs, ORACLES[kind].fit_transform(X[:24]), rtol=1e-9, atol=1e-12)


def test_a_target_that_is_the_same_everywhere_becomes_0() -> None:
    scaling = fitted_scaling("standardise", np.full((4, 1), 7.0))
    assert (scaling.centres, scaling.spreads) == ((7.0,), (1.0,))


def test_classes_are_never_scaled() -> None:
    data = DatasetSpec("moons", target_scaling="standardise").build()
    assert data.targets is data.raw_targets or np.array_equal(data.targets, data.raw_targets)
    assert data.preprocessing.targets.is_none
    assert data.task == "binary"


def test_what_runs_away_in_raw_units_is_learned_in_scaled_ones() -> None:
    raw = SPEC.build()
    network = Network(NetworkSpec(2, (LayerSpec(3, "tanh"), LayerSpec(2, "linear")), "xavier"), seed=1)
    trainer = Trainer(network, raw, TrainingSpec(learning_rate=0.5, batch_size=1))
    trainer.run(epochs=200)
    mean_error = 0.5 * ((PRICES[:24] - PRICES[:24].mean(axis=0)) ** 2).sum(axis=1).mean()
    assert trainer.stop_reason == "diverged" or trainer.loss > mean_error
    data = replace(SPEC, target_scaling="standardise").build()
    answers = data.preprocessing.targets.undo(trained(data).predict(data.inputs))
    report = evaluate(data, answers, data.raw_targets)
    assert isinstance(report, ValueReport)
    np.testing.assert_allclose(report.rmse, np.sqrt(((PRICES[:24] - answers) ** 2).mean(axis=0)), rtol=1e-12)
    assert report.r2.min() > 0.9


def test_the_errors_of_the_samples_add_up_to_the_error_of_the_run() -> None:
    data = replace(SPEC, target_scaling="min_max").build()
    network = trained(data, "sigmoid")
    answers = data.preprocessing.targets.undo(network.predict(data.inputs))
    errors, _ = errors_of(data, answers, data.raw_targets, "squared_error", one_hot=False)
    assert errors.sum() == pytest.approx(network.loss(data.inputs, data.targets) * data.n_samples, rel=1e-9)


def test_the_region_is_in_the_user_s_units() -> None:
    data = replace(SPEC, target_scaling="standardise").build()
    network, plane = trained(data), Plane(0, 1, (-1.0, 1.0), (-1.0, 1.0), (0.0, 0.0))
    trace = trace_plane(network, plane, 8, 4, data.preprocessing)
    by_hand = network.predict(plane.inputs(8, 8)) * PRICES[:24].std(axis=0) + PRICES[:24].mean(axis=0)
    np.testing.assert_allclose(trace.region.reshape(-1, 2), by_hand, rtol=1e-12)
    np.testing.assert_allclose(trace.maps[-1].reshape(2, -1).T, network.predict(plane.inputs(4, 4)), rtol=1e-12)
