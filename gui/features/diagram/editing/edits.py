"""The canvas edits the document with these functions; each call is one undoable step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from engine.network.layer_copy import LayerCopy
from gui.document import commands
from gui.document.document import Document
from gui.features.diagram.geometry.target import Target
from gui.features.diagram.values import Floats, Values
from gui.words.network_names import INPUTS

Insert = Callable[[Document, int, Sequence[LayerCopy], Values | None], bool]


def n_layers(document: Document) -> int:
    """Layers of the network, the output layer included."""
    return len(document.project.network.layers)


def is_hidden(document: Document, layer: int | None) -> bool:
    """Whether `layer` is a hidden layer of the network."""
    return layer is not None and 0 <= layer < n_layers(document) - 1


def add_layer(document: Document, index: int, values: Values | None) -> bool:
    """Add a hidden layer that will stand at `index`; whether something changed.

    values: the weights on screen, here and in what follows; those of layers that the edit leaves alone stay.
    """
    return commands.add_layer(document, min(max(index, 0), n_layers(document) - 1), current=_flat(document, values))


def remove_layers(document: Document, layers: Sequence[int], values: Values | None) -> bool:
    """Remove the hidden ones of `layers`; whether something changed. Without any it is refused with a sentence."""
    asked = [layer for layer in layers if layer != INPUTS]
    hidden = [layer for layer in asked if is_hidden(document, layer)]
    return bool(asked) and commands.remove_layers(document, hidden or asked, _flat(document, values))


def remove_units(document: Document, neurons: Iterable[Target], values: Values | None) -> bool:
    """Remove those of `neurons` that are hidden; whether something changed. Without any it is refused likewise."""
    chosen: dict[int, list[int]] = {}
    for neuron in neurons:
        if neuron.unit is not None:
            chosen.setdefault(neuron.layer, []).append(neuron.unit)
    hidden = {layer: units for layer, units in chosen.items() if is_hidden(document, layer)}
    if not hidden and INPUTS in chosen:
        document.noticed.emit(
            QCoreApplication.translate("Diagram", "The inputs follow the data set; choose other data to change them.")
        )
        return False
    return bool(chosen) and commands.remove_units(document, hidden or chosen, _flat(document, values))


def can_move(document: Document, target: Target | None) -> bool:
    """Whether `target` is one of several hidden layers, which can be dragged by their names."""
    if target is None or target.kind != "layer" or n_layers(document) < 3:
        return False
    return is_hidden(document, target.layer)


def move_layer(document: Document, layer: int, index: int, values: Values | None) -> bool:
    """Put a hidden layer at `index` among the others; whether something changed."""
    return commands.move_layer(document, layer, index, _flat(document, values))


def cut_layers(document: Document, layers: Sequence[int], values: Values | None) -> bool:
    """Remove hidden layers that were put on the clipboard; whether something changed."""
    return commands.cut_layers(document, layers, _flat(document, values))


def paste_layers(document: Document, index: int, copies: Sequence[LayerCopy], values: Values | None) -> bool:
    """Insert copied layers that will stand from `index` on; whether something changed."""
    return commands.paste_layers(document, index, copies, _flat(document, values))


def duplicate_layers(document: Document, index: int, copies: Sequence[LayerCopy], values: Values | None) -> bool:
    """Insert copies of layers behind them, from `index` on; whether something changed."""
    return commands.duplicate_layers(document, index, copies, _flat(document, values))


def change_units(document: Document, layer: int | None, step: int, values: Values | None) -> bool:
    """Add or take units of a hidden layer; whether something changed. The outputs refuse, with a sentence."""
    if layer is None or layer == INPUTS:
        return False
    return set_units(document, layer, document.project.network.layers[layer].units + step, values)


def set_units(document: Document, layer: int, units: int, values: Values | None) -> bool:
    """Give a hidden layer a number of units; whether something changed. Impossible numbers are refused likewise."""
    return commands.set_units(document, layer, units, _flat(document, values))


def set_activation(document: Document, layer: int, name: str) -> bool:
    """Give a layer an activation function; whether something changed."""
    return layer != INPUTS and commands.set_activation(document, layer, name)


def set_value(document: Document, values: Values, target: Target, value: float, name: str) -> bool:
    """Make the weights as they are now, with one weight or bias changed, the new start; whether something changed."""
    if values.get(target) == value:
        return False
    return commands.set_value(document, values.parameters, values.position(target), value, name)


def allowed_activations(document: Document, layer: int) -> list[str]:
    """The functions that the layer can have: softmax on two outputs or more, Gaussian on the first hidden layer."""
    from engine.spec.activations import ACTIVATIONS

    spec = document.project.network.layers[layer]
    last = n_layers(document) - 1
    compares, is_radial = layer == last and spec.units > 1, layer == 0 and last > 0
    return [
        entry.name
        for entry in ACTIVATIONS.values()
        if (compares or not entry.compares_units) and (is_radial or not entry.is_radial)
    ]


def _flat(document: Document, values: Values | None) -> Floats | None:
    """The weights on screen; None where none of this network are, as just after another edit."""
    if values is None or values.network.sizes != document.project.network.sizes:
        return None
    return values.parameters
