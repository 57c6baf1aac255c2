"""Where things lie in the flat arrays that the kernels work on.

A plan is an int64 table with a row for each layer and the columns below. The buffers hold one block for the
network's inputs and one for each layer, a block being (rows, units) in C order: small layers stay together in the
cache, and a block is at once a matrix for BLAS.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from engine.activations import ACTIVATIONS
from engine.kernels.jit import Floats, Integers, part, pointer
from engine.specs import NetworkSpec

INPUTS, UNITS, ACTIVATION, WEIGHTS, BIASES, BEFORE, AFTER = range(7)
"""Columns of a plan: inputs and units of the layer, its activation's code, where its weights and biases start in the
parameters, where the blocks of its inputs and of its outputs start in the buffers."""

COLUMNS = 7


class Work(NamedTuple):
    """A network and the buffers that its forward and backward passes fill.

    room: rows that the buffers have room for. parameters and gradient (n_parameters,). net_inputs, activations and
    deltas: a block for the inputs (used by `activations` alone) and one for each layer. targets (room, n_outputs):
    the desired outputs of the rows at work. product: room for the largest weight matrix, for the BLAS form.
    """

    n_layers: int
    room: int
    n_parameters: int
    plan: Integers
    parameters: Floats
    net_inputs: Floats
    activations: Floats
    deltas: Floats
    gradient: Floats
    targets: Floats
    product: Floats


def make_work(network: NetworkSpec, parameters: Floats, room: int) -> Work:
    """Buffers of zeros around `parameters`, which are shared, not copied."""
    sizes = network.sizes
    length = room * sum(sizes)
    return Work(
        n_layers=len(network.layers),
        room=room,
        n_parameters=network.n_parameters,
        plan=make_plan(network, room),
        parameters=parameters,
        net_inputs=np.zeros(length),
        activations=np.zeros(length),
        deltas=np.zeros(length),
        gradient=np.zeros(network.n_parameters),
        targets=np.zeros(room * network.n_outputs),
        product=np.zeros(max(n * m for n, m in pairwise(sizes))),
    )


def make_plan(network: NetworkSpec, room: int) -> Integers:
    """The plan (layers, columns) of `network` for up to `room` samples at a time."""
    plan = np.zeros((len(network.layers), COLUMNS), dtype=np.int64)
    parameter, block = 0, 0
    for row, layer, (n_inputs, units) in zip(plan, network.layers, pairwise(network.sizes), strict=True):
        row[INPUTS], row[UNITS] = n_inputs, units
        row[ACTIVATION] = ACTIVATIONS[layer.activation].code
        row[WEIGHTS], row[BIASES] = parameter, parameter + n_inputs * units
        row[BEFORE], row[AFTER] = block, block + room * n_inputs
        parameter += (n_inputs + 1) * units
        block += room * n_inputs
    return plan


def layer_views(work: Work, buffer: Floats, rows: int) -> list[Floats]:
    """The views (rows, units) of every layer in a buffer."""
    views = []
    for row in work.plan:
        start, units = row[AFTER], row[UNITS]
        views.append(buffer[start : start + rows * units].reshape(rows, units))
    return views


def weights_only(network: NetworkSpec) -> Floats:
    """1.0 at every weight and 0.0 at every bias, like the parameters: what the penalties apply to."""
    marks = np.zeros(network.n_parameters)
    for row in make_plan(network, 1):
        marks[row[WEIGHTS] : row[BIASES]] = 1.0
    return marks


def blas_form(network: NetworkSpec, rows: int) -> int | None:
    """The argument `blas` of the kernels for batches of `rows`: None for loops, 1 where BLAS is faster."""
    return 1 if rows * max(n * m for n, m in pairwise(network.sizes)) >= _BLAS_FROM else None


_BLAS_FROM = 40_000
"""Multiplications in the largest product of a batch; measured where the two forms are equally fast."""


@part
def work_pointers(work: Work) -> Work:
    """The same with pointers in place of the arrays."""
    return Work(
        work.n_layers,
        work.room,
        work.n_parameters,
        pointer(work.plan),
        pointer(work.parameters),
        pointer(work.net_inputs),
        pointer(work.activations),
        pointer(work.deltas),
        pointer(work.gradient),
        pointer(work.targets),
        pointer(work.product),
    )
