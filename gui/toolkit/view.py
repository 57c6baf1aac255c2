"""This module defines the base of every view: a widget that follows language and theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from gui.toolkit.theme import Theme, ThemeManager

if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object  # a mixin, so that frames, dialogs, tables and tool bars can be views too


class View(_Base):
    """Writes its texts again with a new language, and takes colours and sizes from a new theme.

    It stands before the Qt class among the bases. A view that knows the themes calls `follow_themes` when it is built;
    a part of a larger view is given the theme by that view, through `apply_theme`.
    """

    _due: Theme | None = None

    def retranslate(self) -> None:
        """Write every text in the language in force."""

    def apply_theme(self, theme: Theme) -> None:
        """Take colours and sizes from `theme`."""

    def follow_themes(self, themes: ThemeManager) -> None:
        """Look and read as the theme and the language in force say, from now on."""
        themes.changed.connect(self._on_themes_changed)
        self.apply_theme(themes.theme)
        self.retranslate()

    def _on_themes_changed(self, theme: Theme) -> None:
        """Most views are hidden, in tables and pages that are not in front: they wait until somebody sees them."""
        self._due = None if self.isVisible() else theme
        if self._due is None:
            self.apply_theme(theme)

    def showEvent(self, event: QShowEvent) -> None:
        if self._due is not None:
            theme, self._due = self._due, None
            self.apply_theme(theme)
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
