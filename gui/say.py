"""Texts in a language that need not be the window's: what is printed may be for other readers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTranslator

from gui.translation import FOLDER, LANGUAGES, SOURCE_LANGUAGE

Translate = Callable[[str, str], str]
"""Gets a context and an English text, as `QCoreApplication.translate` does."""


def translate_into(language: str) -> Translate:
    """Texts in `language`, one of `LANGUAGES`, whatever is in force; usable in any thread."""
    if language not in LANGUAGES:
        raise ValueError(f"There is no translation for {language!r}; choose one of {', '.join(LANGUAGES)}.")
    if language == SOURCE_LANGUAGE:
        return lambda _context, text: text
    translator = QTranslator()
    if not translator.load(str(FOLDER / f"perceptra_{language}.qm")):
        raise FileNotFoundError(
            f"The translation into {language} is missing or damaged; make it with: make translations"
        )
    return lambda context, text: translator.translate(context, text) or text
