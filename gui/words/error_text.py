"""This module translates the engine's messages into the window's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.spec.errors import EngineError, Text
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
    return sentence.format(**{name: _value(name, value) for name, value in text.values.items()})


def _value(name: str, value: object) -> object:
    if isinstance(value, EngineError | Text):
        return error_text(value)
    if name in _NAMES and isinstance(value, str):
        return _NAMES[name](value)
    return value
