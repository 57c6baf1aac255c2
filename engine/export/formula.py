"""This module writes derived features in the spelling of another library, node by node of the formula's graph."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import reduce
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.data.features import Feature
    from engine.expression import Graph

Write = Callable[[str, list[str]], str]

ARITHMETIC = {
    "add": "({0} + {1})",
    "subtract": "({0} - {1})",
    "multiply": "({0} * {1})",
    "divide": "({0} / {1})",
    "power": "({0} ** {1})",
    "negate": "(-{0})",
}
"""How Python writes what every library takes; the rest is in the library's own table of functions."""


def python_formula(feature: Feature, column: str, functions: Mapping[str, str]) -> str:
    """The feature as an expression in Python; `column` has the place of a column at {0}, `functions` templates."""
    spelling = {**ARITHMETIC, **functions}

    def operation(name: str, inputs: list[str]) -> str:
        write = spelling[name].format
        return write(inputs[0]) if len(inputs) == 1 else reduce(write, inputs)

    return written(feature, _python_number, column.format, operation)


def _python_number(value: float) -> str:
    return repr(value) if value >= 0 else f"({value!r})"  # -2.0 ** x would be -(2.0 ** x)


def indented(lines: list[str]) -> list[str]:
    """Lines of a list within a function."""
    return [f"        {line}" for line in lines]


def written(feature: Feature, number: Callable[[float], str], variable: Callable[[int], str], operation: Write) -> str:
    """What the last node becomes, from the first on: numbers, columns (by place) and operations on what was made.

    Parts without a variable come as the number that they are; a fixed power as "power" with its exponent.
    """
    graph, constants = feature.graph, _constants(feature.graph)
    made: list[str] = []
    for index, node in enumerate(graph.nodes):
        if index in constants:
            made.append(number(constants[index]))
        elif node.operation is None:
            made.append(variable(feature.places[node.name]))
        else:
            inputs = [made[source] for source in node.inputs]
            exponent = node.operation.exponent
            name = node.operation.name if exponent is None else "power"
            made.append(operation(name, inputs if exponent is None else [*inputs, number(exponent)]))
    return made[-1]


def _constants(graph: Graph) -> dict[int, float]:
    """The values of the nodes that no variable is part of."""
    values: dict[int, float] = {}
    for index, node in enumerate(graph.nodes):
        if node.number is not None:
            values[index] = node.number
        elif node.operation is not None and not node.varies:
            values[index] = node.operation.value([values[source] for source in node.inputs])
    return values
