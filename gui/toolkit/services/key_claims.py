"""This module lets parts of the window claim keys for a while, such as letters on stage or Esc over a zoomed card."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

Work = Callable[[], object]
Claim = Callable[[QKeyEvent], "Work | None"]


class KeyClaims:
    """The window asks the claims before it looks at its commands and at the widget in focus, except where one types.

    The first claim that says what a key does has it.
    """

    def __init__(self) -> None:
        self._claims: list[Claim] = []

    def add(self, claim: Claim) -> None:
        """Ask `claim` too, behind those that are there; it says what the key does, or None where it is not its own."""
        self._claims.append(claim)

    def work_of(self, event: QKeyEvent) -> Work | None:
        """What the key does by a claim; None where nobody claims it now."""
        return next((work for claim in self._claims if (work := claim(event)) is not None), None)


def plain_key(event: QKeyEvent) -> Qt.Key | None:
    """The key where no modifier but the keypad's is held."""
    is_plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
    return Qt.Key(event.key()) if is_plain else None
