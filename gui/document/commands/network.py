"""Undoable edits of the network: activations, and how the start is drawn."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from engine.project import edits
from gui.document.commands.push import push
from gui.document.document import Document
from gui.words.activation_words import activation_name


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
