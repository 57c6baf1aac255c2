"""This module computes the losses and the output layer's deltas. Formulas: `engine/spec/losses.py`."""

from __future__ import annotations

import math

from engine.network.kernels.activation import times_slope
from engine.network.kernels.elementary import exp
from engine.network.kernels.jit import Floats, copied_part, kernel, part
from engine.network.kernels.memory_layout import ACTIVATION, AFTER, COLUMNS, UNITS, Work
from engine.spec.activations import SOFTMAX
from engine.spec.losses import CROSS_ENTROPY


@part
def loss_of_rows(work: Work, loss: int, rows: int, targets: Floats, wanted: int) -> float:
    """Summed loss of the rows at work; their targets start at `wanted`. NaN where an output is NaN."""
    row = (work.n_layers - 1) * COLUMNS
    code, units, start = work.plan[row + ACTIVATION], work.plan[row + UNITS], work.plan[row + AFTER]
    total = 0.0
    if loss != CROSS_ENTROPY:
        for k in range(rows * units):
            miss = targets[wanted + k] - work.activations[start + k]
            total += miss * miss
        return 0.5 * total
    if code == SOFTMAX:
        for first in range(0, rows * units, units):
            level = _log_sum_exp(work.net_inputs, start + first, units)
            for k in range(first, first + units):
                if targets[wanted + k] != 0.0:
                    total += targets[wanted + k] * (level - work.net_inputs[start + k])
        return total
    for k in range(rows * units):
        net = work.net_inputs[start + k]
        total += max(net, 0.0) - targets[wanted + k] * net + math.log1p(exp(-abs(net)))
    return total


@part
def _log_sum_exp(net_inputs: Floats, start: int, units: int) -> float:
    """log Σ e**net without overflow."""
    largest = net_inputs[start]
    for k in range(start + 1, start + units):
        largest = max(largest, net_inputs[k])
    total = 0.0
    for k in range(start, start + units):
        total += exp(net_inputs[k] - largest)
    return float(largest + math.log(total))


@copied_part
def output_deltas(work: Work, loss: int, rows: int) -> None:
    """−∂(loss of the sample)/∂(net input) of the output layer for the rows at work and their targets."""
    row = (work.n_layers - 1) * COLUMNS
    code, units, start = work.plan[row + ACTIVATION], work.plan[row + UNITS], work.plan[row + AFTER]
    for k in range(rows * units):
        work.deltas[start + k] = work.targets[k] - work.activations[start + k]
    if code == SOFTMAX:
        softmax_deltas(work, loss, start, rows, units)
    elif loss != CROSS_ENTROPY:
        times_slope(work, code, start, start + rows * units)


@kernel
def softmax_deltas(work: Work, loss: int, start: int, rows: int, units: int) -> None:
    """Every softmax output depends on every net input: the whole Jacobian o_j (1[j = k] − o_k) takes part."""
    deltas, activations, targets = work.deltas, work.activations, work.targets
    for row in range(rows):
        first, wanted, total = start + row * units, row * units, 0.0
        if loss == CROSS_ENTROPY:
            for unit in range(units):
                total += targets[wanted + unit]
            for unit in range(units):
                deltas[first + unit] = targets[wanted + unit] - total * activations[first + unit]
        else:
            for k in range(first, first + units):
                total += deltas[k] * activations[k]
            for k in range(first, first + units):
                deltas[k] = activations[k] * (deltas[k] - total)
