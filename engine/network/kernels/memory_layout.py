"""This module describes where things lie in the flat arrays of the kernels.

A plan is an int64 table with a row for each layer and the columns below. The buffers hold one block for the
network's inputs and one for each layer, a block being (rows, units) in C order: small layers stay together in the
cache, and a block is at once a matrix for BLAS.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from engine.network.kernels.jit import Floats, Integers
from engine.spec.activations import ACTIVATIONS
from engine.spec.specs import NetworkSpec

INPUTS, UNITS, ACTIVATION, WEIGHTS, BIASES, BEFORE, AFTER = range(7)
"""Columns of a plan: inputs and units of the layer, its activation's code, where its weights and biases start in the
parameters, where the blocks of its inputs and of its outputs start in the buffers."""

COLUMNS = 7

ROOM = 64
"""Rows that the buffers of a run have room for."""

_LINE = 8  # float64 numbers in a line of the cache

NARROW = 4
"""Layers up to this width add up one number after the other, wider ones many side by side."""


class Work(NamedTuple):
    """A network and the buffers that its forward and backward passes fill.

    room: rows that the buffers have room for. parameters and gradient (n_parameters,). net_inputs, activations and
    deltas: a block for the inputs (used by `activations` alone) and one for each layer. targets (room, n_outputs): the
    desired outputs of the rows at work. product: room for the largest weight matrix, for the BLAS form. n_right (1,):
    how many samples the last evaluation found right.
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
    n_right: Integers


def make_work(network: NetworkSpec, parameters: Floats, room: int) -> Work:
    """Buffers of zeros around `parameters`, which are shared, not copied."""
    sizes = network.sizes
    plan = make_plan(network, room)
    length = int(plan[-1, AFTER]) + room * network.n_outputs
    return Work(
        n_layers=len(network.layers),
        room=room,
        n_parameters=network.n_parameters,
        plan=plan,
        parameters=parameters,
        net_inputs=aligned_zeros(length),
        activations=aligned_zeros(length),
        deltas=aligned_zeros(length),
        gradient=aligned_zeros(network.n_parameters),
        targets=np.zeros(room * network.n_outputs),
        product=aligned_zeros(max(n * m for n, m in pairwise(sizes))),
        n_right=np.zeros(1, dtype=np.int64),
    )


def make_plan(network: NetworkSpec, room: int) -> Integers:
    """The plan (layers, columns) of `network` for up to `room` samples at a time."""
    plan = np.zeros((len(network.layers), COLUMNS), dtype=np.int64)
    parameter, block = 0, 0
    for row, layer, (n_inputs, units) in zip(plan, network.layers, pairwise(network.sizes), strict=True):
        row[INPUTS], row[UNITS] = n_inputs, units
        row[ACTIVATION] = ACTIVATIONS[layer.activation].code
        row[WEIGHTS], row[BIASES] = parameter, parameter + n_inputs * units
        row[BEFORE], row[AFTER] = block, block + _whole_lines(room * n_inputs)
        parameter += (n_inputs + 1) * units
        block = row[AFTER]
    return plan


def aligned_zeros(length: int) -> Floats:
    """Zeros that start where a line of the processor's cache starts: vectors then never lie across two lines."""
    room = np.zeros(length + _LINE)
    start = -room.ctypes.data // 8 % _LINE
    return room[start : start + length]


def _whole_lines(length: int) -> int:
    return -(-length // _LINE) * _LINE


def layer_views(work: Work, buffer: Floats, rows: int) -> list[Floats]:
    """The views (rows, units) of every layer in a buffer."""
    views = []
    for row in work.plan:
        start, units = row[AFTER], row[UNITS]
        views.append(buffer[start : start + rows * units].reshape(rows, units))
    return views


def weights_only(network: NetworkSpec) -> Floats:
    """1.0 at every weight and 0.0 at biases, centres and widths, like the parameters: what the penalties apply to."""
    marks = np.zeros(network.n_parameters)
    for row in make_plan(network, 1)[1 if network.rbf else 0 :]:
        marks[row[WEIGHTS] : row[BIASES]] = 1.0
    return marks


def blas_form(network: NetworkSpec, rows: int) -> int:
    """The argument `blas` of the kernels for batches of `rows`: 0 for loops, 1 where BLAS is faster."""
    largest = max(n * m for n, m in pairwise(network.sizes))
    return int(rows >= _BLAS_ROWS and rows * largest >= _BLAS_FROM)


_BLAS_ROWS, _BLAS_FROM = 4, 8192
"""Rows, and multiplications in the largest product of a batch, from which on BLAS was measured to be faster."""
