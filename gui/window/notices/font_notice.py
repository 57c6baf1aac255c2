"""This module says what brings Chinese characters to a computer that has no font for them and shows boxes."""

from __future__ import annotations

import sys

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject
from PySide6.QtGui import QFontDatabase

from gui.toolkit import translation
from gui.toolkit.services.message_bar import MessageBar

_ON_LINUX = QT_TRANSLATE_NOOP(
    "FontNotice",
    "This computer has no Chinese font, so Chinese text shows as boxes. Install one – on Debian or Ubuntu by: sudo apt "
    "install fonts-noto-cjk, on Fedora by: sudo dnf install google-noto-sans-cjk-fonts – and start Perceptra again.",
)
_ELSEWHERE = QT_TRANSLATE_NOOP(
    "FontNotice",
    "This computer has no Chinese font, so Chinese text shows as boxes. Add Chinese to the languages in the settings "
    "of the system, and start Perceptra again.",
)


class FontNotice(QObject):
    """Says it once, in English, which can be read then, and in Chinese; back in English it is withdrawn."""

    def __init__(self, messages: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._messages = messages
        self._told = ""

    def check(self) -> None:
        """Look whether the language in force can be read."""
        if translation.current_language() == translation.SOURCE_LANGUAGE:
            self._messages.withdraw(self._told)
        elif not self._told and not has_chinese_font():
            sentence = _ON_LINUX if sys.platform.startswith("linux") else _ELSEWHERE
            self._told = f"{sentence} " + QCoreApplication.translate("FontNotice", str(sentence))
            self._messages.warn(self._told, stays=True)


def has_chinese_font() -> bool:
    """Whether there is a font with Simplified Chinese."""
    return QFontDatabase.WritingSystem.SimplifiedChinese in QFontDatabase.writingSystems()
