"""This module says in a sentence what a line of the code is for, and which parts of the diagram it concerns."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.analysis.numpy_code.code_run import PARAMETERS, CodeLine
from engine.network.back_propagation import ADJUST, DEVIATION, GRADIENTS, INITIALISE, OUTPUTS
from engine.spec.specs import NetworkSpec

PartKey = tuple[int, ...]
MOST_PARTS = 2000
"""More parts that stand out could not be told from all."""


def line_sentence(line: CodeLine) -> str:
    """The section of the line, and what it computes."""
    translate = QCoreApplication.translate
    section = {
        PARAMETERS: translate("CodeTexts", "Parameters"),
        "forward": translate("CodeTexts", "Forward"),
        "loss": translate("CodeTexts", "Error"),
        "backward": translate("CodeTexts", "Backward"),
        "update": translate("CodeTexts", "Update"),
    }[line.section]
    return translate("CodeTexts", "{section}: {what}").format(section=section, what=_what(line))


def _what(line: CodeLine) -> str:
    translate = QCoreApplication.translate
    first = line.values[0] if line.values else None
    if line.section == PARAMETERS:
        return translate("CodeTexts", "as they stand now; a double click on the numbers changes them.")
    if line.section == "update":
        return translate("CodeTexts", "the parameters change as the training rule says.")
    if first is None or first.of:
        return translate("CodeTexts", "the gradient of the mean error, an array for each parameter.")
    if line.section == "loss":
        return translate("CodeTexts", "the error, summed over the samples in x.")
    if first.layer == -1:
        return translate("CodeTexts", "the inputs are what feeds the first layer.")
    texts = {
        "gap": translate("CodeTexts", "how far the inputs are from each centre of layer {number}."),
        "net": translate("CodeTexts", "the net inputs of layer {number}."),
        "o": translate("CodeTexts", "the outputs of layer {number}, f(net)."),
        "delta": translate("CodeTexts", "δ = −∂E/∂net of layer {number}."),
    }
    text = texts.get(first.kind, translate("CodeTexts", "the mean over the samples."))
    return text.format(number=(first.layer or 0) + 1)


def line_step(line: CodeLine) -> int:
    """The step of the lecture's flow to which the line belongs."""
    if line.section == "backward":
        is_delta = bool(line.values) and line.values[0].kind == "delta"
        return GRADIENTS if is_delta else ADJUST
    return {PARAMETERS: INITIALISE, "forward": OUTPUTS, "loss": DEVIATION}.get(line.section, ADJUST)


def line_parts(line: CodeLine, network: NetworkSpec) -> frozenset[PartKey]:
    """Neurons (layer, unit) and connections (layer, unit, input) that the line is about; the output layer's for E."""
    last = len(network.layers) - 1
    if line.section == "loss":
        return frozenset(_neurons(network, last))
    parts: set[PartKey] = set()
    for value in line.values:
        if value.layer is None:
            continue
        if value.kind in ("W", "C", "net", "gap"):
            parts |= set(_connections(network, value.layer))
        if value.kind not in ("W", "C"):
            parts |= set(_neurons(network, value.layer))
        if value.kind == "delta" and value.layer < last:
            parts |= set(_connections(network, value.layer + 1))
    return frozenset(parts) if len(parts) <= MOST_PARTS else frozenset()


def _neurons(network: NetworkSpec, layer: int) -> list[PartKey]:
    return [(layer, unit) for unit in range(network.sizes[layer + 1])]


def _connections(network: NetworkSpec, layer: int) -> list[PartKey]:
    inputs, units = network.sizes[layer : layer + 2]
    if inputs * units > MOST_PARTS:
        return []
    return [(layer, unit, source) for unit in range(units) for source in range(inputs)]
