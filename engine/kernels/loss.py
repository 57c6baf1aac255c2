"""The losses and how they lean on the net inputs of the output layer. Formulas: `engine/losses.py`."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from engine.activations import SOFTMAX
from engine.kernels.elementary import exp
from engine.kernels.jit import at, compiled
from engine.kernels.slope import times_slope
from engine.losses import CROSS_ENTROPY

Floats = NDArray[np.float64]


@compiled
def loss_of_row(
    loss: int, code: int, units: int, start: int, net_inputs: Floats, activations: Floats, wanted: int, targets: Floats
) -> float:
    """The loss of one sample; its outputs start at `start`, its targets at `wanted`. NaN where an output is NaN."""
    total = 0.0
    if loss != CROSS_ENTROPY:
        for unit in range(units):
            miss = targets[at(wanted + unit)] - activations[at(start + unit)]
            total += miss * miss
        return 0.5 * total
    if code == SOFTMAX:
        level = log_sum_exp(units, start, net_inputs)
        for unit in range(units):
            if targets[at(wanted + unit)] != 0.0:
                total += targets[at(wanted + unit)] * (level - net_inputs[at(start + unit)])
        return total
    for unit in range(units):
        net = net_inputs[at(start + unit)]
        total += max(net, 0.0) - targets[at(wanted + unit)] * net + math.log1p(exp(-abs(net)))
    return total


@compiled
def log_sum_exp(units: int, start: int, net_inputs: Floats) -> float:
    """log Σ e**net without overflow."""
    largest = net_inputs[at(start)]
    for unit in range(1, units):
        largest = max(largest, net_inputs[at(start + unit)])
    total = 0.0
    for unit in range(units):
        total += exp(net_inputs[at(start + unit)] - largest)
    return float(largest + math.log(total))


@compiled
def output_deltas(
    loss: int,
    code: int,
    rows: int,
    units: int,
    start: int,
    net_inputs: Floats,
    activations: Floats,
    targets: Floats,
    deltas: Floats,
) -> None:
    """−∂(loss of the sample)/∂(net input) of the output layer, whose block starts at `start`; targets (rows, units)."""
    count = rows * units
    for k in range(count):
        deltas[at(start + k)] = targets[at(k)] - activations[at(start + k)]
    if code == SOFTMAX:
        for row in range(rows):
            _softmax_deltas(loss, units, start + row * units, row * units, activations, targets, deltas)
    elif loss != CROSS_ENTROPY:
        times_slope(code, count, start, net_inputs, activations, deltas)


@compiled
def _softmax_deltas(
    loss: int, units: int, start: int, wanted: int, activations: Floats, targets: Floats, deltas: Floats
) -> None:
    """Every softmax output depends on every net input: the whole Jacobian o_j (1[j = k] − o_k) takes part."""
    total = 0.0
    if loss == CROSS_ENTROPY:
        for unit in range(units):
            total += targets[at(wanted + unit)]
        for unit in range(units):
            deltas[at(start + unit)] = targets[at(wanted + unit)] - total * activations[at(start + unit)]
    else:
        for unit in range(units):
            total += deltas[at(start + unit)] * activations[at(start + unit)]
        for unit in range(units):
            deltas[at(start + unit)] = activations[at(start + unit)] * (deltas[at(start + unit)] - total)
