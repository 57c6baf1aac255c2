"""Histograms over a run and how far its weights move, against NumPy written a second time."""

from __future__ import annotations

import numpy as np
import pytest

from engine.analysis.surface.run_path import RunPath, path_of
from engine.analysis.weight_history import BINS, MOST_MOMENTS, relative_steps, weight_history
from engine.data.datasets.recipe import DatasetSpec
from engine.network.network import Network
from engine.spec.specs import LayerSpec, NetworkSpec, TrainingSpec
from engine.training.trainer import Trainer

SPEC = NetworkSpec(2, (LayerSpec(3, "tanh"), LayerSpec(1, "sigmoid")))
DATA = DatasetSpec("moons", n_samples=60, noise=0.1, seed=1).build()


def path(*rows: tuple[int, np.ndarray], jump_at: int | None = None) -> RunPath:
    epochs = np.array([epoch for epoch, _ in rows])
    jumps = np.array([k == jump_at for k in range(len(rows))])
    return RunPath(epochs, np.array([values for _, values in rows]), jumps)


def test_the_histograms_hold_what_the_network_computes_at_each_moment() -> None:
    starts = [Network(SPEC, seed=seed).parameters for seed in range(3)]
    history = weight_history(SPEC, path(*zip((0, 5, 40), starts, strict=True)), DATA, "squared_error")
    assert history is not None
    assert history.epochs.tolist() == [0, 5, 40]
    assert history.n_samples == DATA.n_samples
    for moment, values in enumerate(starts):
        network = Network(SPEC, parameters=values)
        hidden = np.tanh(DATA.inputs @ network.weights[0] + network.biases[0])
        expected, _ = np.histogram(hidden, BINS, (-1.0, 1.0))
        np.testing.assert_allclose(history.activations[0].shares[moment], expected / hidden.size)
        assert history.activations[0].ends == (-1.0, 1.0)
        for layer in range(2):
            low, high = history.weights[layer].ends
            largest = max(np.abs(Network(SPEC, parameters=each).weights[layer]).max() for each in starts)
            assert (low, high) == (-largest, largest)
            expected, _ = np.histogram(network.weights[layer], BINS, (low, high))
            np.testing.assert_allclose(history.weights[layer].shares[moment], expected / network.weights[layer].size)
        gradient = np.abs(network.gradient(DATA.inputs, DATA.targets)[:6])
        sizes = history.gradients[0]
        expected, _ = np.histogram(np.log10(gradient), BINS, sizes.ends)
        np.testing.assert_allclose(sizes.shares[moment], expected / 6)
        assert sizes.ends[0] == np.floor(sizes.ends[0])


def test_steps_are_what_the_weights_move_in_a_pass_relative_to_their_size() -> None:
    """By hand: the first layer's weights from length 2 to a place 3 away, in 6 passes; biases do not count."""
    values = np.zeros(SPEC.n_parameters)
    values[0], values[9] = 2.0, 4.0
    moved = values.copy()
    moved[1], moved[6:9], moved[9] = 3.0, 100.0, 5.0
    steps = relative_steps(SPEC, path((10, values), (16, moved), (17, values)))
    assert np.isnan(steps[0]).all()
    assert steps[1].tolist() == pytest.approx([3 / (6 * 2), 1 / (6 * 4)])
    assert steps[2].tolist() == pytest.approx([3 / np.hypot(2, 3), 1 / 5])
    by_hand = relative_steps(SPEC, path((10, values), (16, moved), (17, values), jump_at=2))
    assert np.isnan(by_hand[2]).all()
    assert by_hand[1].tolist() == steps[1].tolist()
    assert np.isnan(relative_steps(SPEC, path((0, np.zeros(13)), (1, moved)))).all(), "no size to compare with"


def test_a_long_run_is_thinned_and_a_jump_between_two_kept_moments_is_not_lost() -> None:
    count = 5 * MOST_MOMENTS
    rows = [(epoch, np.full(13, 1.0 + epoch)) for epoch in range(count)]
    history = weight_history(SPEC, path(*rows, jump_at=7), DATA, "squared_error")
    assert history is not None
    assert len(history.epochs) == MOST_MOMENTS
    assert (history.epochs[0], history.epochs[-1]) == (0, count - 1)
    broken = int(np.searchsorted(history.epochs, 7))
    assert np.isnan(history.steps[broken]).all()
    assert np.isfinite(np.delete(history.steps, [0, broken], axis=0)).all()


def test_a_trained_run_and_where_there_is_no_gradient() -> None:
    network = Network(SPEC, seed=4)
    trainer = Trainer(network, DATA, TrainingSpec(learning_rate=0.1, batch_size=10), keeps_moments=True)
    trainer.run(epochs=30)
    run = trainer.state()
    history = weight_history(SPEC, path_of(run.moments, (), SPEC.n_parameters), DATA, "squared_error")
    assert history is not None
    assert len(history.epochs) > 5
    assert all(each.shares.sum(axis=1) == pytest.approx(1.0) for each in (*history.weights, *history.gradients))
    hard = NetworkSpec(2, (LayerSpec(2, "step"), LayerSpec(1, "step")))
    values = Network(hard, seed=0).parameters
    stepped = weight_history(hard, path((0, values)), DATA, "squared_error")
    assert stepped is not None
    assert stepped.gradients == ()
    assert stepped.activations[0].shares[0][[0, -1]].sum() == pytest.approx(1.0), "0 and 1 are in the outermost bins"
    assert weight_history(hard, path((0, values)), DATA, "squared_error", lambda: True) is None


def test_gradients_that_are_gone_count_as_the_smallest() -> None:
    relu = NetworkSpec(2, (LayerSpec(2, "relu"), LayerSpec(1, "linear")))
    values = np.array([1.0, 1.0, 0.5, -1.0, 100.0, -100.0, 1.0, 1.0, 0.0])  # the second unit is off for every sample
    history = weight_history(relu, path((0, values)), DATA, "squared_error")
    assert history is not None
    assert history.gradients[0].shares[0][0] == pytest.approx(0.5)
