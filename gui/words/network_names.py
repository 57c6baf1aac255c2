"""This module names layers and neurons for the user."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.spec.plural import filled
from gui.words.notation import Notation

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
