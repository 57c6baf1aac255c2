"""Which rules and losses can work now, and what each is called and needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from engine.project.edits import set_training
from engine.project.project import Project
from engine.spec.errors import EngineError
from gui.words.error_text import error_text

RULE_TITLES = {
    "perceptron": QT_TRANSLATE_NOOP("Training", "Perceptron"),
    "widrow_hoff": QT_TRANSLATE_NOOP("Training", "Widrow-Hoff (LMS)"),
    "gradient_descent": QT_TRANSLATE_NOOP("Training", "Gradient descent"),
    "adaptive": QT_TRANSLATE_NOOP("Training", "Adaptive rate"),
    "rprop": QT_TRANSLATE_NOOP("Training", "Rprop"),
    "adam": QT_TRANSLATE_NOOP("Training", "Adam"),
}
RULE_HINTS = {
    "perceptron": QT_TRANSLATE_NOOP(
        "Training", "ΔW = η (d − o) x, sample by sample. Needs a single layer of sgn or step units."
    ),
    "widrow_hoff": QT_TRANSLATE_NOOP("Training", "ΔW = η (d − net) x, sample by sample. Needs a single layer."),
    "gradient_descent": QT_TRANSLATE_NOOP(
        "Training", "Steps against the gradient (back-propagation). Not with sgn or step units."
    ),
    "adaptive": QT_TRANSLATE_NOOP(
        "Training",
        "Gradient descent on the whole set; the rate grows while the error falls. Not with sgn or step units.",
    ),
    "rprop": QT_TRANSLATE_NOOP(
        "Training", "Every weight has its own step, led by the gradient's sign. Whole set; not with sgn or step units."
    ),
    "adam": QT_TRANSLATE_NOOP(
        "Training", "Steps scaled by running averages of the gradient. Not with sgn or step units."
    ),
}
LOSS_TITLES = {
    "squared_error": QT_TRANSLATE_NOOP("Training", "Squared error"),
    "cross_entropy": QT_TRANSLATE_NOOP("Training", "Cross-entropy"),
}
LOSS_HINTS = {
    "squared_error": QT_TRANSLATE_NOOP("Training", "½ Σ (d − o)² for each sample"),
    "cross_entropy": QT_TRANSLATE_NOOP(
        "Training", "−Σ d log o for each sample. Needs sigmoid or softmax outputs and targets from 0 to 1."
    ),
}
INITIALIZATION_TITLES = {
    "uniform": QT_TRANSLATE_NOOP("Training", "Uniform"),
    "xavier": QT_TRANSLATE_NOOP("Training", "Xavier"),
    "he": QT_TRANSLATE_NOOP("Training", "He"),
    "zeros": QT_TRANSLATE_NOOP("Training", "All zeros"),
}
INITIALIZATION_HINTS = {
    "uniform": QT_TRANSLATE_NOOP("Training", "Weights and biases anywhere between −range and +range"),
    "xavier": QT_TRANSLATE_NOOP(
        "Training", "Weights within ±√(6 / (inputs + units)), biases 0: suits sigmoid and tanh"
    ),
    "he": QT_TRANSLATE_NOOP("Training", "Weights within ±√(6 / inputs), biases 0: suits relu"),
    "zeros": QT_TRANSLATE_NOOP("Training", "Every weight and bias 0: hidden units can then never become different"),
}


def in_words(texts: Mapping[str, object], name: str) -> str:
    """The text of `name` in the language in force; a name without one is its own text."""
    return QCoreApplication.translate("Training", str(texts[name])) if name in texts else name


def refusals(project: Project, setting: str, names: Iterable[str]) -> dict[str, str]:
    """Name to the reason why that value of `setting` cannot work with the present network and data."""
    present = getattr(project.training, setting)
    return {name: reason for name in names if name != present and (reason := _refusal(project, {setting: name}))}


def _refusal(project: Project, changes: dict[str, Any]) -> str:
    try:
        set_training(project, **changes)
    except EngineError as error:
        return error_text(error)
    return ""
