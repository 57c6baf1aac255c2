"""How well a network does on a set: the summed loss and how many samples are right."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from engine.kernels.forward import forward
from engine.kernels.jit import at, compiled
from engine.kernels.layout import ACTIVATION, AFTER, INPUTS, ROWS, UNITS
from engine.kernels.loss import loss_of_row

Floats = NDArray[np.float64]
Plan = NDArray[np.int64]

VALUES, SIDES, CLASSES = range(3)
"""What makes a sample right: nothing does, every output on its side of the middle, or the largest output."""


@compiled
def evaluate(
    plan: Plan,
    parameters: Floats,
    inputs: Floats,
    targets: Floats,
    loss: int,
    task: int,
    middle: float,
    net_inputs: Floats,
    activations: Floats,
    blas: int | None,
) -> tuple[float, int]:
    """Summed loss and number of samples right over a whole set; inputs and targets are flat, row after row."""
    last = plan.shape[0] - 1
    n_inputs, units, after, code = plan[0, INPUTS], plan[last, UNITS], plan[last, AFTER], plan[last, ACTIVATION]
    count, total, n_right = targets.shape[0] // units, 0.0, 0
    for start in range(0, count, plan[0, ROWS]):
        rows = min(plan[0, ROWS], count - start)
        for k in range(rows * n_inputs):
            activations[at(k)] = inputs[at(start * n_inputs + k)]
        forward(plan, parameters, rows, net_inputs, activations, blas)
        for row in range(rows):
            out, wanted = after + row * units, (start + row) * units
            total += loss_of_row(loss, code, units, out, net_inputs, activations, wanted, targets)
            if task == SIDES:
                n_right += _is_on_its_side(units, out, activations, wanted, targets, middle)
            elif task == CLASSES:
                n_right += _has_the_largest(units, out, activations, wanted, targets)
    return total, n_right


@compiled
def _is_on_its_side(units: int, out: int, activations: Floats, wanted: int, targets: Floats, middle: float) -> int:
    for unit in range(units):
        output = activations[at(out + unit)]
        if not math.isfinite(output) or (output >= middle) != (targets[at(wanted + unit)] > middle):
            return 0
    return 1


@compiled
def _has_the_largest(units: int, out: int, activations: Floats, wanted: int, targets: Floats) -> int:
    best, goal = 0, 0
    for unit in range(units):
        if not math.isfinite(activations[at(out + unit)]):
            return 0
        if activations[at(out + unit)] > activations[at(out + best)]:
            best = unit
        if targets[at(wanted + unit)] > targets[at(wanted + goal)]:
            goal = unit
    return 1 if best == goal else 0
