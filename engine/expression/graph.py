"""This module builds the graph of an expression: one node for each variable, number and operation."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace

from engine.expression.errors import ExpressionError
from engine.expression.operations import Operation
from engine.spec.errors import Text

MAX_NODES = 80

_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


@dataclass(frozen=True)
class Node:
    """A variable (`name` alone), a number (`number`) or an operation on the nodes `inputs`.

    name: the variable's, or the one that the result of an operation has been given.
    start, end: where its part of the expression first stands in the text. varies: whether a variable is part of it.
    """

    start: int
    end: int
    name: str = ""
    number: float | None = None
    operation: Operation | None = None
    inputs: tuple[int, ...] = ()
    varies: bool = False

    @property
    def is_variable(self) -> bool:
        """Whether its value is given from outside."""
        return self.operation is None and self.number is None


@dataclass(frozen=True)
class Graph:
    """nodes: every node behind its inputs, the last one the result. variables: their names as they first appear.

    result: what the whole expression is called.
    """

    text: str
    nodes: tuple[Node, ...]
    variables: tuple[str, ...]
    result: str

    @property
    def output(self) -> int:
        """The index of the node that is the whole expression."""
        return len(self.nodes) - 1

    def index_of(self, name: str) -> int:
        """The node of the variable or result called `name`. Raises KeyError where there is none."""
        for index, node in enumerate(self.nodes):
            if node.name == name:
                return index
        raise KeyError(name)

    def consumers(self, index: int) -> tuple[tuple[int, int], ...]:
        """(node, place among its inputs) for each use of the node `index`, in the order of the nodes."""
        return tuple(
            (consumer, place)
            for consumer, node in enumerate(self.nodes)
            for place, source in enumerate(node.inputs)
            if source == index
        )


class GraphBuilder:
    """The builder takes parts of an expression as they are read, inputs first; equal parts get one index.

    Numbers are equal in meaning, but each use has a node of its own: a 2 here has nothing to do with a 2 there.
    """

    def __init__(self) -> None:
        self._nodes: list[Node] = []
        self._meanings: list[object] = []
        self._known: dict[object, int] = {}

    def number(self, value: float, start: int, end: int) -> int:
        """A number of the text."""
        return self._add(Node(start, end, number=value), ("number", value))

    def variable(self, name: str, start: int, end: int) -> int:
        """The variable called `name`."""
        return self._once(Node(start, end, name=name, varies=True), ("variable", name))

    def operation(self, operation: Operation, inputs: tuple[int, ...], start: int, end: int) -> int:
        """`operation` on parts that are there already."""
        varies = any(self._nodes[index].varies for index in inputs)
        node = Node(start, end, operation=operation, inputs=inputs, varies=varies)
        return self._once(node, (operation.name, *(self._meanings[index] for index in inputs)))

    def number_at(self, index: int) -> float | None:
        """The number that the part `index` is; None for anything else."""
        return self._nodes[index].number

    def finish(self, text: str, output: int, result: str) -> Graph:
        """The graph of the part `output`; what is not part of it goes."""
        chosen = sorted(self._parts_of(output))
        places = {index: place for place, index in enumerate(chosen)}
        nodes = [self._nodes[index] for index in chosen]
        nodes = [replace(node, inputs=tuple(places[index] for index in node.inputs)) for node in nodes]
        variables = tuple(node.name for node in sorted(nodes, key=lambda node: node.start) if node.is_variable)
        result = result or next(name for name in ("f", "g", "h", "F", "result") if name not in variables)
        return Graph(text, tuple(_with_names(nodes, variables, result)), variables, result)

    def _once(self, node: Node, meaning: object) -> int:
        if meaning not in self._known:
            self._known[meaning] = self._add(node, meaning)
        return self._known[meaning]

    def _add(self, node: Node, meaning: object) -> int:
        if len(self._nodes) >= MAX_NODES:
            raise ExpressionError(
                Text("Character {at}: up to here the graph has {limit} nodes, and it may not have more.",
                     at=node.end, limit=MAX_NODES), node.end - 1, node.end
            )  # fmt: skip
        self._nodes.append(node)
        # An operation's meaning is its index: meanings within meanings would grow without limit.
        self._meanings.append(meaning if node.number is not None else len(self._nodes) - 1)
        return len(self._nodes) - 1

    def _parts_of(self, output: int) -> set[int]:
        found, open_ends = {output}, [output]
        while open_ends:
            inputs = set(self._nodes[open_ends.pop()].inputs) - found
            found |= inputs
            open_ends.extend(inputs)
        return found


def _with_names(nodes: list[Node], variables: tuple[str, ...], result: str) -> Iterator[Node]:
    """Every operation's result named: the last as the whole, one between as q, several as q₁, q₂ …."""
    between = sum(node.operation is not None for node in nodes[:-1])
    letter = next(name for name in ("q", "p", "u", "v", "t", "node") if not _clashes(name, variables, result))
    counter = itertools.count(1)
    for index, node in enumerate(nodes):
        if node.operation is None:
            yield node
        elif index == len(nodes) - 1:
            yield replace(node, name=result)
        else:
            yield replace(node, name=letter + (str(next(counter)).translate(_SUBSCRIPTS) if between > 1 else ""))


def _clashes(letter: str, variables: tuple[str, ...], result: str) -> bool:
    return any(name.startswith(letter) for name in (*variables, result))
