"""This module is the backward pass: it computes the deltas of every layer and their gradient.

A delta is −∂(loss of the sample)/∂(net input), as the lecture signs it; the gradient is +∂loss/∂parameters.
"""

from __future__ import annotations

import numpy as np

from engine.network.kernels.activation import times_slope
from engine.network.kernels.jit import copied_part, inlined_part, kernel
from engine.network.kernels.loss import output_deltas
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
from engine.network.kernels.radial import add_radial_gradient
from engine.network.kernels.words import matrix
from engine.spec.activations import GAUSSIAN

_WORTH_TURNING = 4
"""From this number of rows on it pays to transpose the weights first."""


@inlined_part
def backward_part(work: Work, loss: int, rows: int, blas: int) -> None:
    """What `backward` does, for the training loop."""
    output_deltas(work, loss, rows)
    for layer in range(work.n_layers - 1, 0, -1):
        row = layer * COLUMNS
        start = work.plan[row + BEFORE]
        _hand_back(work, row, rows, blas)
        code = work.plan[row - COLUMNS + ACTIVATION]
        times_slope(work, code, start, start + rows * work.plan[row + INPUTS])


@copied_part
def _hand_back(work: Work, plan_row: int, rows: int, blas: int) -> None:
    """Σ_k δ_k w_jk for every unit j that feeds the layer whose row of the plan starts at `plan_row`."""
    n_inputs, units, weights = (
        work.plan[plan_row + INPUTS],
        work.plan[plan_row + UNITS],
        work.plan[plan_row + WEIGHTS],
    )
    before, after = work.plan[plan_row + BEFORE], work.plan[plan_row + AFTER]
    if blas:
        hand_back_by_blas(work, plan_row, rows)
    elif n_inputs > NARROW and rows >= _WORTH_TURNING:
        hand_back_wide(work, plan_row, rows)
    else:
        deltas, parameters = work.deltas, work.parameters
        for _ in range(rows):
            for i in range(n_inputs):
                total, start = 0.0, weights + i * units
                for unit in range(units):
                    total += deltas[after + unit] * parameters[start + unit]
                deltas[before + i] = total
            before += n_inputs
            after += units


@kernel
def hand_back_by_blas(work: Work, plan_row: int, rows: int) -> None:
    """The same as one matrix product."""
    n_inputs, units = work.plan[plan_row + INPUTS], work.plan[plan_row + UNITS]
    np.dot(
        matrix(work.deltas, work.plan[plan_row + AFTER], rows, units),
        matrix(work.parameters, work.plan[plan_row + WEIGHTS], n_inputs, units).T,
        matrix(work.deltas, work.plan[plan_row + BEFORE], rows, n_inputs),
    )


@kernel
def hand_back_wide(work: Work, plan_row: int, rows: int) -> None:
    """The same by way of the transposed weights, so that many sums grow side by side."""
    n_inputs, units, weights = (
        work.plan[plan_row + INPUTS],
        work.plan[plan_row + UNITS],
        work.plan[plan_row + WEIGHTS],
    )
    before, after = work.plan[plan_row + BEFORE], work.plan[plan_row + AFTER]
    for unit in range(units):
        for i in range(n_inputs):
            work.product[unit * n_inputs + i] = work.parameters[weights + i * units + unit]
    for k in range(before, before + rows * n_inputs):
        work.deltas[k] = 0.0
    add_product(1.0, work.deltas, before, work.deltas, after, units, 1, work.product, 0, rows, units, n_inputs)


@inlined_part
def add_gradient_part(work: Work, rows: int, blas: int) -> None:
    """What `add_gradient` does, for the training loop."""
    first = 0
    if work.plan[ACTIVATION] == GAUSSIAN:
        add_radial_gradient(work, rows)
        first = 1
    for layer in range(first, work.n_layers):
        row = layer * COLUMNS
        if blas:
            add_products_by_blas(work, row, rows)
        else:
            _add_products(work, row, rows)
        units, biases, after = work.plan[row + UNITS], work.plan[row + BIASES], work.plan[row + AFTER]
        gradient, deltas = work.gradient, work.deltas
        for _ in range(rows):
            for unit in range(units):
                gradient[biases + unit] -= deltas[after + unit]
            after += units


@copied_part
def _add_products(work: Work, plan_row: int, rows: int) -> None:
    """The outer products of inputs and deltas of one layer, with a minus sign."""
    n_inputs, units, weights = (
        work.plan[plan_row + INPUTS],
        work.plan[plan_row + UNITS],
        work.plan[plan_row + WEIGHTS],
    )
    before, after = work.plan[plan_row + BEFORE], work.plan[plan_row + AFTER]
    if units > NARROW or (units == 1 and n_inputs > NARROW):
        add_products_wide(work, plan_row, rows)
    else:
        gradient, inputs, deltas = work.gradient, work.activations, work.deltas
        for _ in range(rows):
            for i in range(n_inputs):
                value, start = inputs[before + i], weights + i * units
                for unit in range(units):
                    gradient[start + unit] -= value * deltas[after + unit]
            before += n_inputs
            after += units


@kernel
def add_products_wide(work: Work, plan_row: int, rows: int) -> None:
    """The same for many units, or for one with many inputs."""
    n_inputs, units, weights = (
        work.plan[plan_row + INPUTS],
        work.plan[plan_row + UNITS],
        work.plan[plan_row + WEIGHTS],
    )
    before, after = work.plan[plan_row + BEFORE], work.plan[plan_row + AFTER]
    gradient, inputs, deltas = work.gradient, work.activations, work.deltas
    if units > 1:
        add_product(-1.0, gradient, weights, inputs, before, 1, n_inputs, deltas, after, n_inputs, rows, units)
    else:
        add_product(-1.0, gradient, weights, deltas, after, 1, 1, inputs, before, 1, rows, n_inputs)


@kernel
def add_products_by_blas(work: Work, plan_row: int, rows: int) -> None:
    """The same as one matrix product."""
    n_inputs, units, weights = (
        work.plan[plan_row + INPUTS],
        work.plan[plan_row + UNITS],
        work.plan[plan_row + WEIGHTS],
    )
    np.dot(
        matrix(work.activations, work.plan[plan_row + BEFORE], rows, n_inputs).T,
        matrix(work.deltas, work.plan[plan_row + AFTER], rows, units),
        matrix(work.product, 0, n_inputs, units),
    )
    for k in range(n_inputs * units):
        work.gradient[weights + k] -= work.product[k]


@kernel
def backward(work: Work, loss: int, rows: int, blas: int) -> None:
    """Fills the deltas after a forward pass, from the targets of the rows at work."""
    backward_part(work, loss, rows, blas)


@kernel
def add_gradient(work: Work, rows: int, blas: int) -> None:
    """Adds the gradient of the summed loss of the rows at work to the gradient's buffer."""
    add_gradient_part(work, rows, blas)
