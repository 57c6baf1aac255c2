"""This module makes undoable edits of the network's structure; they return whether something changed.

`current` are the parameters as the window shows them, flat: those of the layers that an edit leaves alone stay.
Without them they are as the project's run or start has them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from numpy.typing import ArrayLike
from PySide6.QtCore import QCoreApplication

from engine.network.layer_copy import LayerCopy
from engine.project import edits
from engine.spec.plural import filled
from gui.document.commands.push import push
from gui.document.document import Document
from gui.words.activation_words import activation_name


def add_layer(document: Document, index: int, units: int = 3, current: ArrayLike | None = None) -> bool:
    """Put a hidden layer of `units` at place `index`."""
    text = filled(QCoreApplication.translate("Commands", "Add a layer of {units} units"), units=units)
    return push(document, text, lambda project: edits.add_layer(project, index, units, current=current))


def remove_layer(document: Document, index: int, current: ArrayLike | None = None) -> bool:
    """Take hidden layer `index` away."""
    return remove_layers(document, (index,), current)


def remove_layers(document: Document, indices: Sequence[int], current: ArrayLike | None = None) -> bool:
    """Take these hidden layers away."""
    if len(indices) == 1:
        text = QCoreApplication.translate("Commands", "Remove hidden layer {number}").format(number=indices[0] + 1)
    else:
        text = filled(QCoreApplication.translate("Commands", "Remove {count} layers"), count=len(indices))
    return push(document, text, lambda project: edits.remove_layers(project, indices, current))


def cut_layers(document: Document, indices: Sequence[int], current: ArrayLike | None = None) -> bool:
    """Take hidden layers away that stand on the clipboard."""
    text = QCoreApplication.translate("Commands", "Cut out layers")
    return push(document, text, lambda project: edits.remove_layers(project, indices, current))


def move_layer(document: Document, index: int, new_index: int, current: ArrayLike | None = None) -> bool:
    """Put hidden layer `index` at `new_index` among the others."""
    text = QCoreApplication.translate("Commands", "Move hidden layer {number} to place {place}")
    text = text.format(number=index + 1, place=new_index + 1)
    return push(document, text, lambda project: edits.move_layer(project, index, new_index, current))


def set_units(document: Document, index: int, units: int, current: ArrayLike | None = None) -> bool:
    """Give hidden layer `index` so many units."""
    text = QCoreApplication.translate("Commands", "Give layer {number} {units} units")
    text = filled(text, number=index + 1, units=units)
    return push(document, text, lambda project: edits.set_units(project, index, units, current), f"units:{index}")


def remove_units(document: Document, chosen: Mapping[int, Sequence[int]], current: ArrayLike | None = None) -> bool:
    """Take these units away, given for each layer."""
    count = sum(len(units) for units in chosen.values())
    if count == 1:
        text = QCoreApplication.translate("Commands", "Remove a unit")
    else:
        text = filled(QCoreApplication.translate("Commands", "Remove {count} units"), count=count)
    return push(document, text, lambda project: edits.remove_units(project, chosen, current))


def paste_layers(document: Document, index: int, copies: Sequence[LayerCopy], current: ArrayLike | None = None) -> bool:
    """Put copied layers at place `index`."""
    text = QCoreApplication.translate("Commands", "Paste layers")
    return push(document, text, lambda project: edits.insert_layers(project, index, copies, current))


def duplicate_layers(
    document: Document, index: int, copies: Sequence[LayerCopy], current: ArrayLike | None = None
) -> bool:
    """Put copies of layers at place `index`, behind them."""
    text = QCoreApplication.translate("Commands", "Duplicate layers")
    return push(document, text, lambda project: edits.insert_layers(project, index, copies, current))


def set_hidden_layers(
    document: Document, hidden: Sequence[tuple[int, str | None]], current: ArrayLike | None = None
) -> bool:
    """Take over a ready network: its hidden layers, of so many units and this activation each."""
    text = QCoreApplication.translate("Commands", "Take over a ready network")
    return push(document, text, lambda project: edits.set_hidden_layers(project, hidden, current))


def set_activation(document: Document, index: int, name: str) -> bool:
    """Give layer `index` the activation `name`."""
    text = QCoreApplication.translate("Commands", "Set the activation of layer {number} to {activation}")
    text = text.format(number=index + 1, activation=activation_name(name))
    return push(document, text, lambda project: edits.set_activation(project, index, name))


def change_network(document: Document, **changes: Any) -> bool:
    """Change `initialization` or `initial_range`."""
    if "initialization" in changes:
        text = QCoreApplication.translate("Commands", "Change how the start is drawn")
    else:
        text = QCoreApplication.translate("Commands", "Change the initial range")
    return push(
        document,
        text,
        lambda project: edits.set_network(project, **changes),
        merge_key="network:" + ",".join(sorted(changes)),
    )
