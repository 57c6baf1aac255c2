"""The activation table, and the kernels' own exponential and hyperbolic tangent against NumPy's."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.network.kernels import elementary
from engine.network.kernels.jit import kernel
from engine.network.network import Network
from engine.spec.activations import ACTIVATIONS
from engine.spec.specs import LayerSpec, NetworkSpec

NETS = np.linspace(-6, 6, 49) + 0.013  # away from the kinks at 0


@pytest.mark.parametrize("name", [name for name in ACTIVATIONS if name != "softmax"])
def test_a_derivative_is_the_slope_of_its_function(name):
    activation, width = ACTIVATIONS[name], 1e-6
    nets = np.abs(NETS) if name == "gaussian" else NETS  # an RBF unit's net input is never negative
    slope = (activation.function(nets + width) - activation.function(nets - width)) / (2 * width)
    np.testing.assert_allclose(activation.derivative(nets), slope, atol=1e-9)


def test_softmax_gives_the_diagonal_of_its_jacobian():
    nets, width = np.array([0.3, -1.2, 2.0]), 1e-6
    softmax = ACTIVATIONS["softmax"]
    for unit in range(3):
        shift = width * np.eye(3)[unit]
        slope = (softmax.function(nets + shift) - softmax.function(nets - shift)) / (2 * width)
        assert softmax.derivative(nets)[unit] == pytest.approx(slope[unit], abs=1e-9)


@pytest.mark.parametrize("name", list(ACTIVATIONS))
def test_outputs_stay_finite_and_in_range_far_out(name):
    activation = ACTIVATIONS[name]
    nets = np.array([-1e3, -40.0, -1.0, 0.0, 1.0, 40.0, 1e3])
    outputs = activation.function(nets if name != "gaussian" else np.abs(nets))
    assert np.isfinite(outputs).all()
    assert np.isfinite(activation.derivative(np.array([0.0, 1e3] if name == "gaussian" else [-1e3, 0.0, 1e3]))).all()
    if activation.bounded:
        assert outputs.min() >= activation.low
        assert outputs.max() <= activation.high


@pytest.mark.parametrize(
    ("name", "output", "slope"),
    [
        ("linear", 0, 1), ("sigmoid", 0.5, 0.25), ("bipolar_sigmoid", 0, 0.5), ("tanh", 0, 1), ("relu", 0, 0),
        ("leaky_relu", 0, 0.01), ("softplus", math.log(2), 0.5), ("gaussian", 1, -1), ("sgn", 1, 0), ("step", 1, 0),
    ],
)  # fmt: skip
def test_outputs_and_slopes_at_zero_also_for_whole_numbers(name: str, output: float, slope: float) -> None:
    for zeros in (np.zeros((2, 3), dtype=np.int64), np.zeros((2, 3))):
        for function, expected in ((ACTIVATIONS[name].function, output), (ACTIVATIONS[name].derivative, slope)):
            values = function(zeros)
            assert values.dtype == np.float64
            assert values.tolist() == [[expected] * 3] * 2


def test_softplus_neither_overflows_nor_loses_small_outputs() -> None:
    softplus = ACTIVATIONS["softplus"]
    nets = np.array([-700.0, -40.0, 40.0, 710.0, 1e300, np.inf])
    expected = [math.exp(-700), math.exp(-40), 40 + math.exp(-40), 710.0, 1e300, np.inf]
    np.testing.assert_allclose(softplus.function(nets), expected, rtol=1e-15)
    assert np.isnan(softplus.function(np.array([np.nan])))
    for output in (1e-12, 0.5, 3.0, 600.0):
        assert softplus.function(np.array([softplus.net_at(output)]))[0] == pytest.approx(output, rel=1e-12)
    assert math.isfinite(softplus.net_at(0.0))


def test_threshold_units_fire_at_zero():
    assert ACTIVATIONS["sgn"].function(np.array([-0.1, 0.0, 0.1])).tolist() == [-1, 1, 1]
    assert ACTIVATIONS["step"].function(np.array([-0.1, 0.0, 0.1])).tolist() == [0, 1, 1]


@pytest.mark.parametrize("name", [name for name in ACTIVATIONS if name != "gaussian"])  # see test_rbf_kernels.py
@pytest.mark.parametrize("units", [2, 5, 256], ids=["narrow", "wide", "blas"])
def test_the_kernels_compute_the_same_functions(name, units):
    network = Network(NetworkSpec(1, (LayerSpec(units, name),)))
    network.weights[0][:] = np.linspace(-2, 2, units)
    network.biases[0][:] = 0.1
    inputs = np.concatenate([np.linspace(-30, 30, 301), [-1e3, 1e3, 1e-9, 0.0]])[:, np.newaxis]
    trace = network.trace(inputs)
    np.testing.assert_allclose(trace.net_inputs[0], inputs @ network.weights[0] + 0.1, rtol=1e-13)
    expected = ACTIVATIONS[name].function(trace.net_inputs[0])
    np.testing.assert_allclose(trace.activations[0], expected, rtol=3e-15, atol=1e-300)
    np.testing.assert_allclose(network.predict(inputs), trace.activations[0], rtol=1e-12)


@kernel
def _exp(x: float) -> float:
    """As kernels call it, each with the part written into its own code."""
    return elementary.exp(x)


@kernel
def _tanh(x: float) -> float:
    return elementary.tanh(x)


@kernel
def _sigmoid(x: float) -> float:
    return elementary.sigmoid(x)


def _spread():
    rng = np.random.default_rng(1)
    return np.concatenate([rng.normal(0, scale, 400) for scale in (1e-8, 1e-3, 0.3, 1, 6, 200)])


def test_exp_is_exact_to_one_part_in_1e15():
    x = np.clip(_spread(), -700, 700)
    ours = np.array([_exp(value) for value in x])
    np.testing.assert_allclose(ours, np.exp(x), rtol=1e-15)


def test_tanh_is_exact_to_one_part_in_1e15_near_zero_too():
    x = np.concatenate([_spread(), [1e-300, -1e-300, 1e300, -1e300]])
    ours = np.array([_tanh(value) for value in x])
    np.testing.assert_allclose(ours, np.tanh(x), rtol=1e-15)
    assert _tanh(0.0) == 0.0
    assert np.signbit(_tanh(-0.0))


def test_saturation_neither_overflows_nor_hides_what_is_not_a_number():
    assert _sigmoid(1e4) == 1.0
    assert 0 < _sigmoid(-1e4) < 1e-300
    assert _tanh(np.inf) == 1.0
    for function in (_exp, _tanh, _sigmoid):
        assert np.isnan(function(np.nan))


@pytest.mark.parametrize("name", [name for name, entry in ACTIVATIONS.items() if entry.inverse is not None])
def test_the_net_input_at_which_an_output_passes_a_value_gives_that_value(name: str) -> None:
    entry = ACTIVATIONS[name]
    for value in (0.25, 0.5, 0.75):
        assert entry.function(np.array([entry.net_at(value)]))[0] == pytest.approx(value, rel=1e-12)
    if entry.bounded:
        assert entry.net_at(entry.range[1]) == entry.net_at(entry.range[1] + 1) == 0.0


def test_half_way_between_0_and_1_is_no_net_input_of_0_for_bipolar_functions() -> None:
    assert ACTIVATIONS["tanh"].net_at(0.5) == pytest.approx(math.log(3) / 2)  # (e − 1/e) / (e + 1/e) = 1/2 at e² = 3
    assert ACTIVATIONS["bipolar_sigmoid"].net_at(0.5) == pytest.approx(math.log(3))
    assert ACTIVATIONS["sigmoid"].net_at(0.5) == 0.0
