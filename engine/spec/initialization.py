"""This module draws the start parameters of a network from a seed."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from engine.spec.specs import NetworkSpec


def draw_parameters(network: NetworkSpec, rng: np.random.Generator) -> NDArray[np.float64]:
    """The start of `network`, flat (n_parameters,): layer after layer, weights in C order, then biases.

    The schemes are described at `NetworkSpec`.
    """
    parts = []
    for layer, n_inputs, units in zip(network.layers, network.sizes, network.sizes[1:], strict=False):
        if layer.kind == "rbf":
            parts += [_draw_centres(network, n_inputs * units, rng), np.ones(units)]
            continue
        weight_range, bias_range = _ranges(network, n_inputs, units)
        parts.append(rng.uniform(-weight_range, weight_range, n_inputs * units))
        parts.append(rng.uniform(-bias_range, bias_range, units))
    return np.concatenate(parts)


def _draw_centres(network: NetworkSpec, count: int, rng: np.random.Generator) -> NDArray[np.float64]:
    width = 0.0 if network.initialization == "zeros" else network.initial_range
    return rng.uniform(-width, width, count)


def _ranges(network: NetworkSpec, n_inputs: int, units: int) -> tuple[float, float]:
    if network.initialization == "uniform":
        return network.initial_range, network.initial_range
    if network.initialization == "xavier":
        return math.sqrt(6 / (n_inputs + units)), 0.0
    if network.initialization == "he":
        return math.sqrt(6 / n_inputs), 0.0
    return 0.0, 0.0
