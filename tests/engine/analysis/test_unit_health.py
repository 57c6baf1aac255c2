"""Which units are off or saturated: by hand, and as the diagnosis finds them."""

from __future__ import annotations

import numpy as np
import pytest

from engine.analysis.unit_health import MOST_SAMPLES, unit_health
from engine.spec.specs import LayerSpec, NetworkSpec

INPUTS = np.linspace(-1.0, 1.0, 10)[:, np.newaxis]


def test_a_relu_that_never_fires_is_off_and_one_that_sometimes_does_is_not() -> None:
    network = NetworkSpec(1, (LayerSpec(3, "relu"), LayerSpec(1, "linear")))
    values = np.array([1.0, 1.0, 0.0, -1.0, -0.5, 0.0, 1, 1, 1, 0], dtype=float)  # the first: x − 1, at most 0
    health = unit_health(network, values, INPUTS, at_rest=True)
    assert health is not None
    assert health.n_samples == 10
    hidden, output = health.layers
    assert hidden.is_off.tolist() == [True, False, True]
    assert hidden.is_ill.tolist() == [True, False, True]
    assert hidden.shares.tolist() == [1.0, 0.0, 1.0]
    assert not output.is_ill.any()


def test_a_sigmoid_is_saturated_where_its_slope_is_below_a_fiftieth_for_four_samples_in_five() -> None:
    """σ′ = σ (1 − σ) is a fiftieth of its steepest, ¼, at |net| = 5.29."""
    network = NetworkSpec(1, (LayerSpec(3, "sigmoid"), LayerSpec(1, "sigmoid")))
    x = np.abs(INPUTS[:, 0])
    assert 4 * np.exp(-5.29) / (1 + np.exp(-5.29)) ** 2 == pytest.approx(0.02, rel=0.01)
    factors = np.array([30.0, 14.0, 1.0])
    values = np.concatenate([factors, np.zeros(3), [100.0, 100.0, 100.0, 0.0]])
    health = unit_health(network, values, INPUTS, at_rest=True)
    assert health is not None
    hidden, output = health.layers
    expected = [(factor * x > 5.29).mean() for factor in factors]
    assert hidden.shares.tolist() == pytest.approx(expected) == [0.8, 0.6, 0.0]
    assert hidden.is_ill.tolist() == [True, False, False]
    assert not hidden.is_off.any()
    assert not output.is_ill.any(), "an output may be sure"


def test_it_is_measured_on_some_samples_and_on_none_that_would_cost_too_much() -> None:
    network = NetworkSpec(1, (LayerSpec(3, "tanh"), LayerSpec(1, "sigmoid")))
    many = np.zeros((5000, 1))
    health = unit_health(network, np.zeros(10), many, at_rest=False)
    assert health is not None
    assert health.n_samples == MOST_SAMPLES
    large = NetworkSpec(1, (LayerSpec(100, "tanh"), LayerSpec(100, "tanh"), LayerSpec(1, "sigmoid")))
    values = np.zeros(large.n_parameters)
    assert unit_health(large, values, many, at_rest=False) is None
    assert unit_health(large, values, many, at_rest=True) is not None
    few = unit_health(large, values, INPUTS, at_rest=False)
    assert few is not None
    assert few.n_samples == 10, "all there are"
    assert unit_health(network, np.zeros(10), many[:0], at_rest=True) is None
    linear = NetworkSpec(1, (LayerSpec(2, "linear"), LayerSpec(1, "linear")))
    assert unit_health(linear, np.zeros(7), INPUTS, at_rest=True) is None, "such units are never off"
