"""The numbers of an RBF layer are described as centres and widths, not as weights and biases."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.network.probing import PassedValues
from engine.spec.specs import NetworkSpec
from gui.features.diagram.geometry.target import Target
from gui.features.diagram.values import Values
from gui.words.notation import Notation, subscript
from gui.words.number_text import four_figures

_MOST_COORDINATES = 6


def is_rbf(network: NetworkSpec, layer: int) -> bool:
    """Whether `layer` is an RBF layer."""
    return 0 <= layer < len(network.layers) and network.layers[layer].kind == "rbf"


def sign(network: NetworkSpec, notation: Notation, target: Target) -> float:
    """What turns a stored number into the one on show: −1 for a bias that the lecture writes as a threshold T = −b."""
    return notation.bias_value(1.0) if target.kind == "bias" and not is_rbf(network, target.layer) else 1.0


def symbol(target: Target) -> str:
    """The name of a number of an RBF layer: c₁₂ is coordinate 1 of the centre of unit 2, σ₂ its width."""
    unit = subscript((target.unit or 0) + 1)
    return f"c{subscript((target.input or 0) + 1)}{unit}" if target.kind == "connection" else f"σ{unit}"


def centre_sentence(target: Target, value: str, source: str, neuron: str) -> str:
    """What a line from an input to an RBF unit stands for."""
    return QCoreApplication.translate(
        "Diagram", "{name} = {value}, the coordinate along {source} of the centre of {neuron}."
    ).format(name=symbol(target), value=value, source=source, neuron=neuron)


def width_sentence(target: Target, value: str, neuron: str) -> str:
    """What stands where other units have a bias."""
    return QCoreApplication.translate("Diagram", "{name} = {value}, the width of {neuron}, always above 0.").format(
        name=symbol(target), value=value, neuron=neuron
    )


def answer_formula(target: Target, name: str, values: Values | None, passed: PassedValues | None) -> str:
    """An RBF unit's formula with its centre and width put in, and the answer to what passes through."""
    unit = target.unit or 0
    index = subscript(unit + 1)
    formula = f"{name} = exp(−‖x − c{index}‖² / 2σ{index}²)"
    if values is None:
        return formula
    centres, widths = values.layers[target.layer]
    shown = [four_figures(float(value), beside=0.0) for value in centres[:_MOST_COORDINATES, unit]]
    centre = ", ".join(shown) + (", …" if len(centres) > _MOST_COORDINATES else "")
    text = f"{formula}, c{index} = ({centre}), σ{index} = {four_figures(float(widths[unit]), beside=0.0)}"
    if passed is None:
        return text
    net, out = passed.net_inputs[target.layer][unit], passed.activations[target.layer][unit]
    return f"{text} = exp(−{four_figures(float(net))}) = {four_figures(float(out))}"
