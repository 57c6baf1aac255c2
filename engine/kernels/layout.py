"""Where things lie in the flat arrays that the kernels work on.

A plan is an int64 table with a row for each layer and the columns below. The workspace arrays hold one block for the
network's inputs and one for each layer, a block being (rows, units) in C order: small layers stay together in the
cache, and a block is at once a matrix for BLAS.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.activations import ACTIVATIONS
from engine.specs import NetworkSpec

Floats = NDArray[np.float64]

INPUTS, UNITS, ACTIVATION, WEIGHTS, BIASES, BEFORE, AFTER, ROWS = range(8)
"""Columns of a plan: inputs and units of the layer, its activation's code, where its weights and biases start in the
parameters, where the blocks of its inputs and of its outputs start in the workspace, and the rows there is room for."""


class Workspace(NamedTuple):
    """The buffers that forward and backward passes fill; blocks as the plan says.

    net_inputs, activations, deltas (float64): a block of each layer's values, `activations` with the inputs first.
    gradient: like the parameters. product: room for the largest weight matrix, for the BLAS form.
    targets: (rows, n_outputs), the desired outputs of the rows at work.
    """

    net_inputs: Floats
    activations: Floats
    deltas: Floats
    gradient: Floats
    product: Floats
    targets: Floats


def make_plan(network: NetworkSpec, rows: int) -> NDArray[np.int64]:
    """The plan of `network` for up to `rows` samples at a time."""
    plan = np.zeros((len(network.layers), 8), dtype=np.int64)
    parameter, block = 0, 0
    for row, layer, n_inputs in zip(plan, network.layers, network.sizes, strict=False):
        row[INPUTS], row[UNITS] = n_inputs, layer.units
        row[ACTIVATION] = ACTIVATIONS[layer.activation].code
        row[WEIGHTS], row[BIASES] = parameter, parameter + n_inputs * layer.units
        row[BEFORE], row[AFTER], row[ROWS] = block, block + rows * n_inputs, rows
        parameter += (n_inputs + 1) * layer.units
        block += rows * n_inputs
    return plan


def make_workspace(network: NetworkSpec, rows: int) -> Workspace:
    """Buffers of zeros for up to `rows` samples at a time."""
    sizes = network.sizes
    length = rows * sum(sizes)
    largest = max(n * m for n, m in pairwise(sizes))
    return Workspace(
        np.zeros(length),
        np.zeros(length),
        np.zeros(length),
        np.zeros(network.n_parameters),
        np.zeros(largest),
        np.zeros(rows * network.n_outputs),
    )


def block(buffer: Floats, plan: NDArray[np.int64], layer: int, rows: int) -> Floats:
    """The view (rows, units) of `layer` in a workspace buffer."""
    start, units = plan[layer, AFTER], plan[layer, UNITS]
    return buffer[start : start + rows * units].reshape(rows, units)


def weights_only(network: NetworkSpec) -> Floats:
    """1.0 at every weight and 0.0 at every bias, like the parameters: what the penalties apply to."""
    marks = np.zeros(network.n_parameters)
    for row in make_plan(network, 1):
        marks[row[WEIGHTS] : row[BIASES]] = 1.0
    return marks


def prefers_blas(network: NetworkSpec, rows: int) -> bool:
    """Whether products of this size are faster by BLAS than by the kernels' own loops."""
    sizes = network.sizes
    return rows * max(n * m for n, m in pairwise(sizes)) >= _BLAS_FROM


_BLAS_FROM = 40_000
"""Multiplications in the largest product of a batch; measured where the two forms are equally fast."""
