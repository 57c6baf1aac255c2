"""The slopes of the activations, from what the forward pass left in the workspace."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.activations import BIPOLAR_SIGMOID, LEAK, LEAKY_RELU, RELU, SIGMOID, TANH
from engine.kernels.jit import at, compiled

Floats = NDArray[np.float64]


@compiled
def times_slope(code: int, count: int, start: int, net_inputs: Floats, activations: Floats, deltas: Floats) -> None:
    """Multiplies `count` deltas from `start` on by the slope of the activation there."""
    if code == TANH:
        for k in range(count):
            value = activations[at(start + k)]
            deltas[at(start + k)] *= 1.0 - value * value
    elif code == SIGMOID:
        for k in range(count):
            value = activations[at(start + k)]
            deltas[at(start + k)] *= value * (1.0 - value)
    elif code == BIPOLAR_SIGMOID:
        for k in range(count):
            value = activations[at(start + k)]
            deltas[at(start + k)] *= 0.5 * (1.0 - value * value)
    elif code in (RELU, LEAKY_RELU):
        slope = LEAK if code == LEAKY_RELU else 0.0
        for k in range(count):
            if not net_inputs[at(start + k)] > 0:
                deltas[at(start + k)] *= slope
