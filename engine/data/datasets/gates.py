"""This module names truth tables: all sixteen functions of two inputs and three of three inputs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Dataset
from engine.spec.errors import EngineError, Shown

Floats = NDArray[np.float64]
Coding = tuple[float, float]

MAX_TABLE_INPUTS = 5

# Outputs in counting order of the inputs: 00, 01, 10, 11, with x1 the high bit.
LOGIC_GATES: dict[str, tuple[int, ...]] = {
    "and": (0, 0, 0, 1),
    "or": (0, 1, 1, 1),
    "xor": (0, 1, 1, 0),
    "nand": (1, 1, 1, 0),
    "nor": (1, 0, 0, 0),
    "xnor": (1, 0, 0, 1),
    "x1": (0, 0, 1, 1),
    "x2": (0, 1, 0, 1),
    "not x1": (1, 1, 0, 0),
    "not x2": (1, 0, 1, 0),
    "x1 and not x2": (0, 0, 1, 0),
    "not x1 and x2": (0, 1, 0, 0),
    "x1 or not x2": (1, 0, 1, 1),
    "not x1 or x2": (1, 1, 0, 1),
    "0": (0, 0, 0, 0),
    "1": (1, 1, 1, 1),
    "and3": (0, 0, 0, 0, 0, 0, 0, 1),
    "majority3": (0, 0, 0, 1, 0, 1, 1, 1),
    "parity3": (0, 1, 1, 0, 1, 0, 0, 1),
}
"""Name of each gate to its truth table: the named two-input functions, the other ten by formula, three-input ones."""


def logic_gate(name: str, input_coding: Sequence[float] = (0, 1), target_coding: Sequence[float] = (0, 1)) -> Dataset:
    """The data set of a gate of `LOGIC_GATES`: inputs (2**n, n) in counting order, targets (2**n, 1).

    The codings (low, high) are what 0 and 1 are written as, e.g. (-1, 1).
    Raises EngineError for an unknown name and for codes that cannot be told apart.
    """
    inputs, targets = truth_table_rows(gate_table(name), check_coding(input_coding), check_coding(target_coding))
    return Dataset(inputs, targets, target_codes=check_coding(target_coding))


def gate_table(name: str) -> tuple[int, ...]:
    """The truth table of the gate called `name`; EngineError where there is none."""
    try:
        return LOGIC_GATES[name]
    except (KeyError, TypeError):
        raise EngineError(
            "There is no gate called {name!r}; choose one of {names}.", name=Shown(name), names=", ".join(LOGIC_GATES)
        ) from None


def gate_name(table: Sequence[int]) -> str | None:
    """The name of the gate with this truth table; None where it has no name."""
    wanted = tuple(table)
    return next((name for name, values in LOGIC_GATES.items() if values == wanted), None)


def truth_table_rows(table: Sequence[int], input_coding: Coding, target_coding: Coding) -> tuple[Floats, Floats]:
    """Inputs (2**n, n) and targets (2**n, 1) of a truth table, in counting order with x1 the high bit."""
    n_inputs = table_inputs(table)
    counts = np.arange(len(table))[:, np.newaxis]
    bits = (counts >> np.arange(n_inputs - 1, -1, -1)) & 1
    outputs = np.array(table)[:, np.newaxis]
    return _coded(bits, input_coding), _coded(outputs, target_coding)


def table_inputs(table: Sequence[int]) -> int:
    """How many inputs a truth table of this length has; EngineError for a table that is none."""
    n_inputs = len(table).bit_length() - 1
    if len(table) != 2**n_inputs or not 1 <= n_inputs <= MAX_TABLE_INPUTS:
        raise EngineError(
            "A truth table needs 2, 4, 8, 16 or 32 rows (one to {limit} inputs); this one has {rows}.",
            limit=MAX_TABLE_INPUTS,
            rows=len(table),
        )
    wrong = next((row for row, value in enumerate(table) if value not in (0, 1)), None)
    if wrong is not None:
        raise EngineError(
            "A truth table holds 0 and 1 only; row {row} holds {value!r}.", row=wrong + 1, value=table[wrong]
        )
    return n_inputs


def check_coding(coding: Sequence[float]) -> Coding:
    """`coding` as two floats; EngineError unless low < high, both finite."""
    try:
        low, high = (float(code) for code in coding)
    except (OverflowError, TypeError, ValueError):
        raise EngineError(
            "A coding is two numbers, the codes of 0 and 1; got {coding!r}.", coding=Shown(coding)
        ) from None
    if not (np.isfinite([low, high]).all() and low < high):
        raise EngineError(
            "The code of 0 must be smaller than the code of 1, both finite; got {low} and {high}.", low=low, high=high
        )
    return low, high


def _coded(bits: NDArray[np.int64], coding: Coding) -> Floats:
    return np.where(bits == 1, coding[1], coding[0]).astype(np.float64)
