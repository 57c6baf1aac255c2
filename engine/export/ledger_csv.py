"""This module writes the ledger as a table: one line for each step and output unit, with every digit."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.files.atomic_write import write_atomically
from engine.spec.errors import EngineError
from engine.training.ledger import LedgerRow, LedgerView

Floats = NDArray[np.float64]

MOST_STEPS = 200_000
"""The newest so many steps are written: a file that spreadsheets still open."""


def save_ledger(view: LedgerView, path: Path, lecture: bool, unwanted: Callable[[], bool] = lambda: False) -> int:
    """Write the ledger to `path` in one stroke; returns how many steps stand in it.

    lecture: with the threshold T = −b and x0 = −1 first, else the bias and its input 1 last. Where `unwanted` turns
    true, nothing is written and the answer is 0. Raises EngineError where the file cannot be written.
    """
    if view.length <= view.first:
        raise EngineError("There are no steps yet; train first, then export the ledger.")
    first = max(view.first, view.length - MOST_STEPS + 1)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_head(view.network.n_inputs, lecture))
    for row in view.walk(first, view.length):
        if row.step % 256 == 0 and unwanted():
            return 0
        writer.writerows(_lines(row, view.network.n_inputs, view.network.n_outputs, lecture))
    write_atomically(path, text.getvalue().encode("utf-8"))
    return view.length - max(first, view.first + 1) + 1


def _head(n_inputs: int, lecture: bool) -> list[str]:
    numbers = [str(index + 1) for index in range(n_inputs)]
    inputs = ["x0", *(f"x{n}" for n in numbers)] if lecture else [*(f"x{n}" for n in numbers), "1"]
    weights = ["T", *(f"w{n}" for n in numbers)] if lecture else [*(f"w{n}" for n in numbers), "b"]
    figures = ["net", "output", "desired", "error"]
    return ["step", "pass", "sample", "unit", *inputs, *figures, *(f"delta_{name}" for name in weights), *weights]


def _lines(row: LedgerRow, n_inputs: int, n_outputs: int, lecture: bool) -> list[list[object]]:
    """A line for each unit; the start has weights alone."""
    lines: list[list[object]] = []
    for unit in range(n_outputs):
        weights = _vector(row.parameters, n_inputs, n_outputs, unit, lecture)
        if row.sample < 0:
            lines.append([row.step, "", "", unit + 1, *[""] * (2 * n_inputs + 6), *weights])
            continue
        inputs = [float(value) for value in row.inputs]
        figures = [float(values[unit]) for values in (row.net_inputs, row.outputs, row.targets, row.errors)]
        changes = _vector(row.changes, n_inputs, n_outputs, unit, lecture)
        with_constant = [-1.0, *inputs] if lecture else [*inputs, 1.0]
        lines.append([row.step, row.epoch, row.sample + 1, unit + 1, *with_constant, *figures, *changes, *weights])
    return lines


def _vector(parameters: Floats, n_inputs: int, n_outputs: int, unit: int, lecture: bool) -> list[float]:
    end = n_inputs * n_outputs
    weights = [float(value) + 0.0 for value in parameters[unit:end:n_outputs]]
    bias = float(parameters[end + unit])
    return [-bias + 0.0, *weights] if lecture else [*weights, bias + 0.0]
