"""The forward pass: net inputs and activations of every layer for a block of samples.

`blas` is None or 1 in every kernel: Numba compiles each kernel once for either type and drops the other branch, so
that one text gives the form in plain loops and the form that multiplies matrices by BLAS.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.activations import BIPOLAR_SIGMOID, LEAK, LEAKY_RELU, RELU, SGN, SIGMOID, SOFTMAX, STEP, TANH
from engine.kernels.elementary import exp, sigmoid, tanh
from engine.kernels.jit import at, compiled
from engine.kernels.layout import ACTIVATION, AFTER, BEFORE, BIASES, INPUTS, UNITS, WEIGHTS

Floats = NDArray[np.float64]
Plan = NDArray[np.int64]

_NARROW = 4
"""Layers up to this width add up one unit after the other, wider ones all units side by side."""


@compiled
def forward(
    plan: Plan, parameters: Floats, rows: int, net_inputs: Floats, activations: Floats, blas: int | None
) -> None:
    """Fills both buffers from the inputs that stand in the first block of `activations`."""
    for layer in range(plan.shape[0]):
        units, after = plan[layer, UNITS], plan[layer, AFTER]
        affine(plan, layer, parameters, rows, net_inputs, activations, blas)
        activate(plan[layer, ACTIVATION], rows, units, after, net_inputs, activations)


@compiled
def affine(
    plan: Plan, layer: int, parameters: Floats, rows: int, net_inputs: Floats, activations: Floats, blas: int | None
) -> None:
    """Net inputs of one layer: inputs @ weights + biases."""
    n_inputs, units = plan[layer, INPUTS], plan[layer, UNITS]
    weights, biases = plan[layer, WEIGHTS], plan[layer, BIASES]
    before, after = plan[layer, BEFORE], plan[layer, AFTER]
    if blas is None:
        if units <= _NARROW:
            _affine_narrow(parameters, rows, n_inputs, units, weights, biases, before, after, net_inputs, activations)
        else:
            _affine_wide(parameters, rows, n_inputs, units, weights, biases, before, after, net_inputs, activations)
    else:
        out = net_inputs[after : after + rows * units].reshape(rows, units)
        left = activations[before : before + rows * n_inputs].reshape(rows, n_inputs)
        np.dot(left, parameters[weights:biases].reshape(n_inputs, units), out)
        for row in range(rows):
            for unit in range(units):
                out[row, unit] += parameters[at(biases + unit)]


@compiled
def _affine_narrow(
    parameters: Floats,
    rows: int,
    n_inputs: int,
    units: int,
    weights: int,
    biases: int,
    before: int,
    after: int,
    net_inputs: Floats,
    activations: Floats,
) -> None:
    for row in range(rows):
        first, out = before + row * n_inputs, after + row * units
        for unit in range(units):
            total = parameters[at(biases + unit)]
            for i in range(n_inputs):
                total += activations[at(first + i)] * parameters[at(weights + i * units + unit)]
            net_inputs[at(out + unit)] = total


@compiled
def _affine_wide(
    parameters: Floats,
    rows: int,
    n_inputs: int,
    units: int,
    weights: int,
    biases: int,
    before: int,
    after: int,
    net_inputs: Floats,
    activations: Floats,
) -> None:
    for row in range(rows):
        first, out = before + row * n_inputs, after + row * units
        for unit in range(units):
            net_inputs[at(out + unit)] = parameters[at(biases + unit)]
        for i in range(n_inputs):
            value, start = activations[at(first + i)], weights + i * units
            for unit in range(units):
                net_inputs[at(out + unit)] += value * parameters[at(start + unit)]


@compiled
def activate(code: int, rows: int, units: int, start: int, net_inputs: Floats, activations: Floats) -> None:
    """Activations of one layer, whose block starts at `start`, from its net inputs."""
    count = rows * units
    if code == TANH:
        for k in range(count):
            activations[at(start + k)] = tanh(net_inputs[at(start + k)])
    elif code == SIGMOID:
        for k in range(count):
            activations[at(start + k)] = sigmoid(net_inputs[at(start + k)])
    elif code == BIPOLAR_SIGMOID:
        for k in range(count):
            activations[at(start + k)] = tanh(0.5 * net_inputs[at(start + k)])
    elif code == SOFTMAX:
        for row in range(rows):
            _softmax(units, start + row * units, net_inputs, activations)
    else:
        _activate_straight(code, count, start, net_inputs, activations)


@compiled
def _activate_straight(code: int, count: int, start: int, net_inputs: Floats, activations: Floats) -> None:
    """The activations that are made of straight pieces."""
    above, below, slope_above, slope_below = 0.0, 0.0, 1.0, 1.0
    if code == RELU:
        slope_below = 0.0
    elif code == LEAKY_RELU:
        slope_below = LEAK
    elif code == SGN:
        above, below, slope_above, slope_below = 1.0, -1.0, 0.0, 0.0
    elif code == STEP:
        above, slope_above, slope_below = 1.0, 0.0, 0.0
    for k in range(count):
        net = net_inputs[at(start + k)]
        activations[at(start + k)] = below + slope_below * net if net < 0 else above + slope_above * net


@compiled
def _softmax(units: int, start: int, net_inputs: Floats, activations: Floats) -> None:
    largest = net_inputs[at(start)]
    for unit in range(1, units):
        largest = max(largest, net_inputs[at(start + unit)])
    total = 0.0
    for unit in range(units):
        activations[at(start + unit)] = exp(net_inputs[at(start + unit)] - largest)
        total += activations[at(start + unit)]
    for unit in range(units):
        activations[at(start + unit)] /= total


@compiled
def predict(
    plan: Plan,
    parameters: Floats,
    inputs: Floats,
    outputs: Floats,
    capacity: int,
    net_inputs: Floats,
    activations: Floats,
    blas: int | None,
) -> None:
    """Fills `outputs` (n, n_outputs) from `inputs` (n, n_inputs), `capacity` rows at a time."""
    n_inputs, last = inputs.shape[1], plan.shape[0] - 1
    units, after = plan[last, UNITS], plan[last, AFTER]
    for start in range(0, inputs.shape[0], capacity):
        rows = min(capacity, inputs.shape[0] - start)
        for row in range(rows):
            for i in range(n_inputs):
                activations[at(row * n_inputs + i)] = inputs[start + row, i]
        forward(plan, parameters, rows, net_inputs, activations, blas)
        for row in range(rows):
            for unit in range(units):
                outputs[start + row, unit] = activations[at(after + row * units + unit)]
