"""What the page says of regions by depth: the slides' claim, and what has been learned."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.project.race.depth import NO_HIDDEN, ONE_HIDDEN, RBF, TWO_HIDDEN
from engine.project.race.moment import ContenderMoment
from gui.words.plot_sentences import shape_text

_CLAIMS = (NO_HIDDEN, ONE_HIDDEN, TWO_HIDDEN, RBF)


def has_claim(name: str) -> bool:
    """Whether the slides' table has a line for such a contender."""
    return name in _CLAIMS


def claim(name: str) -> str:
    """What the slides' table says of such a network; a dash where it says nothing."""
    translate = QCoreApplication.translate
    return {
        NO_HIDDEN: translate("Comparison", "half-plane"),
        ONE_HIDDEN: translate("Comparison", "convex region"),
        TWO_HIDDEN: translate("Comparison", "arbitrary"),
        RBF: "–",
    }[name]


def found(contender: ContenderMoment) -> str:
    """What the region looks like that has been learned."""
    translate = QCoreApplication.translate
    if contender.diverged:
        return translate("Comparison", "diverged: lower the learning rate")
    if contender.undecided:
        return translate("Comparison", "undecided")
    if contender.shape is None:
        return translate("Comparison", "several outputs or values")
    return shape_text(contender.shape)


def contradicts(contender: ContenderMoment) -> bool:
    """Whether the learned region is one that the slides' table does not allow for."""
    shape = contender.shape
    if shape is None or shape.parts == 0:
        return False
    if contender.name == NO_HIDDEN:
        return not (shape.convex or shape.half_plane)
    return contender.name == ONE_HIDDEN and not shape.convex
