"""What the canvas does to the document: each function is one undoable step."""

from __future__ import annotations

from gui import commands
from gui.diagram.target import INPUTS, Target
from gui.diagram.values import Values
from gui.document import Document


def n_layers(document: Document) -> int:
    """Layers of the network, the output layer included."""
    return len(document.project.network.layers)


def is_hidden(document: Document, layer: int | None) -> bool:
    """Whether `layer` is a hidden layer of the network."""
    return layer is not None and 0 <= layer < n_layers(document) - 1


def add_layer(document: Document, index: int) -> bool:
    """Add a hidden layer that will stand at `index`; whether something changed."""
    return commands.add_layer(document, min(max(index, 0), n_layers(document) - 1))


def remove_layer(document: Document, layer: int | None) -> bool:
    """Remove a hidden layer; whether something changed. The outputs refuse, with a sentence in `document.noticed`."""
    return layer is not None and layer != INPUTS and commands.remove_layer(document, layer)


def change_units(document: Document, layer: int | None, step: int) -> bool:
    """Add or take units of a hidden layer; whether something changed. The outputs refuse, with a sentence."""
    if layer is None or layer == INPUTS:
        return False
    return set_units(document, layer, document.project.network.layers[layer].units + step)


def set_units(document: Document, layer: int, units: int) -> bool:
    """Give a hidden layer a number of units; whether something changed. Impossible numbers are refused likewise."""
    return commands.set_units(document, layer, units)


def set_activation(document: Document, layer: int, name: str) -> bool:
    """Give a layer an activation function; whether something changed."""
    return layer != INPUTS and commands.set_activation(document, layer, name)


def set_value(document: Document, values: Values, target: Target, value: float, name: str) -> bool:
    """Make the weights as they are now, with one weight or bias changed, the new start; whether something changed."""
    if values.get(target) == value:
        return False
    return commands.set_value(document, values.parameters, values.position(target), value, name)


def allowed_activations(document: Document, layer: int) -> list[str]:
    """The functions that the layer can have: softmax on outputs of two units or more, the others anywhere."""
    from engine.activations import ACTIVATIONS

    spec = document.project.network.layers[layer]
    softmax = layer == n_layers(document) - 1 and spec.units > 1
    return [name for name in ACTIVATIONS if name != "gaussian" and (name != "softmax" or softmax)]
