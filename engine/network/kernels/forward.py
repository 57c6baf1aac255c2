"""This module is the forward pass: net inputs and activations of every layer for a block of samples.

`blas` is None or 1 in every kernel: Numba compiles each kernel once for either type and drops the other branch, so
that one text gives the form in plain loops and the form that multiplies matrices by BLAS.
"""

from __future__ import annotations

import numpy as np

from engine.network.kernels.activation import activate
from engine.network.kernels.jit import Floats, inlined_part, kernel, matrix, part, pointer
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
    work_pointers,
)
from engine.network.kernels.product import add_product
from engine.network.kernels.radial import activate_radial
from engine.spec.activations import GAUSSIAN


@inlined_part
def forward(work: Work, rows: int, blas: int | None) -> None:
    """Fills net inputs and activations from the inputs that stand in the first block of the activations."""
    first = 0
    if work.plan[ACTIVATION] == GAUSSIAN:
        activate_radial(work, rows)
        first = 1
    for layer in range(first, work.n_layers):
        row = layer * COLUMNS
        if blas is None:
            if work.plan[row + UNITS] <= NARROW:
                _affine_narrow(work, row, rows)
            else:
                _affine_wide(work, row, rows)
        else:
            _affine_blas(work, row, rows)
        activate(work, row, rows)


@inlined_part
def _affine_narrow(work: Work, plan_row: int, rows: int) -> None:
    """inputs @ weights + biases of one layer, a unit at a time; `plan_row` is where its row of the plan starts."""
    n_inputs, units = work.plan[plan_row + INPUTS], work.plan[plan_row + UNITS]
    weights, biases = work.plan[plan_row + WEIGHTS], work.plan[plan_row + BIASES]
    first, out = work.plan[plan_row + BEFORE], work.plan[plan_row + AFTER]
    for _ in range(rows):
        for unit in range(units):
            total = work.parameters[biases + unit]
            for i in range(n_inputs):
                total += work.activations[first + i] * work.parameters[weights + i * units + unit]
            work.net_inputs[out + unit] = total
        first += n_inputs
        out += units


@part
def _affine_wide(work: Work, plan_row: int, rows: int) -> None:
    """The same, all units at a time."""
    n_inputs, units = work.plan[plan_row + INPUTS], work.plan[plan_row + UNITS]
    weights, biases = work.plan[plan_row + WEIGHTS], work.plan[plan_row + BIASES]
    first, out = work.plan[plan_row + BEFORE], work.plan[plan_row + AFTER]
    for row in range(rows):
        for unit in range(units):
            work.net_inputs[out + row * units + unit] = work.parameters[biases + unit]
    nets, inputs, parameters = work.net_inputs, work.activations, work.parameters
    add_product(1.0, nets, out, inputs, first, n_inputs, 1, parameters, weights, rows, n_inputs, units)


@part
def _affine_blas(work: Work, plan_row: int, rows: int) -> None:
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
def trace_rows(work: Work, rows: int, blas: int | None) -> None:
    """`forward` for Python: fills the buffers of `work`."""
    forward(work_pointers(work), rows, blas)


@kernel
def predict_rows(work: Work, inputs: Floats, outputs: Floats, blas: int | None) -> None:
    """Fills `outputs` (n, n_outputs) from `inputs` (n, n_inputs), as many rows at a time as there is room for."""
    at_work, given, wanted = work_pointers(work), pointer(inputs), pointer(outputs)
    n_rows, n_inputs, units = inputs.shape[0], inputs.shape[1], outputs.shape[1]
    after = at_work.plan[(work.n_layers - 1) * COLUMNS + AFTER]
    for start in range(0, n_rows, work.room):
        rows = min(work.room, n_rows - start)
        for k in range(rows * n_inputs):
            at_work.activations[k] = given[start * n_inputs + k]
        forward(at_work, rows, blas)
        for k in range(rows * units):
            wanted[start * units + k] = at_work.activations[after + k]
