"""What the comparison says: names of networks, the slides' claim, and what a region looks like."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.analysis.region_shape import RegionShape
from engine.project.comparison import NO_HIDDEN, ONE_HIDDEN, RBF, TWO_HIDDEN, CandidateMoment
from engine.spec.plural import filled


def candidate_title(name: str) -> str:
    """What the network is called."""
    translate = QCoreApplication.translate
    return {
        NO_HIDDEN: translate("Comparison", "No hidden layer"),
        ONE_HIDDEN: translate("Comparison", "One hidden layer"),
        TWO_HIDDEN: translate("Comparison", "Two hidden layers"),
        RBF: translate("Comparison", "RBF"),
    }[name]


def claim(name: str) -> str:
    """What the slides' table says of such a network; a dash where it says nothing."""
    translate = QCoreApplication.translate
    return {
        NO_HIDDEN: translate("Comparison", "half-plane"),
        ONE_HIDDEN: translate("Comparison", "convex region"),
        TWO_HIDDEN: translate("Comparison", "arbitrary"),
        RBF: "–",
    }[name]


def found(candidate: CandidateMoment) -> str:
    """What the region looks like that has been learned."""
    translate = QCoreApplication.translate
    if candidate.diverged:
        return translate("Comparison", "diverged: lower the learning rate")
    if candidate.undecided:
        return translate("Comparison", "undecided: on the threshold everywhere")
    if candidate.shape is None:
        return translate("Comparison", "several outputs or values")
    return _shape_text(candidate.shape)


def _shape_text(shape: RegionShape) -> str:
    translate = QCoreApplication.translate
    if shape.parts > 1:
        return filled(translate("Comparison", "{count} separate parts"), count=shape.parts)
    if shape.parts == 0:
        return translate("Comparison", "nothing")
    if shape.half_plane:
        return translate("Comparison", "half-plane")
    return translate("Comparison", "convex") if shape.convex else translate("Comparison", "one part, not convex")


def contradicts(candidate: CandidateMoment) -> bool:
    """Whether the learned region is one that the slides' table does not allow for."""
    shape = candidate.shape
    if shape is None or shape.parts == 0:
        return False
    if candidate.name == NO_HIDDEN:
        return not (shape.convex or shape.half_plane)
    return candidate.name == ONE_HIDDEN and not shape.convex
