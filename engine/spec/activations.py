"""The activation functions, as a table of (function, derivative) for NumPy arrays.

The training kernels compute the same functions in `engine/kernels`; these are for pictures, tables and tests.
`code` is the number under which the kernels know a function.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

LEAK = 0.01
"""The slope of `leaky_relu` below zero."""


@dataclass(frozen=True)
class Activation:
    """One activation function; `function` and `derivative` take net inputs of any shape.

    low, high: the range of its outputs for colour scales (unbounded functions: a span to start from).
    middle: where an output counts as neither high nor low. For softmax the last axis runs over the units and
    `derivative` gives the diagonal of the Jacobian, o (1 - o). has_gradient is False where training by gradient
    cannot work; the derivative is then 0.
    """

    name: str
    code: int
    low: float
    high: float
    middle: float
    function: Callable[[Floats], Floats]
    derivative: Callable[[Floats], Floats]
    bounded: bool = True
    has_gradient: bool = True


def linear(net_inputs: Floats) -> Floats:
    """The net input itself."""
    return np.array(net_inputs, dtype=np.float64)


def sigmoid(net_inputs: Floats) -> Floats:
    """1 / (1 + e**-net), between 0 and 1."""
    decay = np.exp(-np.abs(net_inputs))
    return np.asarray(np.where(np.asarray(net_inputs) >= 0, 1.0, decay) / (1.0 + decay))


def bipolar_sigmoid(net_inputs: Floats) -> Floats:
    """(1 - e**-net) / (1 + e**-net) = tanh(net / 2), between -1 and 1."""
    return np.asarray(np.tanh(np.asarray(net_inputs) / 2))


def tanh(net_inputs: Floats) -> Floats:
    """The hyperbolic tangent, between -1 and 1."""
    return np.asarray(np.tanh(net_inputs))


def relu(net_inputs: Floats) -> Floats:
    """The net input where it is positive, else 0."""
    return np.asarray(np.maximum(net_inputs, 0.0))


def leaky_relu(net_inputs: Floats) -> Floats:
    """The net input where it is positive, else a hundredth of it."""
    return np.asarray(np.where(np.asarray(net_inputs) > 0, net_inputs, LEAK * np.asarray(net_inputs)))


def softmax(net_inputs: Floats) -> Floats:
    """e**net_j / sum_k e**net_k over the last axis."""
    shifted = np.asarray(net_inputs) - np.max(net_inputs, axis=-1, keepdims=True)
    powers = np.exp(shifted)
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True))


def gaussian(net_inputs: Floats) -> Floats:
    """e**-net, 1 where the net input is 0: an RBF unit's net input is ‖x − c‖² / (2 σ²), which is never negative."""
    return np.asarray(np.exp(-np.asarray(net_inputs, dtype=np.float64)))


def sgn(net_inputs: Floats) -> Floats:
    """+1 where the net input is 0 or more, else -1."""
    return np.where(np.asarray(net_inputs) >= 0, 1.0, -1.0)


def step(net_inputs: Floats) -> Floats:
    """1 where the net input is 0 or more, else 0."""
    return np.where(np.asarray(net_inputs) >= 0, 1.0, 0.0)


def _one(net_inputs: Floats) -> Floats:
    return np.ones_like(net_inputs, dtype=np.float64)


def _zero(net_inputs: Floats) -> Floats:
    return np.zeros_like(net_inputs, dtype=np.float64)


def _sigmoid_slope(net_inputs: Floats) -> Floats:
    return sigmoid(net_inputs) * sigmoid(-np.asarray(net_inputs))


def _bipolar_slope(net_inputs: Floats) -> Floats:
    return np.asarray((1.0 - bipolar_sigmoid(net_inputs) ** 2) / 2)


def _tanh_slope(net_inputs: Floats) -> Floats:
    return np.asarray(1.0 - np.tanh(net_inputs) ** 2)


def _relu_slope(net_inputs: Floats) -> Floats:
    return np.where(np.asarray(net_inputs) > 0, 1.0, 0.0)


def _leaky_relu_slope(net_inputs: Floats) -> Floats:
    return np.where(np.asarray(net_inputs) > 0, 1.0, LEAK)


def _gaussian_slope(net_inputs: Floats) -> Floats:
    return -gaussian(net_inputs)


def _softmax_slope(net_inputs: Floats) -> Floats:
    outputs = softmax(net_inputs)
    return outputs * (1.0 - outputs)


LINEAR, SIGMOID, BIPOLAR_SIGMOID, TANH, RELU, LEAKY_RELU, SOFTMAX, SGN, STEP, GAUSSIAN = range(10)

ACTIVATIONS: dict[str, Activation] = {
    entry.name: entry
    for entry in (
        Activation("linear", LINEAR, -1, 1, 0, linear, _one, bounded=False),
        Activation("sigmoid", SIGMOID, 0, 1, 0.5, sigmoid, _sigmoid_slope),
        Activation("bipolar_sigmoid", BIPOLAR_SIGMOID, -1, 1, 0, bipolar_sigmoid, _bipolar_slope),
        Activation("tanh", TANH, -1, 1, 0, tanh, _tanh_slope),
        Activation("relu", RELU, -1, 1, 0, relu, _relu_slope, bounded=False),
        Activation("leaky_relu", LEAKY_RELU, -1, 1, 0, leaky_relu, _leaky_relu_slope, bounded=False),
        Activation("softmax", SOFTMAX, 0, 1, 0.5, softmax, _softmax_slope),
        Activation("gaussian", GAUSSIAN, 0, 1, 0.5, gaussian, _gaussian_slope),
        Activation("sgn", SGN, -1, 1, 0, sgn, _zero, has_gradient=False),
        Activation("step", STEP, 0, 1, 0.5, step, _zero, has_gradient=False),
    )
}
"""Every activation by its name, in the order in which the window lists them."""
