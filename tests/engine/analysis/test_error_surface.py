"""The surface holds the loss of the network moved along two axes, point by point."""

from __future__ import annotations

import numpy as np
import pytest

import engine
from engine import Dataset, EngineError, LayerSpec, Network, NetworkSpec
from engine.data import datasets

XOR = datasets.logic_gate("xor")
SPEC = NetworkSpec(2, (LayerSpec(2, "tanh"), LayerSpec(1, "sigmoid")))


def test_the_middle_is_the_network_and_every_point_is_moved_from_it() -> None:
    network = Network(SPEC, seed=4)
    before = network.parameters.copy()
    surface = engine.error_surface(network, XOR, "cross_entropy", 0, 6, extent=2.0, n=5)
    assert surface.shape == (5, 5)
    for i, along_first in enumerate((-2.0, -1.0, 0.0, 1.0, 2.0)):
        for j, along_second in enumerate((-2.0, -1.0, 0.0, 1.0, 2.0)):
            moved = Network(SPEC, parameters=before)
            moved.parameters[0] += along_first
            moved.parameters[6] += along_second
            assert surface[i, j] == moved.loss(XOR.inputs, XOR.targets, "cross_entropy")
    assert network.parameters.tolist() == before.tolist()


def test_a_linear_unit_has_the_bowl_of_the_textbooks() -> None:
    """One weight and a bias, samples (1, 0) and (−1, 0): the mean of ½ (w x + b)² is ½ (w² + b²)."""
    network = Network(NetworkSpec(1, (LayerSpec(1, "linear"),)), parameters=[0.0, 0.0])
    data = Dataset([[1.0], [-1.0]], [[0.0], [0.0]])
    surface = engine.error_surface(network, data, "squared_error", 0, 1, extent=3.0, n=7)
    offsets = np.arange(-3.0, 4.0)
    assert surface == pytest.approx(0.5 * (offsets[:, np.newaxis] ** 2 + offsets**2))


def test_directions_are_taken_as_they_are_given() -> None:
    network = Network(SPEC, seed=4)
    rng = np.random.default_rng(0)
    first, second = rng.normal(size=(2, SPEC.n_parameters))
    surface = engine.error_surface(network, XOR, "squared_error", first, second.tolist(), extent=0.5, n=2)
    moved = Network(SPEC, parameters=network.parameters - 0.5 * first + 0.5 * second)
    assert surface[0, 1] == pytest.approx(moved.loss(XOR.inputs, XOR.targets), rel=1e-12)


def test_a_cut_connection_stays_cut() -> None:
    network = Network(SPEC, seed=4)
    network.connected[0] = False
    surface = engine.error_surface(network, XOR, "squared_error", 0, 1, extent=2.0, n=3)
    assert (surface == surface[0]).all()
    assert len(set(surface[0])) == 3


def test_widths_of_rbf_units_stay_above_nothing() -> None:
    spec = NetworkSpec(1, (LayerSpec(1, "gaussian", "rbf"), LayerSpec(1, "linear")))
    network = Network(spec, parameters=[0.0, 1.0, 1.0, 0.0])
    surface = engine.error_surface(network, Dataset([[0.0], [1.0]], [[1.0], [0.0]]), "squared_error", 0, 1, 2.0, 3)
    assert np.isnan(surface).tolist() == [[True, False, False]] * 3


def test_it_can_be_cancelled_after_any_row() -> None:
    answers = iter([False, True])
    surface = engine.error_surface(
        Network(SPEC), XOR, "squared_error", 0, 1, 1.0, 3, is_cancelled=lambda: next(answers)
    )
    assert np.isnan(surface).all(axis=1).tolist() == [False, True, True]


@pytest.mark.parametrize(
    ("first", "extent", "n", "part"),
    [
        (9, 1.0, 3, "no parameter 9"),
        (-1, 1.0, 3, "no parameter -1"),
        ([1.0, 2.0], 1.0, 3, "9 finite numbers"),
        (np.zeros(9), 1.0, 3, "not all of them 0"),
        (np.full(9, np.nan), 1.0, 3, "finite"),
        ("w", 1.0, 3, "direction"),
        (0, 0.0, 3, "extent"),
        (0, float("inf"), 3, "extent"),
        (0, 1.0, 1, "at least 2 points"),
    ],
)
def test_misuse_is_an_engine_error(first: object, extent: float, n: int, part: str) -> None:
    with pytest.raises(EngineError, match=part):
        engine.error_surface(Network(SPEC), XOR, "squared_error", first, 1, extent, n)
