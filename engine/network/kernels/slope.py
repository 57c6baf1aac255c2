"""The slopes of the activations, from what the forward pass left in the buffers."""

from __future__ import annotations

from engine.network.kernels.jit import part
from engine.network.kernels.memory_layout import Work
from engine.spec.activations import BIPOLAR_SIGMOID, GAUSSIAN, LEAK, LEAKY_RELU, RELU, SIGMOID, TANH


@part
def times_slope(work: Work, code: int, start: int, end: int) -> None:
    """Multiplies the deltas from `start` to `end` by the slope of the activation there."""
    deltas, activations = work.deltas, work.activations
    if code == TANH:
        for k in range(start, end):
            deltas[k] *= 1.0 - activations[k] * activations[k]
    elif code == SIGMOID:
        for k in range(start, end):
            deltas[k] *= activations[k] * (1.0 - activations[k])
    elif code == BIPOLAR_SIGMOID:
        for k in range(start, end):
            deltas[k] *= 0.5 * (1.0 - activations[k] * activations[k])
    elif code in (RELU, LEAKY_RELU):
        slope = LEAK if code == LEAKY_RELU else 0.0
        for k in range(start, end):
            deltas[k] *= 1.0 if work.net_inputs[k] > 0 else slope
    elif code == GAUSSIAN:
        for k in range(start, end):
            deltas[k] *= -activations[k]
