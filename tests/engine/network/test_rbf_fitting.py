"""Placing centres, setting widths, solving the output layer: against scikit-learn, hand-worked numbers and NumPy."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.cluster import KMeans

from engine.data.datasets import make
from engine.network.network import Network
from engine.network.rbf_fitting import CENTRES_BY, k_means, least_squares, place_centres, widths_for
from engine.spec.errors import EngineError
from engine.spec.specs import MIN_WIDTH, LayerSpec, NetworkSpec


@pytest.mark.parametrize(("name", "count"), [("moons", 6), ("blobs", 3), ("spirals", 10), ("circles", 8)])
def test_k_means_is_as_good_as_scikit_learns(name, count):
    rows = make(name, n_samples=200, noise=0.1, seed=4).inputs
    centres, inertia = k_means(np.array(rows), count, np.random.default_rng(0))
    reference = KMeans(count, n_init=10, random_state=0).fit(rows)
    assert inertia <= reference.inertia_ * 1.03
    nearest = ((rows[:, None] - centres) ** 2).sum(axis=2)
    assert inertia == pytest.approx(nearest.min(axis=1).sum())
    again = KMeans(count, init=centres, n_init=1).fit(rows)  # a fixed point of the reference's own rounds
    np.testing.assert_allclose(again.cluster_centers_, centres, atol=1e-3)


@settings(max_examples=60, deadline=None)
@given(
    rows=st.lists(st.tuples(*[st.sampled_from([0.0, 0.5, 1.0, -3.25])] * 2), min_size=1, max_size=12),
    units=st.integers(1, 9),
    by=st.sampled_from(CENTRES_BY),
    seed=st.integers(0, 99),
)
def test_centres_lie_within_the_samples_box_and_are_the_same_every_time(rows, units, by, seed):
    inputs = np.array(rows)
    centres = place_centres(inputs, units, by, np.random.default_rng(seed))
    assert centres.shape == (2, units)
    assert (inputs.min(axis=0) - 1e-12 <= centres.T).all()
    assert (inputs.max(axis=0) + 1e-12 >= centres.T).all()
    np.testing.assert_array_equal(centres, place_centres(inputs, units, by, np.random.default_rng(seed)))
    for rule in ("d_max", "neighbours"):
        widths = widths_for(centres, rule, 1.0, inputs)
        assert widths.shape == (units,)
        assert np.isfinite(widths).all()
        assert (widths >= MIN_WIDTH).all()


def test_centres_from_samples_are_samples():
    rows = np.random.default_rng(0).normal(size=(30, 3))
    centres = place_centres(rows, 5, "samples", np.random.default_rng(1))
    assert all((rows == centre).all(axis=1).any() for centre in centres.T)
    assert len(np.unique(centres.T, axis=0)) == 5


def test_widths_by_hand():
    """Centres 0, 3 and 7 on a line: d_max 7; the two nearest of 0 are 3 and 7 away, of 3: 3 and 4, of 7: 4 and 7."""
    centres = np.array([[0.0, 3.0, 7.0]])
    np.testing.assert_allclose(widths_for(centres, "d_max"), 7 / np.sqrt(6))
    np.testing.assert_allclose(widths_for(centres, "neighbours"), [5, 3.5, 5.5])
    np.testing.assert_allclose(widths_for(centres, "neighbours", 2.0), [10, 7, 11])


def test_one_centre_takes_the_spread_of_the_samples():
    assert widths_for([[5.0]], "d_max", inputs=[[-1.0], [1.0]]) == pytest.approx([1.0])
    assert widths_for([[5.0]], "neighbours") == pytest.approx([1.0])


def test_impossible_wishes_are_refused():
    with pytest.raises(EngineError, match="no samples"):
        place_centres(np.empty((0, 2)), 3, "kmeans", np.random.default_rng(0))
    with pytest.raises(EngineError, match="above 0"):
        widths_for([[0.0, 1.0]], "d_max", 0.0)
    with pytest.raises(EngineError, match="cannot be placed"):
        place_centres([[0.0]], 1, "magic", np.random.default_rng(0))


def network_for(n_outputs=2, output="linear"):
    layers = (LayerSpec(5, "gaussian", "rbf"), LayerSpec(n_outputs, output))
    return Network(NetworkSpec(2, layers), seed=2)


def test_least_squares_leaves_no_gradient():
    rng = np.random.default_rng(0)
    network, inputs, targets = network_for(), rng.normal(size=(40, 2)), rng.normal(size=(40, 2))
    before = network.parameters.copy()
    network.parameters[:] = least_squares(network.spec, network.parameters, inputs, targets)
    count = network.spec.n_rbf_parameters
    np.testing.assert_array_equal(network.parameters[:count], before[:count])
    np.testing.assert_allclose(network.gradient(inputs, targets)[count:], 0, atol=1e-10)


def test_least_squares_leaves_locked_weights_and_is_best_among_the_others():
    rng = np.random.default_rng(0)
    network, inputs, targets = network_for(), rng.normal(size=(40, 2)), rng.normal(size=(40, 2))
    free = np.ones(network.spec.n_parameters, dtype=bool)
    held = [network.spec.n_rbf_parameters, network.spec.n_parameters - 1]
    free[held] = False
    before = network.parameters.copy()
    network.parameters[:] = least_squares(network.spec, network.parameters, inputs, targets, free)
    np.testing.assert_array_equal(network.parameters[held], before[held])
    gradient = network.gradient(inputs, targets)
    free[: network.spec.n_rbf_parameters] = False
    np.testing.assert_allclose(gradient[free], 0, atol=1e-10)


def test_xor_is_solved_in_one_step():
    """Two centres at (0, 0) and (1, 1), σ = 1/√2: the textbook's example is exact with two units."""
    network = Network(NetworkSpec(2, (LayerSpec(2, "gaussian", "rbf"), LayerSpec(1, "linear"))))
    network.weights[0][:] = [[0, 1], [0, 1]]
    network.biases[0][:] = np.sqrt(0.5)
    inputs, targets = [[0, 0], [0, 1], [1, 0], [1, 1]], [[0], [1], [1], [0]]
    network.parameters[:] = least_squares(network.spec, network.parameters, inputs, targets)
    np.testing.assert_allclose(network.predict(inputs), targets, atol=1e-12)


def test_squashing_outputs_are_refused():
    network = network_for(output="sigmoid")
    with pytest.raises(EngineError, match="linear outputs"):
        least_squares(network.spec, network.parameters, [[0.0, 0.0]], [[0.0, 0.0]])


def test_huge_inputs_do_not_overflow():
    rows = np.array([[0.0, 1e200], [1.0, -1e200], [2.0, 3e200]])
    for by in CENTRES_BY:
        centres = place_centres(rows, 2, by, np.random.default_rng(0))
        assert np.isfinite(centres).all()
        assert np.isfinite(widths_for(centres, "d_max", inputs=rows)).all()
