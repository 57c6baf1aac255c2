"""This module is the forward pass: net inputs and activations of every layer for a block of samples.

`blas` is 0 or 1 in every kernel: plain loops, or matrices that BLAS multiplies.
"""

from __future__ import annotations

import numpy as np

from engine.network.kernels.activation import activate
from engine.network.kernels.jit import Floats, copied_part, inlined_part, kernel
from engine.network.kernels.memory_layout import (
    ACTIVATION,
    AFTER,
    BEFORE,
    BIASES,
    COLUMNS,
    INPUTS,
    NARROW,
    UNITS,
    WEIGHTS,
    Work,
)
from engine.network.kernels.product import add_product
from engine.network.kernels.radial import activate_radial
from engine.network.kernels.words import matrix
from engine.spec.activations import GAUSSIAN


@inlined_part
def forward_part(work: Work, rows: int, blas: int) -> None:
    """What `forward` does, for kernels whose inner loop it is: there even a call costs too much."""
    first = 0
    if work.plan[ACTIVATION] == GAUSSIAN:
        activate_radial(work, rows)
        first = 1
    for layer in range(first, work.n_layers):
        row = layer * COLUMNS
        if blas:
            affine_by_blas(work, row, rows)
        elif work.plan[row + UNITS] <= NARROW:
            _affine_narrow(work, row, rows)
        else:
            affine_wide(work, row, rows)
        activate(work, row, rows)


@copied_part
def _affine_narrow(work: Work, plan_row: int, rows: int) -> None:
    """inputs @ weights + biases of one layer, a unit at a time; `plan_row` is where its row of the plan starts."""
    n_inputs, units = work.plan[plan_row + INPUTS], work.plan[plan_row + UNITS]
    weights, biases = work.plan[plan_row + WEIGHTS], work.plan[plan_row + BIASES]
    first, out = work.plan[plan_row + BEFORE], work.plan[plan_row + AFTER]
    nets, inputs, parameters = work.net_inputs, work.activations, work.parameters
    for _ in range(rows):
        for unit in range(units):
            total = parameters[biases + unit]
            for i in range(n_inputs):
                total += inputs[first + i] * parameters[weights + i * units + unit]
            nets[out + unit] = total
        first += n_inputs
        out += units


@kernel
def affine_wide(work: Work, plan_row: int, rows: int) -> None:
    """The same, all units at a time."""
    n_inputs, units = work.plan[plan_row + INPUTS], work.plan[plan_row + UNITS]
    weights, biases = work.plan[plan_row + WEIGHTS], work.plan[plan_row + BIASES]
    first, out = work.plan[plan_row + BEFORE], work.plan[plan_row + AFTER]
    nets, inputs, parameters = work.net_inputs, work.activations, work.parameters
    for row in range(rows):
        for unit in range(units):
            nets[out + row * units + unit] = parameters[biases + unit]
    add_product(1.0, nets, out, inputs, first, n_inputs, 1, parameters, weights, rows, n_inputs, units)


@kernel
def affine_by_blas(work: Work, plan_row: int, rows: int) -> None:
    """The same as one matrix product."""
    n_inputs, units = work.plan[plan_row + INPUTS], work.plan[plan_row + UNITS]
    biases, out = work.plan[plan_row + BIASES], work.plan[plan_row + AFTER]
    np.dot(
        matrix(work.activations, work.plan[plan_row + BEFORE], rows, n_inputs),
        matrix(work.parameters, work.plan[plan_row + WEIGHTS], n_inputs, units),
        matrix(work.net_inputs, out, rows, units),
    )
    for _ in range(rows):
        for unit in range(units):
            work.net_inputs[out + unit] += work.parameters[biases + unit]
        out += units


@kernel
def forward(work: Work, rows: int, blas: int) -> None:
    """Fills net inputs and activations from the inputs that stand in the first block of the activations."""
    forward_part(work, rows, blas)


@kernel
def predict_rows(work: Work, n_rows: int, inputs: Floats, outputs: Floats, blas: int) -> None:
    """Fills `outputs` (n_rows, n_outputs) from `inputs` (n_rows, n_inputs), a block at a time."""
    last = (work.n_layers - 1) * COLUMNS
    n_inputs, units, after = work.plan[INPUTS], work.plan[last + UNITS], work.plan[last + AFTER]
    for start in range(0, n_rows, work.room):
        rows = min(work.room, n_rows - start)
        for k in range(rows * n_inputs):
            work.activations[k] = inputs[start * n_inputs + k]
        forward(work, rows, blas)
        for k in range(rows * units):
            outputs[start * units + k] = work.activations[after + k]
