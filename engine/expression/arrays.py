"""This module evaluates an expression for whole columns of numbers at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from engine.expression.graph import Graph, Node
from engine.expression.operations import Operation

Floats = NDArray[np.float64]


def evaluate_columns(graph: Graph, columns: Mapping[str, Floats]) -> Floats:
    """The expression (n,) at the values (n,) of its variables; NaN or infinite where it has no value.

    An expression without variables gives a single number, of shape (). Raises KeyError where a variable is missing.
    """
    # Contiguous, because NumPy has other loops for columns with gaps, and their last digit may differ.
    values: list[Floats] = []
    with np.errstate(all="ignore"):
        for node in graph.nodes:
            values.append(_value_of(node, values, columns))
    return values[-1]


def _value_of(node: Node, values: list[Floats], columns: Mapping[str, Floats]) -> Floats:
    if node.number is not None:
        return np.asarray(node.number)
    if node.operation is None:
        return np.ascontiguousarray(columns[node.name])
    return np.asarray(_value(node.operation, [values[index] for index in node.inputs]))


def _value(operation: Operation, inputs: list[Floats]) -> Floats:
    if operation.exponent is not None:
        return _power(inputs[0], operation.exponent)
    return _FUNCTIONS[operation.name](*inputs)


def _power(base: Floats, exponent: float) -> Floats:
    if exponent in (2.0, 3.0):
        return base * base if exponent == 2.0 else base * base * base
    return np.asarray(np.power(base, exponent))


def _sigmoid(values: Floats) -> Floats:
    decay = np.exp(-np.abs(values))
    return np.where(values >= 0, 1.0, decay) / (1.0 + decay)


_FUNCTIONS: dict[str, Callable[..., Floats]] = {
    "add": np.add,
    "subtract": np.subtract,
    "multiply": np.multiply,
    "divide": np.divide,
    "power": np.power,
    "negate": np.negative,
    "exp": np.exp,
    "log": np.log,
    "sin": np.sin,
    "cos": np.cos,
    "tanh": np.tanh,
    "sigmoid": _sigmoid,
    "sqrt": np.sqrt,
    "relu": lambda values: np.maximum(values, 0.0),
    "max": lambda *inputs: reduce(np.maximum, inputs),
    "min": lambda *inputs: reduce(np.minimum, inputs),
}
