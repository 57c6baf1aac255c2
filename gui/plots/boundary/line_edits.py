"""Moving, turning and flipping lines as undoable steps: a gesture of the mouse is one, however far it goes."""

from __future__ import annotations

import itertools

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from engine.project_edits import set_parameters
from gui.commands.push import push
from gui.document import Document

_numbers = itertools.count()


class LineStep:
    """One undoable step that grows while a gesture goes on, and can be taken back without a trace."""

    def __init__(self, document: Document, text: str) -> None:
        self._document, self._text = document, text
        self._key = f"boundary:{next(_numbers)}"
        self._index: int | None = None

    def set(self, values: NDArray[np.float64]) -> None:
        """Make `values` the weights; later calls widen the same step."""
        if push(self._document, self._text, lambda p: set_parameters(p, values), self._key, is_gesture=True):
            self._index = self._document.undo_stack.index()

    def take_back(self) -> None:
        """Undo the step and forget it: nothing is left to redo; a run that it ended comes back."""
        stack = self._document.undo_stack
        if self._index is None or stack.index() != self._index:
            return
        stack.undo()
        stack.command(stack.index()).setObsolete(True)
        stack.redo()  # drops an obsolete step without applying it
        self._index = None


def set_weights(document: Document, text: str, values: NDArray[np.float64], kind: str) -> bool:
    """Make `values` the weights by a key; keys of the same `kind`, if any, in quick succession are one step."""
    return push(document, text, lambda p: set_parameters(p, values), f"boundary:key:{kind}" if kind else "")


def move_text(name: str) -> str:
    """What the step is called in the undo history."""
    return QCoreApplication.translate("BoundaryLines", "Move the line of {name}").format(name=name)


def turn_text(name: str) -> str:
    """What the step is called in the undo history."""
    return QCoreApplication.translate("BoundaryLines", "Turn the line of {name}").format(name=name)


def flip_text(name: str) -> str:
    """What the step is called in the undo history."""
    return QCoreApplication.translate("BoundaryLines", "Flip the line of {name}").format(name=name)
