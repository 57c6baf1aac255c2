"""This module computes values forward and gradients backward through a graph, and names the node that has no value."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from engine.expression.errors import OutsideDomain
from engine.expression.graph import Graph, Node
from engine.expression.operations import Values
from engine.spec.errors import Text


@dataclass(frozen=True)
class Fault:
    """A fault tells why the node `node` has no value, or passes no gradient on."""

    node: int
    text: Text


@dataclass(frozen=True)
class Contribution:
    """One edge of the backward pass: downstream = upstream × local.

    `source` is the input number `place` of `consumer`. upstream: ∂result/∂consumer; local: ∂consumer/∂source through
    this edge; downstream: what the edge adds to ∂result/∂source.
    """

    consumer: int
    place: int
    source: int
    upstream: float
    local: float
    downstream: float


@dataclass(frozen=True)
class Evaluation:
    """All numbers of one forward and one backward pass, by node.

    values: None from a fault on, except for what is given. gradients: ∂result/∂node; None for numbers and for what a
    fault has kept from being known. contributions: for each node the edges to its inputs, in their order; those to
    numbers are left out, as nothing varies there. fault: of the forward pass, else of the backward pass.
    """

    values: tuple[float | None, ...]
    gradients: tuple[float | None, ...]
    contributions: tuple[tuple[Contribution, ...], ...]
    fault: Fault | None


def evaluate(graph: Graph, values: Mapping[str, float]) -> Evaluation:
    """Both passes with the given values of the variables. Raises KeyError where one is missing."""
    known, fault = _forward(graph, values)
    count = len(graph.nodes)
    if fault is not None:
        return Evaluation(known, (None,) * count, ((),) * count, fault)
    return _backward(graph, tuple(value for value in known if value is not None))


def _forward(graph: Graph, given: Mapping[str, float]) -> tuple[tuple[float | None, ...], Fault | None]:
    values: list[float | None] = []
    for index, node in enumerate(graph.nodes):
        try:
            values.append(_value_of(node, values, given))
        except OutsideDomain as outside:
            given_later = (_leaf_value(later, given) for later in graph.nodes[index:])
            return (*values, *given_later), Fault(index, outside.text)
    return tuple(values), None


def _leaf_value(node: Node, given: Mapping[str, float]) -> float | None:
    """The value of a number or a variable; None for an operation."""
    if node.operation is not None:
        return None
    return node.number if node.number is not None else float(given[node.name])


def _value_of(node: Node, values: list[float | None], given: Mapping[str, float]) -> float | None:
    if node.operation is None:
        return _leaf_value(node, given)
    inputs = [value for value in (values[index] for index in node.inputs) if value is not None]
    try:
        result = node.operation.value(inputs)
    except OverflowError:
        result = math.inf
    if not math.isfinite(result):
        raise OutsideDomain(Text("The result is too large for a number."))
    return result


def _backward(graph: Graph, values: tuple[float, ...]) -> Evaluation:
    count = len(graph.nodes)
    gradients: list[float | None] = [0.0 if node.varies else None for node in graph.nodes]
    gradients[-1] = 1.0
    edges: list[tuple[Contribution, ...]] = [()] * count
    for index in reversed(range(count)):
        upstream = gradients[index]
        if upstream is None or not graph.nodes[index].varies or graph.nodes[index].operation is None:
            continue
        try:
            edges[index] = _edges_of(graph, index, upstream, values)
        except OutsideDomain as outside:
            known = (all(user > index for user, _ in graph.consumers(place)) for place in range(count))
            kept = tuple(gradient if is_known else None for gradient, is_known in zip(gradients, known, strict=True))
            return Evaluation(values, kept, tuple(edges), Fault(index, outside.text))
        for edge in edges[index]:
            gradients[edge.source] = (gradients[edge.source] or 0.0) + edge.downstream
    return Evaluation(values, tuple(gradients), tuple(edges), None)


def _edges_of(graph: Graph, index: int, upstream: float, values: Values) -> tuple[Contribution, ...]:
    node = graph.nodes[index]
    assert node.operation is not None
    try:
        slopes = node.operation.slopes([values[source] for source in node.inputs], values[index])
        edges = tuple(
            Contribution(index, place, source, upstream, slopes[place], upstream * slopes[place])
            for place, source in enumerate(node.inputs)
            if graph.nodes[source].varies
        )
    except (OverflowError, ZeroDivisionError) as error:
        raise OutsideDomain(Text("The gradient is too large for a number.")) from error
    if not all(math.isfinite(edge.downstream) for edge in edges):
        raise OutsideDomain(Text("The gradient is too large for a number."))
    return edges
