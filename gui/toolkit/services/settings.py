"""This module remembers sizes, language, theme and notation between starts, and nothing of a project."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings, QTemporaryDir

_LARGEST = 2**31 - 1  # that a widget can take


class WindowSettings:
    """The user's settings file; every value has a default, so an empty or damaged file does no harm.

    Not `lasting`, they start empty and are gone with the program: a picture made by a script neither
    depends on what the user last did nor changes it.
    """

    def __init__(self, lasting: bool = True) -> None:
        self.is_lasting = lasting
        if lasting:
            self._store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Perceptra", "Perceptra")
        else:
            self._folder = QTemporaryDir()
            self._store = QSettings(self._folder.filePath("settings.ini"), QSettings.Format.IniFormat)

    def text(self, name: str, default: str = "") -> str:
        """A remembered word."""
        try:
            return str(self._store.value(name, default, type=str))
        except UnicodeDecodeError:  # bytes where a word should be
            return default

    def number(self, name: str, default: int) -> int:
        """A remembered whole number."""
        try:
            number = int(str(self._store.value(name, default)))
        except ValueError:
            return default
        return number if abs(number) <= _LARGEST else default

    def flag(self, name: str, default: bool = False) -> bool:
        """A remembered choice."""
        return bool(self._store.value(name, default, type=bool))

    def state(self, name: str) -> QByteArray:
        """A remembered window or splitter state; empty when there is none."""
        value = self._store.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def remember(self, name: str, value: str | int | bool | QByteArray) -> None:
        """Keep a value for the next start."""
        self._store.setValue(name, value)
