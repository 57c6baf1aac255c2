"""What one command of the window is made of."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

KEYS = QKeySequence.StandardKey


@dataclass(frozen=True)
class ActionSpec:
    """One action: its name is `action_<name>`; `text` and `hint` are English sources of translations."""

    name: str
    text: str
    hint: str
    keys: tuple[str | QKeySequence.StandardKey, ...] = ()
    icon: str = ""
    checkable: bool = False


def spec(
    name: str,
    text: object,
    hint: object,
    *keys: str | QKeySequence.StandardKey,
    icon: str = "",
    checkable: bool = False,
) -> ActionSpec:
    """An `ActionSpec`; QT_TRANSLATE_NOOP is typed as returning any object, but returns its text."""
    return ActionSpec(name, str(text), str(hint), keys, icon, checkable)
