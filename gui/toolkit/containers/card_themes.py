"""The themes of one card: those of the window, with larger type and marks while the card has the whole workbench."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from gui.toolkit.theme import Theme, ThemeManager


class CardThemes(ThemeManager):
    """Views in a card follow these, and need not know whether it is zoomed."""

    def __init__(self, window: ThemeManager, parent: QObject) -> None:
        super().__init__(window.theme, parent)
        self._window, self._zoom = window, 1.0
        window.changed.connect(self._follow)

    def set_zoom(self, factor: float) -> None:
        """Make everything `factor` times as large as in the window."""
        self._zoom = factor
        self._follow(self._window.theme)

    def say_again(self) -> None:
        """Tell the views once more: one that was just shown has been given the window's theme."""
        if self._zoom != 1:
            self.changed.emit(self.theme)

    def _follow(self, theme: Theme) -> None:
        self._set(replace(theme, scale=theme.scale * self._zoom))
