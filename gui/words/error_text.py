"""This module translates the engine's messages into the window's language."""

from __future__ import annotations

import traceback
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from engine.spec.errors import EngineError, Text
from engine.spec.plural import filled
from gui.words.activation_words import activation_name
from gui.words.loss_words import loss_name
from gui.words.rule_words import rule_name

CONTEXT = "EngineErrors"
"""Under this name `make translations` collects the engine's texts, see .setup/engine_texts.py."""

_NAMES = {"rule": rule_name, "activation": activation_name, "loss": loss_name}


def error_text(what: EngineError | Text | str) -> str:
    """The sentence of an engine's error, translated, with the names in it as the window writes them.

    What has no translation, such as a message of the operating system, stays as it is.
    """
    if isinstance(what, str):
        return what
    text = what.text if isinstance(what, EngineError) else what
    sentence = QCoreApplication.translate(CONTEXT, text.template)
    if not text.values:
        return sentence
    return filled(sentence, **{name: _value(name, value) for name, value in text.values.items()})


def failure_text(error: Exception) -> str:
    """Why something could not be done, whatever was raised: an engine's sentence, or one of ours about the fault."""
    if isinstance(error, EngineError):
        return error_text(error)
    if isinstance(error, MemoryError):
        return QCoreApplication.translate(
            "Failures", "There is not enough memory for this; close other programs, or use fewer samples."
        )
    text = QCoreApplication.translate(
        "Failures", "This could not be done, because of a fault of the program ({what}); tell those who make Perceptra."
    )
    return text.format(what=fault_name(error))


def fault_name(error: BaseException) -> str:
    """Kind and place of a fault of the program, for those who mend it; what Python says besides is English."""
    places = traceback.extract_tb(error.__traceback__)
    kind = type(error).__name__
    return f"{kind}, {Path(places[-1].filename).name}:{places[-1].lineno}" if places else kind


def _value(name: str, value: object) -> object:
    if isinstance(value, EngineError | Text):
        return error_text(value)
    if name in _NAMES and isinstance(value, str):
        return _NAMES[name](value)
    return value
