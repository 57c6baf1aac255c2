"""This module makes the window's actions from declared values, and follows language and theme."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from gui.toolkit.icons import icon
from gui.toolkit.theme import Theme

KEYS = QKeySequence.StandardKey


@dataclass(frozen=True)
class ActionSpec:
    """One action: its name is `action_<name>`; `text` and `hint` are English sources of translations.

    Of the actions of one `group`, one at a time is checked.
    """

    name: str
    text: str
    hint: str
    keys: tuple[str | QKeySequence.StandardKey, ...] = ()
    icon: str = ""
    checkable: bool = False
    group: str = ""


def spec(
    name: str,
    text: object,
    hint: object,
    *keys: str | QKeySequence.StandardKey,
    icon: str = "",
    checkable: bool = False,
    group: str = "",
) -> ActionSpec:
    """An `ActionSpec`; QT_TRANSLATE_NOOP is typed as returning any object, but returns its text."""
    return ActionSpec(name, str(text), str(hint), keys, icon, checkable or bool(group), group)


class Actions(QObject):
    """Makes all actions once; `actions["train"]` is the one named `action_train`."""

    def __init__(self, specs: Iterable[ActionSpec], parent: QObject) -> None:
        super().__init__(parent)
        self.specs = tuple(specs)
        self._groups: dict[str, QActionGroup] = {}
        self._actions = {spec.name: self._make(spec, parent) for spec in self.specs}
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def retranslate(self) -> None:
        """Put all texts into the language in force."""
        for spec in self.specs:
            action = self[spec.name]
            action.setText(QCoreApplication.translate("Actions", spec.text))
            action.setIconText(_without_mnemonic(action.text()))
            hint = QCoreApplication.translate("Actions", spec.hint)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{hint} ({keys})" if keys else hint)
            action.setStatusTip(hint)

    def apply_theme(self, theme: Theme) -> None:
        """Tint the icons."""
        for spec in self.specs:
            if spec.icon:
                self[spec.name].setIcon(icon(spec.icon, theme))

    def _make(self, spec: ActionSpec, parent: QObject) -> QAction:
        action = QAction(parent)
        action.setObjectName(f"action_{spec.name}")
        action.setCheckable(spec.checkable)
        action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
        if spec.group:
            group = self._groups.setdefault(spec.group, QActionGroup(self))
            group.addAction(action)
        return action


def _without_mnemonic(text: str) -> str:
    """Menu text as a button shows it: no underlined letter, which Chinese puts in brackets behind the word."""
    return re.sub(r"\(&\w\)", "", text).replace("&", "").rstrip("…")
