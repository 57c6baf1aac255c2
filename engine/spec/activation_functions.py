"""This module computes the activation functions and their slopes for NumPy arrays of any shape."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

LEAK = 0.01
"""The slope of `leaky_relu` below zero."""


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


def softplus(net_inputs: Floats) -> Floats:
    """ln(1 + e**net), a smooth relu; computed so that no power overflows."""
    return np.asarray(np.maximum(net_inputs, 0.0) + np.log1p(np.exp(-np.abs(net_inputs))))


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


def one(net_inputs: Floats) -> Floats:
    """1 everywhere: the slope of `linear`."""
    return np.ones_like(net_inputs, dtype=np.float64)


def zero(net_inputs: Floats) -> Floats:
    """0 everywhere: the slope of functions that jump."""
    return np.zeros_like(net_inputs, dtype=np.float64)


def sigmoid_slope(net_inputs: Floats) -> Floats:
    """o (1 - o) with o = sigmoid(net)."""
    return sigmoid(net_inputs) * sigmoid(-np.asarray(net_inputs))


def bipolar_slope(net_inputs: Floats) -> Floats:
    """(1 - o²) / 2 with o = bipolar_sigmoid(net)."""
    return np.asarray((1.0 - bipolar_sigmoid(net_inputs) ** 2) / 2)


def tanh_slope(net_inputs: Floats) -> Floats:
    """1 - tanh²(net)."""
    return np.asarray(1.0 - np.tanh(net_inputs) ** 2)


def relu_slope(net_inputs: Floats) -> Floats:
    """1 where the net input is positive, else 0."""
    return np.where(np.asarray(net_inputs) > 0, 1.0, 0.0)


def leaky_relu_slope(net_inputs: Floats) -> Floats:
    """1 where the net input is positive, else a hundredth."""
    return np.where(np.asarray(net_inputs) > 0, 1.0, LEAK)


def softplus_slope(net_inputs: Floats) -> Floats:
    """1 / (1 + e**-net): the sigmoid."""
    return sigmoid(net_inputs)


def net_of_sigmoid(output: float) -> float:
    """The net input at which sigmoid answers `output`, between 0 and 1."""
    return math.log(output) - math.log1p(-output)


def net_of_bipolar_sigmoid(output: float) -> float:
    """The net input at which the bipolar sigmoid answers `output`, between −1 and 1."""
    return 2 * math.atanh(output)


def net_of_softplus(output: float) -> float:
    """The net input at which softplus answers `output`; for 0 and less the smallest one that it tells from 0."""
    return math.log(math.expm1(max(output, 5e-324)))


def gaussian_slope(net_inputs: Floats) -> Floats:
    """-e**-net."""
    return -gaussian(net_inputs)


def softmax_slope(net_inputs: Floats) -> Floats:
    """The diagonal of the Jacobian, o (1 - o)."""
    outputs = softmax(net_inputs)
    return outputs * (1.0 - outputs)
