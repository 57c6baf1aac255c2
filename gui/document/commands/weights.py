"""This module makes undoable edits of weights and biases; the present parameters, edited, are the new start.

`current` are the parameters as the window shows them, flat; `chosen` says which of them an edit is about (bool, flat).
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import ArrayLike
from PySide6.QtCore import QCoreApplication

from engine.project.edits import weights as edits
from gui.document.commands.push import push
from gui.document.document import Document


def set_value(
    document: Document,
    current: ArrayLike,
    position: int,
    value: float,
    name: str,
    *,
    gesture: int | None = None,
    is_nudge: bool = False,
) -> bool:
    """Set one weight or bias, called `name`.

    Values that belong to the same `gesture`, a drag, are one step; so are nudges that follow each other quickly.
    """
    text = QCoreApplication.translate("Commands", "Set {name}").format(name=name)
    merge_key = f"set_value:{position}:{'nudge' if gesture is None else gesture}"
    return push(
        document,
        text,
        lambda project: edits.set_value(project, current, position, value),
        merge_key if is_nudge or gesture is not None else "",
        is_gesture=gesture is not None,
    )


def set_values(document: Document, current: ArrayLike, values: Mapping[int, float], name: str) -> bool:
    """Set the weights or biases at the positions in `values`, together called `name`, in one step."""
    text = QCoreApplication.translate("Commands", "Set {name}").format(name=name)
    return push(document, text, lambda project: edits.set_some(project, current, values))


def set_locked(document: Document, current: ArrayLike, chosen: ArrayLike, locked: bool, name: str) -> bool:
    """Lock what is chosen, called `name`, or unlock it."""
    translate = QCoreApplication.translate
    text = translate("Commands", "Lock {name}") if locked else translate("Commands", "Unlock {name}")
    return push(document, text.format(name=name), lambda project: edits.set_locked(project, current, chosen, locked))


def set_cut(document: Document, current: ArrayLike, chosen: ArrayLike, cut: bool, name: str) -> bool:
    """Cut the chosen connections, called `name`, or restore them with the weights that they had."""
    translate = QCoreApplication.translate
    text = translate("Commands", "Cut {name}") if cut else translate("Commands", "Restore {name}")
    return push(document, text.format(name=name), lambda project: edits.set_cut(project, current, chosen, cut))


def randomise(
    document: Document, current: ArrayLike, chosen: ArrayLike, name: str, rng: np.random.Generator | None = None
) -> bool:
    """Draw what is chosen anew, as for a new start."""
    drawn = rng or np.random.default_rng()
    text = QCoreApplication.translate("Commands", "Randomise {name}").format(name=name)
    return push(document, text, lambda project: edits.randomise(project, current, chosen, drawn))


def zero(document: Document, current: ArrayLike, chosen: ArrayLike, name: str) -> bool:
    """Set what is chosen to 0."""
    text = QCoreApplication.translate("Commands", "Set {name} to zero").format(name=name)
    return push(document, text, lambda project: edits.zero(project, current, chosen))


def negate(document: Document, current: ArrayLike, chosen: ArrayLike, name: str) -> bool:
    """Turn the sign of what is chosen."""
    text = QCoreApplication.translate("Commands", "Negate {name}").format(name=name)
    return push(document, text, lambda project: edits.negate(project, current, chosen))


def scale(document: Document, current: ArrayLike, chosen: ArrayLike, factor: float, name: str) -> bool:
    """Multiply what is chosen by `factor`."""
    text = QCoreApplication.translate("Commands", "Multiply {name} by {factor}")
    text = text.format(name=name, factor=f"{factor:g}")
    return push(document, text, lambda project: edits.scale(project, current, chosen, factor))
