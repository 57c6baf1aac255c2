"""What the engine's names are called inside a sentence, in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def activation_name(name: str) -> str:
    """The activation called `name` by the engine."""
    translate = QCoreApplication.translate
    known = {
        "linear": translate("EngineNames", "linear"),
        "sigmoid": translate("EngineNames", "sigmoid"),
        "bipolar_sigmoid": translate("EngineNames", "bipolar sigmoid"),
        "tanh": translate("EngineNames", "tanh"),
        "relu": translate("EngineNames", "ReLU"),
        "leaky_relu": translate("EngineNames", "leaky ReLU"),
        "softmax": translate("EngineNames", "softmax"),
        "gaussian": translate("EngineNames", "Gaussian"),
        "sgn": translate("EngineNames", "sgn"),
        "step": translate("EngineNames", "step"),
    }
    return known.get(name, name)


def rule_name(name: str) -> str:
    """The training rule called `name` by the engine."""
    translate = QCoreApplication.translate
    known = {
        "perceptron": translate("EngineNames", "the perceptron rule"),
        "widrow_hoff": translate("EngineNames", "the Widrow-Hoff rule"),
        "gradient_descent": translate("EngineNames", "gradient descent"),
        "adaptive": translate("EngineNames", "gradient descent with an adaptive rate"),
        "rprop": translate("EngineNames", "Rprop"),
        "adam": translate("EngineNames", "Adam"),
    }
    return known.get(name, name)


def loss_name(name: str) -> str:
    """The loss called `name` by the engine."""
    translate = QCoreApplication.translate
    known = {
        "squared_error": translate("EngineNames", "the squared error"),
        "cross_entropy": translate("EngineNames", "the cross-entropy"),
    }
    return known.get(name, name)
