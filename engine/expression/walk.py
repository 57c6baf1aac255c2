"""This module walks through both passes one step at a time and knows what is computed after each step."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from engine.expression.evaluate import Contribution, Evaluation
from engine.expression.graph import Graph


class StepKind(Enum):
    """What one step does."""

    FORWARD = "forward"  # a node gets its value
    SEED = "seed"  # the result's own gradient is 1
    BACKWARD = "backward"  # a node hands gradients on to its inputs


@dataclass(frozen=True)
class Step:
    """One step, at one node; with a fault it is the last."""

    kind: StepKind
    node: int


@dataclass(frozen=True)
class Moment:
    """A moment holds what is known after some steps, by node.

    gradients: the sum of what has arrived so far. waiting: how many consumers have handed nothing on yet.
    """

    values: tuple[float | None, ...]
    gradients: tuple[float | None, ...]
    waiting: tuple[int, ...]


class Walk:
    """The steps of `evaluation`: values in the order of the nodes, then gradients in the opposite one."""

    def __init__(self, graph: Graph, evaluation: Evaluation) -> None:
        self.graph = graph
        self.evaluation = evaluation
        self.steps = self._steps()
        self.forward_steps = sum(step.kind is StepKind.FORWARD for step in self.steps)

    def __len__(self) -> int:
        return len(self.steps)

    def moment(self, done: int) -> Moment:
        """What is known after `done` steps."""
        steps = self.steps[:done]
        valued = {step.node for step in steps if step.kind is StepKind.FORWARD}
        values = tuple(
            value if node.operation is None or index in valued else None
            for index, (node, value) in enumerate(zip(self.graph.nodes, self.evaluation.values, strict=True))
        )
        gradients: list[float | None] = [None] * len(values)
        waiting = [len(self._varying_uses(index)) for index in range(len(values))]
        for step in steps:
            if step.kind is StepKind.SEED:
                gradients[step.node] = 1.0
            elif step.kind is StepKind.BACKWARD:
                for edge in self.evaluation.contributions[step.node]:
                    gradients[edge.source] = (gradients[edge.source] or 0.0) + edge.downstream
                    waiting[edge.source] -= 1
        return Moment(values, tuple(gradients), tuple(waiting))

    def arrived(self, index: int, done: int) -> tuple[Contribution, ...]:
        """What the node `index` has been handed in the first `done` steps, in their order."""
        nodes = [step.node for step in self.steps[:done] if step.kind is StepKind.BACKWARD]
        edges = (edge for node in nodes for edge in self.evaluation.contributions[node])
        return tuple(edge for edge in edges if edge.source == index)

    def is_faulty(self, step: Step) -> bool:
        """Whether this is the step that cannot be made."""
        fault = self.evaluation.fault
        return fault is not None and step == self.steps[-1] and step.node == fault.node

    def _steps(self) -> tuple[Step, ...]:
        nodes, fault = self.graph.nodes, self.evaluation.fault
        forward = [Step(StepKind.FORWARD, index) for index, node in enumerate(nodes) if node.operation is not None]
        if fault is not None and self.evaluation.values[-1] is None:
            return tuple(step for step in forward if step.node <= fault.node)
        backward = [
            Step(StepKind.BACKWARD, index)
            for index in reversed(range(len(nodes)))
            if nodes[index].operation is not None and nodes[index].varies
        ]
        if fault is not None:
            backward = [step for step in backward if step.node >= fault.node]
        return (*forward, Step(StepKind.SEED, self.graph.output), *backward)

    def _varying_uses(self, index: int) -> tuple[tuple[int, int], ...]:
        return self.graph.consumers(index) if self.graph.nodes[index].varies else ()
