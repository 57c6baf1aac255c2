"""The names of the races, and of the settings that can be varied with their values."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.spec.rules import RULE_TABLE
from gui.words.activation_words import activation_title
from gui.words.rule_words import rule_title


def race_title(name: str) -> str:
    """How the list of races calls it."""
    translate = QCoreApplication.translate
    return {
        "own_project": translate("Comparison", "This project, varied"),
        "depth": translate("Comparison", "Regions by depth"),
        "rates": translate("Comparison", "Learning rates"),
        "momentum": translate("Comparison", "Momentum"),
        "activations": translate("Comparison", "Activations in depth"),
        "rules": translate("Comparison", "Rules"),
    }[name]


def race_hint(name: str) -> str:
    """What that list says of it."""
    translate = QCoreApplication.translate
    return {
        "own_project": translate("Comparison", "The network, data and settings of the workbench, one setting varied"),
        "depth": translate("Comparison", "No hidden layer, one, two, and RBF units, on the same data"),
        "rates": translate("Comparison", "Too small, right, too large, from the same start"),
        "momentum": translate("Comparison", "Without momentum and with it, from the same start"),
        "activations": translate("Comparison", "Sigmoid against tanh against ReLU in four hidden layers"),
        "rules": translate("Comparison", "Gradient descent against rules that find their own steps"),
    }[name]


def value_title(name: str) -> str:
    """The name of a rule or an activation in the list of values."""
    return rule_title(name) if name in RULE_TABLE else activation_title(name)
