"""This module names the ways of fitting an RBF network."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def centres_title(name: str) -> str:
    """A way to place centres."""
    return {
        "kmeans": QCoreApplication.translate("RbfPanel", "k-means"),
        "samples": QCoreApplication.translate("RbfPanel", "From samples"),
        "random": QCoreApplication.translate("RbfPanel", "At random"),
    }[name]


def widths_title(name: str) -> str:
    """A rule for widths."""
    return {
        "d_max": QCoreApplication.translate("RbfPanel", "Farthest pair"),
        "neighbours": QCoreApplication.translate("RbfPanel", "Neighbours"),
    }[name]


def widths_hint(name: str) -> str:
    """What the rule is."""
    return {
        "d_max": QCoreApplication.translate(
            "RbfPanel", "σ = d_max / √(2·units), the same for all; d_max is the largest distance of two centres"
        ),
        "neighbours": QCoreApplication.translate(
            "RbfPanel", "σ = the mean distance to the two nearest other centres, for each unit its own"
        ),
    }[name]


def everything_title(everything: bool) -> str:
    """What training may move."""
    if everything:
        return QCoreApplication.translate("RbfPanel", "Everything")
    return QCoreApplication.translate("RbfPanel", "Output layer")
