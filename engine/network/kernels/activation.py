"""This module computes a layer's activations, and their slopes from what the forward pass left in the buffers."""

from __future__ import annotations

import math

from engine.network.kernels.elementary import exp, sigmoid, tanh
from engine.network.kernels.jit import Floats, copied_part, kernel, part
from engine.network.kernels.memory_layout import ACTIVATION, AFTER, UNITS, Work
from engine.network.kernels.ties import settle_ties
from engine.spec.activation_functions import LEAK
from engine.spec.activations import (
    BIPOLAR_SIGMOID,
    GAUSSIAN,
    LEAKY_RELU,
    RELU,
    SGN,
    SIGMOID,
    SOFTMAX,
    SOFTPLUS,
    STEP,
    TANH,
)


@copied_part
def activate(work: Work, plan_row: int, rows: int) -> None:
    """Activations of one layer from its net inputs, the whole block in one loop."""
    code, units, start = work.plan[plan_row + ACTIVATION], work.plan[plan_row + UNITS], work.plan[plan_row + AFTER]
    end = start + rows * units
    if code == TANH:
        for k in range(start, end):
            work.activations[k] = tanh(work.net_inputs[k])
    elif code == SIGMOID:
        for k in range(start, end):
            work.activations[k] = sigmoid(work.net_inputs[k])
    elif code == BIPOLAR_SIGMOID:
        for k in range(start, end):
            work.activations[k] = tanh(0.5 * work.net_inputs[k])
    elif code == SOFTPLUS:
        for k in range(start, end):
            net = work.net_inputs[k]
            work.activations[k] = max(net, 0.0) + math.log1p(exp(-abs(net)))
    elif code == SOFTMAX:
        softmax(work.net_inputs, work.activations, start, end, units)
    else:
        _activate_straight(work, plan_row, rows)


@copied_part
def _activate_straight(work: Work, plan_row: int, rows: int) -> None:
    """The activations that are made of straight pieces."""
    code, units, start = work.plan[plan_row + ACTIVATION], work.plan[plan_row + UNITS], work.plan[plan_row + AFTER]
    end = start + rows * units
    if code in (RELU, LEAKY_RELU):
        slope = LEAK if code == LEAKY_RELU else 0.0
        for k in range(start, end):
            net = work.net_inputs[k]
            work.activations[k] = slope * net if net < 0 else net
    elif code in (SGN, STEP):
        settle_ties(work, plan_row, rows)
        low = -1.0 if code == SGN else 0.0
        for k in range(start, end):
            net = work.net_inputs[k]
            work.activations[k] = low if net < 0 else (1.0 if net >= 0 else net)  # NaN stays NaN
    else:
        for k in range(start, end):
            work.activations[k] = work.net_inputs[k]


@kernel
def softmax(net_inputs: Floats, activations: Floats, start: int, end: int, units: int) -> None:
    """From `start` to `end`, a row of so many units after the other."""
    for first in range(start, end, units):
        largest = net_inputs[first]
        for k in range(first + 1, first + units):
            largest = max(largest, net_inputs[k])
        total = 0.0
        for k in range(first, first + units):
            activations[k] = exp(net_inputs[k] - largest)
            total += activations[k]
        for k in range(first, first + units):
            activations[k] /= total


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
    elif code == SOFTPLUS:
        for k in range(start, end):
            deltas[k] *= sigmoid(work.net_inputs[k])
    elif code in (RELU, LEAKY_RELU):
        slope = LEAK if code == LEAKY_RELU else 0.0
        for k in range(start, end):
            deltas[k] *= 1.0 if work.net_inputs[k] > 0 else slope
    elif code == GAUSSIAN:
        for k in range(start, end):
            deltas[k] *= -activations[k]
