"""A plane through the weights: own values as coordinates, projections, and the three kinds of directions."""

from __future__ import annotations

import numpy as np
import pytest

from engine import EngineError, LayerSpec, Network, NetworkSpec, Trainer, TrainingSpec
from engine.analysis.surface.directions import principal_directions, random_directions, weight_direction
from engine.analysis.surface.run_path import path_of
from engine.analysis.surface.weight_plane import plane_through
from engine.data import datasets

XOR = datasets.logic_gate("xor")
SPEC = NetworkSpec(2, (LayerSpec(2, "tanh"), LayerSpec(1, "sigmoid")))


def test_along_two_weights_the_coordinates_are_their_own_values() -> None:
    parameters = np.array([0.1, 0.2, 0.3, 0.7, -0.4])
    plane = plane_through(parameters, weight_direction(5, 3), weight_direction(5, 1, sign=-1.0))
    assert plane.places(parameters).tolist() == [0.7, -0.2]
    assert plane.at([[2.0, 5.0]]).tolist() == [[0.1, -5.0, 0.3, 2.0, -0.4]]
    assert plane.descent(np.array([9.0, 3.0, 9.0, 4.0, 9.0])).tolist() == [-4.0, 3.0]


def test_oblique_directions_reach_their_own_points_again_and_project_what_lies_beside() -> None:
    first, second = np.array([1.0, 1.0, 0.0]), np.array([0.0, 2.0, 0.0])
    plane = plane_through(np.array([0.0, 0.0, 5.0]), first, second)
    assert plane.places(plane.at([[0.3, -0.8]])) == pytest.approx(np.array([[0.3, -0.8]]))
    assert plane.at([[0.3, -0.8]]) == pytest.approx(np.array([[0.3, -1.3, 5.0]]))
    assert plane.places(np.array([3.0, 7.0, 100.0])) == pytest.approx(np.array([3.0, 2.0])), "what is beside goes"


@pytest.mark.parametrize("second", [[2.0, -4.0], [0.0, 0.0], [np.nan, 1.0]])
def test_two_directions_must_span_a_plane(second: list[float]) -> None:
    with pytest.raises(EngineError, match="direction"):
        plane_through(np.zeros(2), np.array([1.0, -2.0]), np.array(second))


def test_random_directions_have_each_units_length_and_leave_what_is_held() -> None:
    network = Network(SPEC, seed=3)
    network.connected[0], network.trainable[8] = False, False
    first, second = random_directions(network, seed=5)
    network.hold_cut()
    for unit in range(2):  # two weights and the bias of each hidden unit
        own = [network.weights[0][0, unit], network.weights[0][1, unit], network.biases[0][unit]]
        drawn = [first[unit], first[2 + unit], first[4 + unit]]
        assert np.linalg.norm(drawn) == pytest.approx(np.linalg.norm(own))
    assert [first[0], second[0], first[8], second[8]] == [0.0] * 4
    assert first @ second == pytest.approx(0.0, abs=1e-12)
    assert np.array_equal(random_directions(network, seed=5), [first, second])
    assert not np.array_equal(random_directions(network, seed=6)[0], first)


def test_principal_directions_are_those_of_the_singular_value_decomposition() -> None:
    rng = np.random.default_rng(0)
    path = rng.normal(size=(40, 7)) * [5.0, 3.0, 1.0, 0.5, 0.2, 0.1, 0.1] + np.linspace(0, 9, 40)[:, np.newaxis]
    directions, shares = principal_directions(path)
    _, values, vectors = np.linalg.svd(path - path.mean(axis=0))
    assert np.abs(directions @ vectors[:2].T) == pytest.approx(np.eye(2), abs=1e-9)
    assert shares == pytest.approx(values[:2] ** 2 / (values**2).sum())
    assert (directions @ (path[-1] - path[0]) > 0).all(), "the run goes along them, not against them"


@pytest.mark.parametrize(
    "path", [np.zeros((5, 3)), np.outer(np.arange(5.0), [1.0, 2.0, 0.0]), np.eye(3)[:2], np.eye(3)[:0]]
)
def test_a_path_along_one_line_has_no_two_directions(path: np.ndarray) -> None:
    with pytest.raises(EngineError, match="no path yet"):
        principal_directions(path)


def trained(epochs: int) -> Trainer:
    trainer = Trainer(Network(SPEC, seed=1), XOR, TrainingSpec(), keeps_moments=True)
    trainer.run(epochs=epochs)
    return trainer


def test_the_path_of_a_run_is_its_moments() -> None:
    trainer, other = trained(64), Network(SPEC, seed=1)
    run = trainer.state()
    path = path_of(run.moments, (), SPEC.n_parameters)
    again = Trainer(other, XOR, TrainingSpec())
    assert path.epochs[0] == 0
    assert len(path) > 10
    for epoch, parameters in zip(path.epochs.tolist(), path.parameters, strict=True):
        if epoch > again.epoch:
            again.run(epochs=epoch - again.epoch)
        assert parameters.tolist() == other.parameters.tolist()
    assert not path.jumps.any()


def test_weights_that_were_set_by_hand_are_a_jump_and_no_step_of_the_path() -> None:
    trainer = trained(8)
    trainer.set_by_hand(np.zeros(SPEC.n_parameters))
    trainer.run(epochs=8)
    run = trainer.state()
    path = path_of(run.moments, trainer.curve().marks, SPEC.n_parameters)
    jumps = np.flatnonzero(path.jumps)
    assert path.parameters[jumps].tolist() == [[0.0] * SPEC.n_parameters]
    assert path.epochs[jumps].tolist() == [8]


def test_no_moments_are_an_empty_path() -> None:
    path = path_of(None, (), 9)
    assert (len(path), path.parameters.shape) == (0, (0, 9))
