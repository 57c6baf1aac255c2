"""This module names the activation functions for the user, by the engine's names."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication


@dataclass(frozen=True)
class ActivationWords:
    """The texts about one activation: `title` in choosers and heads, `in_sentence` inside a sentence."""

    title: object
    in_sentence: object


ACTIVATION_WORDS: dict[str, ActivationWords] = {
    "linear": ActivationWords(QT_TRANSLATE_NOOP("Diagram", "Linear"), QT_TRANSLATE_NOOP("EngineNames", "linear")),
    "sigmoid": ActivationWords(QT_TRANSLATE_NOOP("Diagram", "Sigmoid"), QT_TRANSLATE_NOOP("EngineNames", "sigmoid")),
    "bipolar_sigmoid": ActivationWords(
        QT_TRANSLATE_NOOP("Diagram", "Bipolar sigmoid"), QT_TRANSLATE_NOOP("EngineNames", "bipolar sigmoid")
    ),
    "tanh": ActivationWords(QT_TRANSLATE_NOOP("Diagram", "Tanh"), QT_TRANSLATE_NOOP("EngineNames", "tanh")),
    "relu": ActivationWords(QT_TRANSLATE_NOOP("Diagram", "ReLU"), QT_TRANSLATE_NOOP("EngineNames", "ReLU")),
    "leaky_relu": ActivationWords(
        QT_TRANSLATE_NOOP("Diagram", "Leaky ReLU"), QT_TRANSLATE_NOOP("EngineNames", "leaky ReLU")
    ),
    "softplus": ActivationWords(QT_TRANSLATE_NOOP("Diagram", "Softplus"), QT_TRANSLATE_NOOP("EngineNames", "softplus")),
    "softmax": ActivationWords(QT_TRANSLATE_NOOP("Diagram", "Softmax"), QT_TRANSLATE_NOOP("EngineNames", "softmax")),
    "gaussian": ActivationWords(
        QT_TRANSLATE_NOOP("Diagram", "Gaussian (RBF)"), QT_TRANSLATE_NOOP("EngineNames", "Gaussian")
    ),
    "sgn": ActivationWords(QT_TRANSLATE_NOOP("Diagram", "Sign (±1)"), QT_TRANSLATE_NOOP("EngineNames", "sgn")),
    "step": ActivationWords(QT_TRANSLATE_NOOP("Diagram", "Step (0/1)"), QT_TRANSLATE_NOOP("EngineNames", "step")),
}


def activation_title(name: str) -> str:
    """How choosers and heads call `name`; a name that is none is its own text."""
    if name not in ACTIVATION_WORDS:
        return name
    return QCoreApplication.translate("Diagram", str(ACTIVATION_WORDS[name].title))


def activation_name(name: str) -> str:
    """The activation inside a sentence; a name that is none is its own text."""
    if name not in ACTIVATION_WORDS:
        return name
    return QCoreApplication.translate("EngineNames", str(ACTIVATION_WORDS[name].in_sentence))
