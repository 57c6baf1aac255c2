"""This module computes what a layer answers to the samples; the output layer gets those of the last hidden one.

Computed by NumPy, so that tables and pictures do not load the kernels.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.network.layer_parameters import layer_parts
from engine.network.reference_forward import layer_outputs
from engine.spec.activations import ACTIVATIONS
from engine.spec.specs import NetworkSpec

Floats = NDArray[np.float64]

MARGIN = 0.3  # of the range of the codes, around them


def has_hidden_plane(network: NetworkSpec) -> bool:
    """Whether the last hidden layer has two units, so that its outputs are points of a plane."""
    return len(network.layers) > 1 and network.layers[-2].units == 2 and has_hidden_codes(network)


def has_hidden_codes(network: NetworkSpec) -> bool:
    """Whether `hidden_codes` can compute what the last hidden layer answers."""
    return len(network.layers) > 1


def hidden_codes(network: NetworkSpec, parameters: Floats, inputs: Floats) -> Floats:
    """The outputs of the last hidden layer (n_samples, units) for `inputs` (n_samples, n_inputs)."""
    return layer_codes(network, parameters, inputs, len(network.layers) - 2)


def layer_codes(network: NetworkSpec, parameters: Floats, inputs: Floats, layer: int) -> Floats:
    """The outputs of a layer (n_samples, units), 0 for the first one; −1 gives the inputs."""
    codes = np.asarray(inputs, dtype=np.float64)
    parts = zip(network.layers[: layer + 1], layer_parts(network, parameters), strict=False)
    for each, (weights, biases) in parts:
        _, codes = layer_outputs(each, weights, biases, codes)
    return codes


def output_layer(network: NetworkSpec, parameters: Floats) -> tuple[NetworkSpec, Floats]:
    """The output layer as a network of its own, whose inputs are the codes, and its parameters."""
    n_inputs = network.layers[-2].units
    count = (n_inputs + 1) * network.n_outputs
    return NetworkSpec(n_inputs, network.layers[-1:]), parameters[-count:]


def answers(network: NetworkSpec, parameters: Floats, codes: Floats) -> Floats:
    """What the output layer answers (n, n_outputs) to `codes` (n, units)."""
    weights, biases = layer_parts(network, parameters)[-1]
    return layer_outputs(network.layers[-1], weights, biases, codes)[1]


def code_range(network: NetworkSpec, codes: Floats) -> tuple[float, float]:
    """The range of both axes of the hidden plane: that of the units, else that of the codes, with a margin."""
    unit = ACTIVATIONS[network.layers[-2].activation]
    low, high = float(unit.low), float(unit.high)
    if not unit.bounded:
        finite = codes[np.isfinite(codes)]
        low, high = (float(finite.min()), float(finite.max())) if finite.size else (low, high)
        high = high if high > low else low + 1.0
    margin = (high - low) * MARGIN
    return low - margin, high + margin
