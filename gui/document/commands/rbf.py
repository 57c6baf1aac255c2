"""This module makes undoable edits of RBF layers; `current` are the flat parameters on screen."""

from __future__ import annotations

from numpy.typing import ArrayLike
from PySide6.QtCore import QCoreApplication

from engine.project.edits import rbf as edits
from gui.document.commands.push import push
from gui.document.document import Document


def make_rbf(document: Document) -> bool:
    """Make the first hidden layer an RBF layer, or put one in."""
    text = QCoreApplication.translate("Commands", "Make an RBF network")
    return push(document, text, edits.make_rbf)


def place(document: Document, current: ArrayLike, centres_by: str, widths_by: str, factor: float) -> bool:
    """Place centres and set widths by the rules that are named."""
    text = QCoreApplication.translate("Commands", "Place the centres")
    return push(document, text, lambda project: edits.place(project, current, centres_by, widths_by, factor))


def set_widths(document: Document, current: ArrayLike, widths_by: str, factor: float) -> bool:
    """Set the widths by a rule; changes of it in quick succession are one step."""
    text = QCoreApplication.translate("Commands", "Set the widths")
    return push(document, text, lambda project: edits.set_widths(project, current, widths_by, factor), "rbf_widths")


def solve_output(document: Document, current: ArrayLike) -> bool:
    """Find the output weights by least squares."""
    text = QCoreApplication.translate("Commands", "Solve for the output weights")
    return push(document, text, lambda project: edits.solve_output(project, current))


def set_trained(document: Document, current: ArrayLike, everything: bool) -> bool:
    """Train everything, or the output layer alone."""
    translate = QCoreApplication.translate
    text = translate("Commands", "Train everything") if everything else translate("Commands", "Train the output only")
    return push(document, text, lambda project: edits.set_trained(project, current, everything))


def move_centre(document: Document, current: ArrayLike, unit: int, centre: ArrayLike, gesture: int) -> bool:
    """Move the centre of one unit; the moves of one `gesture` are one step."""
    text = QCoreApplication.translate("Commands", "Move centre {number}").format(number=unit + 1)
    return push(
        document,
        text,
        lambda project: edits.move_centre(project, current, unit, centre),
        f"move_centre:{unit}:{gesture}",
        is_gesture=True,
    )


def set_width(document: Document, current: ArrayLike, unit: int, width: float, gesture: int) -> bool:
    """Change the width of one unit; the changes of one `gesture` are one step."""
    text = QCoreApplication.translate("Commands", "Set width {number}").format(number=unit + 1)
    return push(
        document,
        text,
        lambda project: edits.set_width(project, current, unit, width),
        f"set_width:{unit}:{gesture}",
        is_gesture=True,
    )
