"""This module names layers and neurons for the user."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.network.layer_parameters import parameter_place
from engine.spec.plural import filled
from engine.spec.specs import NetworkSpec
from gui.words.notation import Notation
from gui.words.symbols import Symbols

INPUTS = -1
"""The number of the inputs among the layers; the first layer is 0."""


def layer_title(layer: int, n_layers: int) -> str:
    """The name of a layer: "Inputs", "Hidden layer 1", "Output layer"."""
    if layer == INPUTS:
        return QCoreApplication.translate("Diagram", "Inputs")
    if layer == n_layers - 1:
        return QCoreApplication.translate("Diagram", "Output layer")
    return QCoreApplication.translate("Diagram", "Hidden layer {number}").format(number=layer + 1)


def short_title(layer: int, n_layers: int) -> str:
    """The same for narrow columns: "Inputs", "Hidden 1", "Output"."""
    if layer == INPUTS:
        return QCoreApplication.translate("Diagram", "Inputs")
    if layer == n_layers - 1:
        return QCoreApplication.translate("Diagram", "Output")
    return QCoreApplication.translate("Diagram", "Hidden {number}").format(number=layer + 1)


def tiny_title(layer: int, n_layers: int) -> str:
    """The same where there is hardly any room: "In", "H1", "Out"."""
    if layer == INPUTS:
        return QCoreApplication.translate("Diagram", "In")
    if layer == n_layers - 1:
        return QCoreApplication.translate("Diagram", "Out")
    return QCoreApplication.translate("Diagram", "H{number}").format(number=layer + 1)


def count_text(layer: int, units: int) -> str:
    """The size of a layer: "4 units", "1 unit", "2 features"."""
    if layer == INPUTS:
        return filled(QCoreApplication.translate("Diagram", "{count} features"), count=units)
    return filled(QCoreApplication.translate("Diagram", "{count} units"), count=units)


def neuron_name(notation: Notation, input_names: tuple[str, ...], layer: int, unit: int, n_layers: int) -> str:
    """The symbol of a neuron; an input that the data name otherwise than x1, x2 … has its own name."""
    if layer == INPUTS and unit < len(input_names) and input_names[unit] != f"x{unit + 1}":
        return input_names[unit]
    return notation.neuron(layer, unit, n_layers)


def bias_name(notation: Notation, neuron: str) -> str:
    """The name of a neuron's threshold or bias: "T of o₁"."""
    return QCoreApplication.translate("Diagram", "{bias} of {neuron}").format(bias=notation.bias(), neuron=neuron)


def parameter_name(notation: Notation, network: NetworkSpec, input_names: tuple[str, ...], index: int) -> str:
    """The name of one of the flat parameters, as the diagram names it: a weight, a bias, a centre or a width."""
    layer, source, unit = parameter_place(network, index)
    symbols = Symbols(notation, len(network.layers), input_names, network.rbf)
    if source is not None:
        return symbols.weight(layer, source, unit)
    return symbols.bias(layer, unit) if symbols.is_rbf(layer) else bias_name(notation, symbols.neuron(layer, unit))


def parameter_sign(notation: Notation, network: NetworkSpec, index: int) -> float:
    """What turns a parameter into the number on show: −1 for a bias that the lecture writes as a threshold T = −b."""
    layer, source, _ = parameter_place(network, index)
    is_bias = source is None and not (network.rbf and layer == 0)
    return notation.bias_value(1.0) if is_bias else 1.0
