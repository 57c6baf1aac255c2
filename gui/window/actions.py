"""The window's actions: made once, retranslated and tinted when language or theme change."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from gui.toolkit.icons import icon
from gui.toolkit.theme import Theme
from gui.window.action_specs import ACTIONS, ActionSpec
from gui.window.action_specs.painting import TOOLS

_GROUPS = (
    ("theme_system", "theme_light", "theme_dark"),
    ("notation_textbook", "notation_lecture"),
    ("language_en", "language_zh_CN"),
    tuple(spec.name for spec in TOOLS),
    ("page_workbench", "page_comparison", "page_computation_graph"),
)


class WindowActions(QObject):
    """Makes all actions once; `actions["train"]` is the one named `action_train`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = {spec.name: self._make(spec, parent) for spec in ACTIONS}
        for names in _GROUPS:
            group = QActionGroup(self)
            for name in names:
                group.addAction(self[name])
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def retranslate(self) -> None:
        """Put all texts into the language in force."""
        for spec in ACTIONS:
            action = self[spec.name]
            action.setText(QCoreApplication.translate("Actions", spec.text))
            action.setIconText(_without_mnemonic(action.text()))
            hint = QCoreApplication.translate("Actions", spec.hint)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{hint} ({keys})" if keys else hint)
            action.setStatusTip(hint)

    def apply_theme(self, theme: Theme) -> None:
        """Tint the icons."""
        for spec in ACTIONS:
            if spec.icon:
                self[spec.name].setIcon(icon(spec.icon, theme))

    def _make(self, spec: ActionSpec, parent: QObject) -> QAction:
        action = QAction(parent)
        action.setObjectName(f"action_{spec.name}")
        action.setCheckable(spec.checkable)
        action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
        return action


def _without_mnemonic(text: str) -> str:
    """Menu text as a button shows it: no underlined letter, which Chinese puts in brackets behind the word."""
    return re.sub(r"\(&\w\)", "", text).replace("&", "").rstrip("…")
