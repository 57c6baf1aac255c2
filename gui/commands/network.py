"""Undoable edits of the network: layers, units, activations, and how the start is drawn."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from engine import project_edits
from gui.commands.push import push
from gui.document import Document
from gui.engine_names import activation_name


def add_layer(document: Document, index: int, units: int = 3) -> bool:
    """Put a hidden layer of `units` at place `index`. True if something changed, here and in all commands."""
    text = QCoreApplication.translate("Commands", "Add a layer of {units} units").format(units=units)
    return push(document, text, lambda project: project_edits.add_layer(project, index, units))


def remove_layer(document: Document, index: int) -> bool:
    """Take hidden layer `index` away."""
    text = QCoreApplication.translate("Commands", "Remove hidden layer {number}").format(number=index + 1)
    return push(document, text, lambda project: project_edits.remove_layer(project, index))


def set_units(document: Document, index: int, units: int) -> bool:
    """Give hidden layer `index` so many units."""
    text = QCoreApplication.translate("Commands", "Give layer {number} {units} units")
    text = text.format(number=index + 1, units=units)
    return push(document, text, lambda project: project_edits.set_units(project, index, units), f"units:{index}")


def set_activation(document: Document, index: int, name: str) -> bool:
    """Give layer `index` the activation `name`."""
    text = QCoreApplication.translate("Commands", "Set the activation of layer {number} to {activation}")
    text = text.format(number=index + 1, activation=activation_name(name))
    return push(document, text, lambda project: project_edits.set_activation(project, index, name))


def change_network(document: Document, **changes: Any) -> bool:
    """Change `initialization` or `initial_range`."""
    if "initialization" in changes:
        text = QCoreApplication.translate("Commands", "Change how the start is drawn")
    else:
        text = QCoreApplication.translate("Commands", "Change the initial range")
    return push(
        document,
        text,
        lambda project: project_edits.set_network(project, **changes),
        merge_key="network:" + ",".join(sorted(changes)),
    )
