"""This module computes the summed loss of a set, counts its right samples, and does so for moved parameters."""

from __future__ import annotations

import math

from engine.network.kernels.forward import forward_part
from engine.network.kernels.jit import Floats, copied_part, kernel, part, strict_part
from engine.network.kernels.loss import loss_of_rows
from engine.network.kernels.memory_layout import AFTER, COLUMNS, INPUTS, UNITS, Work
from engine.network.kernels.settings import CLASSES, SIDES, Grading
from engine.network.kernels.state import Samples


@kernel
def evaluate(work: Work, samples: Samples, grading: Grading, blas: int) -> float:
    """The summed loss of a set; how many of its samples are right then stands in `work.n_right`."""
    row = (work.n_layers - 1) * COLUMNS
    n_inputs, units = work.plan[INPUTS], work.plan[row + UNITS]
    total, n_right = 0.0, 0
    for start in range(0, samples.n_samples, work.room):
        rows = min(work.room, samples.n_samples - start)
        for k in range(rows * n_inputs):
            work.activations[k] = samples.inputs[start * n_inputs + k]
        forward_part(work, rows, blas)
        total += loss_of_rows(work, grading.loss, rows, samples.targets, start * units)
        n_right += _right_rows(work, samples, grading, start, rows)
    work.n_right[0] = n_right
    return total


@copied_part
def _right_rows(work: Work, samples: Samples, grading: Grading, start: int, rows: int) -> int:
    """How many of the rows at work are right; their samples are those from `start` on."""
    row = (work.n_layers - 1) * COLUMNS
    units, out = work.plan[row + UNITS], work.plan[row + AFTER]
    n_right, wanted = 0, start * units
    if grading.task == SIDES:
        for k in range(0, rows * units, units):
            n_right += _is_on_its_side(work.activations, out + k, samples.targets, wanted + k, units, grading.high_from)
    elif grading.task == CLASSES:
        for k in range(0, rows * units, units):
            n_right += _has_the_largest(work.activations, out + k, samples.targets, wanted + k, units)
    return n_right


@part
def _is_on_its_side(  # noqa: PLR0917  (a kernel takes no keywords)
    outputs: Floats, start: int, targets: Floats, wanted: int, units: int, high_from: float
) -> int:
    """1 where every output is on its target's side of `high_from`, else 0."""
    right = 1
    for unit in range(units):
        output = outputs[start + unit]
        if not math.isfinite(output) or (output >= high_from) != (targets[wanted + unit] > high_from):
            right = 0
    return right


@part
def _has_the_largest(outputs: Floats, start: int, targets: Floats, wanted: int, units: int) -> int:
    """1 where the first largest output is the first largest target's, else 0."""
    best, goal = 0, 0
    for unit in range(units):
        if not math.isfinite(outputs[start + unit]):
            return 0
        if outputs[start + unit] > outputs[start + best]:
            best = unit
        if targets[wanted + unit] > targets[wanted + goal]:
            goal = unit
    return 1 if best == goal else 0


@strict_part
def _move(  # noqa: PLR0917
    parameters: Floats, start: Floats, axes: Floats, first: float, second: float, count: int
) -> None:
    """Each operation is rounded as it stands, so that a point has the very parameters that NumPy gives it."""
    for k in range(count):
        parameters[k] = start[k] + first * axes[k] + second * axes[count + k]


@kernel
def evaluate_moved(  # noqa: PLR0917  (a kernel takes no keywords)
    work: Work,
    samples: Samples,
    grading: Grading,
    blas: int,
    start: Floats,
    axes: Floats,
    n_points: int,
    offsets: Floats,
    losses: Floats,
) -> None:
    """Fills `losses` (n,), summed, with the parameters moved from `start` by `offsets` (n, 2) along `axes` (2, …)."""
    for point in range(n_points):
        _move(work.parameters, start, axes, offsets[2 * point], offsets[2 * point + 1], work.n_parameters)
        losses[point] = evaluate(work, samples, grading, blas)
