"""The backward pass: deltas of every layer from the output layer's, and the gradient they add up to.

A delta is −∂(loss of the sample)/∂(net input), as the lecture signs it; the gradient is +∂loss/∂parameters.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.kernels.jit import at, compiled
from engine.kernels.layout import ACTIVATION, AFTER, BEFORE, BIASES, INPUTS, UNITS, WEIGHTS
from engine.kernels.loss import output_deltas
from engine.kernels.slope import times_slope

Floats = NDArray[np.float64]
Plan = NDArray[np.int64]


@compiled
def all_deltas(
    plan: Plan,
    parameters: Floats,
    loss: int,
    rows: int,
    net_inputs: Floats,
    activations: Floats,
    targets: Floats,
    deltas: Floats,
    blas: int | None,
) -> None:
    """Fills `deltas` after a forward pass; targets (rows, n_outputs), flat."""
    last = plan.shape[0] - 1
    code, units, after = plan[last, ACTIVATION], plan[last, UNITS], plan[last, AFTER]
    output_deltas(loss, code, rows, units, after, net_inputs, activations, targets, deltas)
    for layer in range(last, 0, -1):
        _deltas_before(plan, layer, parameters, rows, deltas, blas)
        before, count = plan[layer, BEFORE], rows * plan[layer, INPUTS]
        times_slope(plan[layer - 1, ACTIVATION], count, before, net_inputs, activations, deltas)


@compiled
def _deltas_before(plan: Plan, layer: int, parameters: Floats, rows: int, deltas: Floats, blas: int | None) -> None:
    """Σ_k δ_k w_jk for every unit j that feeds `layer`."""
    n_inputs, units, weights = plan[layer, INPUTS], plan[layer, UNITS], plan[layer, WEIGHTS]
    before, after = plan[layer, BEFORE], plan[layer, AFTER]
    if blas is None:
        for row in range(rows):
            for i in range(n_inputs):
                total, start, first = 0.0, weights + i * units, after + row * units
                for unit in range(units):
                    total += deltas[at(first + unit)] * parameters[at(start + unit)]
                deltas[at(before + row * n_inputs + i)] = total
    else:
        matrix = parameters[weights : weights + n_inputs * units].reshape(n_inputs, units)
        left = deltas[after : after + rows * units].reshape(rows, units)
        np.dot(left, matrix.T, deltas[before : before + rows * n_inputs].reshape(rows, n_inputs))


@compiled
def add_gradient(
    plan: Plan,
    rows: int,
    activations: Floats,
    deltas: Floats,
    gradient: Floats,
    product: Floats,
    blas: int | None,
) -> None:
    """Adds the gradient of these rows' summed loss to `gradient`."""
    for layer in range(plan.shape[0]):
        n_inputs, units, weights = plan[layer, INPUTS], plan[layer, UNITS], plan[layer, WEIGHTS]
        before, after, biases = plan[layer, BEFORE], plan[layer, AFTER], plan[layer, BIASES]
        for row in range(rows):
            first = after + row * units
            if blas is None:
                for i in range(n_inputs):
                    value, start = activations[at(before + row * n_inputs + i)], weights + i * units
                    for unit in range(units):
                        gradient[at(start + unit)] -= value * deltas[at(first + unit)]
            for unit in range(units):
                gradient[at(biases + unit)] -= deltas[at(first + unit)]
        if blas is not None:
            size = n_inputs * units
            out = product[:size].reshape(n_inputs, units)
            left = activations[before : before + rows * n_inputs].reshape(rows, n_inputs)
            np.dot(left.T, deltas[after : after + rows * units].reshape(rows, units), out)
            for k in range(size):
                gradient[at(weights + k)] -= product[at(k)]
