"""Lines are moved, turned and flipped in undoable steps."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from engine.project.edits.weights import set_values
from gui.document.commands.push import push
from gui.document.document import Document


def set_weights(document: Document, text: str, values: NDArray[np.float64], kind: str) -> bool:
    """Make `values` the weights by a key; keys of the same `kind`, if any, in quick succession are one step."""
    return push(document, text, lambda p: set_values(p, values), f"boundary:key:{kind}" if kind else "")


def move_text(name: str) -> str:
    """What the step is called in the undo history."""
    return QCoreApplication.translate("BoundaryLines", "Move the line of {name}").format(name=name)


def turn_text(name: str) -> str:
    """What the step is called in the undo history."""
    return QCoreApplication.translate("BoundaryLines", "Turn the line of {name}").format(name=name)


def flip_text(name: str) -> str:
    """What the step is called in the undo history."""
    return QCoreApplication.translate("BoundaryLines", "Flip the line of {name}").format(name=name)
