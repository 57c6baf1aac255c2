"""This module declares the tabs of back-propagation: names, titles and the projects that they fit; and its page."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from engine.project.project import Project
from engine.spec.activations import ACTIVATIONS
from engine.spec.rules import RULE_TABLE
from gui.toolkit.containers.pages import PageSpec
from gui.toolkit.containers.tabbed_card import tab_spec

PAGE = PageSpec("inside")


def _is_dense(project: Project) -> bool:
    return all(layer.kind == "dense" for layer in project.network.layers)


def _has_slopes(project: Project) -> bool:
    """Back-propagation needs slopes everywhere; the perceptron rule does without it."""
    smooth = all(ACTIVATIONS[layer.activation].has_gradient for layer in project.network.layers)
    return smooth and RULE_TABLE[project.training.rule].gradient


STEPS = tab_spec(
    "steps",
    QT_TRANSLATE_NOOP("Tabs", "Step by step"),
    QT_TRANSLATE_NOOP("Tabs", "Back-propagation of one sample in seven steps"),
    fits=_has_slopes,
    page="inside",
)
FUNCTIONS = tab_spec(
    "functions",
    QT_TRANSLATE_NOOP("Tabs", "Functions"),
    QT_TRANSLATE_NOOP("Tabs", "Activation functions and their derivatives"),
    fits=_is_dense,
    page="inside",
)
MATRICES = tab_spec(
    "matrices",
    QT_TRANSLATE_NOOP("Tabs", "Matrices"),
    QT_TRANSLATE_NOOP("Tabs", "Forward and backward pass of the whole set as matrices"),
    fits=lambda project: _is_dense(project) and _has_slopes(project),
    page="inside",
)
MILESTONES = tab_spec(
    "milestones",
    QT_TRANSLATE_NOOP("Tabs", "Milestones"),
    QT_TRANSLATE_NOOP("Tabs", "What the network answered after certain epochs"),
)
