"""Which rules and losses can work now, and what the ways to draw a start are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from engine.project.edits import set_training
from engine.project.project import Project
from engine.spec.errors import EngineError
from gui.words.error_text import error_text

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
