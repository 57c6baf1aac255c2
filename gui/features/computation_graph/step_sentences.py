"""A step of the walk as a person would write it down: the sentence, then each formula with the numbers put in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.expression import Contribution, Graph, Moment, Step, StepKind, Walk
from gui.words.error_text import error_text
from gui.words.number_text import MINUS, four_figures, without_dust

GAP = "      "  # between the product and where its local gradient comes from


def value_text(value: float | None) -> str:
    """A value with up to four figures, zeros at the end only where it is rounded; a dot where it is not known yet."""
    if value is None:
        return "·"
    value = without_dust(value)
    rounded = f"{value:.4g}"
    return rounded.replace("-", MINUS) if float(rounded) == value else four_figures(value)


def in_brackets(value: float | None) -> str:
    """The same, a negative one in brackets, so that it can stand behind a sign."""
    text = value_text(value)
    return f"({text})" if text.startswith("−") else text


def gradient_name(graph: Graph, index: int, of: str = "") -> str:
    """∂f/∂q for the node q; `of` names another numerator than the result."""
    return f"∂{of or graph.result}/∂{graph.nodes[index].name}"


def heading(walk: Walk, done: int) -> str:
    """Which step has been made last, in words."""
    translate = QCoreApplication.translate
    if done == 0:
        return translate("GraphSteps", "Before the first step")
    step = walk.steps[done - 1]
    name = walk.graph.nodes[step.node].name
    texts = {
        StepKind.FORWARD: translate("GraphSteps", "Step {step} of {steps} · forward · {name}"),
        StepKind.SEED: translate("GraphSteps", "Step {step} of {steps} · backward begins · {name}"),
        StepKind.BACKWARD: translate("GraphSteps", "Step {step} of {steps} · backward · {name}"),
    }
    return texts[step.kind].format(step=done, steps=len(walk), name=name)


def sentence(walk: Walk, done: int) -> str:
    """What happens in the step made last."""
    translate = QCoreApplication.translate
    if done == 0:
        if len(walk.graph.nodes) == 1:
            return translate("GraphSteps", "The expression is a single value; its gradient is 1.")
        return translate(
            "GraphSteps",
            "The variables have their values. Each step forward computes one node from its inputs; after the last node,"
            " each step backward hands gradients on from one node to its inputs.",
        )
    step = walk.steps[done - 1]
    if walk.is_faulty(step):
        fault = walk.evaluation.fault
        assert fault is not None
        return translate("GraphSteps", "Here it cannot go on, at {name}: {reason}").format(
            name=walk.graph.nodes[step.node].name, reason=error_text(fault.text)
        )
    return _usual_sentence(walk, step)


def _usual_sentence(walk: Walk, step: Step) -> str:
    translate = QCoreApplication.translate
    node = walk.graph.nodes[step.node]
    if step.kind is StepKind.FORWARD:
        inputs = ", ".join(value_text(walk.evaluation.values[source]) for source in node.inputs)
        return translate("GraphSteps", "{name} receives {inputs} and computes {value}.").format(
            name=node.name, inputs=inputs, value=value_text(walk.evaluation.values[step.node])
        )
    if step.kind is StepKind.SEED:
        return translate(
            "GraphSteps", "The result changes as much as itself, so its gradient is 1. From here on, gradients go back."
        )
    return translate(
        "GraphSteps",
        "{name} has received the gradient {upstream}. To each input it hands on upstream × local = downstream.",
    ).format(name=node.name, upstream=value_text(walk.evaluation.gradients[step.node]))


def formulas(walk: Walk, done: int) -> list[str]:
    """The formulas of the step made last, each with its numbers put in."""
    if done == 0:
        return []
    step = walk.steps[done - 1]
    if step.kind is StepKind.SEED:
        return [f"{gradient_name(walk.graph, step.node)} = 1"]
    if step.kind is StepKind.FORWARD:
        return [_value_formula(walk, step.node)]
    lines = []
    moment = walk.moment(done)
    for edge in walk.evaluation.contributions[step.node]:
        lines.append(_edge_formula(walk, edge))
        later = [other.place for other in walk.evaluation.contributions[step.node] if other.source == edge.source]
        if edge.place == later[-1] and len(walk.graph.consumers(edge.source)) > 1:
            lines.append(_sum_formula(walk, edge.source, done, moment))
    return lines


def _value_formula(walk: Walk, index: int) -> str:
    node, values = walk.graph.nodes[index], walk.evaluation.values
    assert node.operation is not None
    general = node.operation.written(_words(walk.graph, index))
    numbers = node.operation.written([in_brackets(values[source]) for source in node.inputs])
    parts = [node.name, general, numbers] if general != numbers else [node.name, general]
    return " = ".join([*parts, *([value_text(values[index])] if values[index] is not None else [])])


def _edge_formula(walk: Walk, edge: Contribution) -> str:
    """∂f/∂x ← ∂f/∂q × ∂q/∂x = (−4) × 1 = −4, and where the local gradient comes from."""
    graph, values = walk.graph, walk.evaluation.values
    node = graph.nodes[edge.consumer]
    assert node.operation is not None
    local = gradient_name(graph, edge.source, of=node.name)
    general = node.operation.written_slopes(_words(graph, edge.consumer), node.name)[edge.place]
    numbers = node.operation.written_slopes(
        [in_brackets(values[source]) for source in node.inputs], in_brackets(values[edge.consumer])
    )[edge.place]
    if _bare(numbers):
        numbers = numbers[1:-1]
    steps = list(dict.fromkeys([local, general, numbers, value_text(edge.local)]))
    several = len(graph.consumers(edge.source)) > 1
    target = gradient_name(graph, edge.source)
    chain = f"{gradient_name(graph, edge.consumer)} × {local}"
    product = f"{in_brackets(edge.upstream)} × {in_brackets(edge.local)} = {value_text(edge.downstream)}"
    if several:
        via = QCoreApplication.translate("GraphSteps", "{gradient} by way of {name}").format(
            gradient=target, name=node.name
        )
        target = via
    return f"{target} = {chain} = {product}{GAP}{' = '.join(steps)}"


def _bare(text: str) -> bool:
    """Whether the text is one negative number in brackets."""
    return text.startswith("(−") and text.endswith(")") and text.count("(") == 1


def _sum_formula(walk: Walk, index: int, done: int, moment: Moment) -> str:
    arrived = walk.arrived(index, done)
    total = " + ".join(in_brackets(edge.downstream) for edge in arrived)
    line = f"{gradient_name(walk.graph, index)} = {total}"
    if len(arrived) > 1:
        line += f" = {value_text(moment.gradients[index])}"
    if moment.waiting[index]:
        translate = QCoreApplication.translate
        line += " + …  " + translate("GraphSteps", "({count} more to come)").format(count=moment.waiting[index])
    return line


def _words(graph: Graph, index: int) -> list[str]:
    return [graph.nodes[source].name or in_brackets(graph.nodes[source].number) for source in graph.nodes[index].inputs]
