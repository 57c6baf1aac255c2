"""Keys flip, centre, move and turn boundary lines; arrows do so only with a line that was chosen."""

from __future__ import annotations

import math
from typing import Protocol

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent

KEY_TURN = math.radians(3)
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
_LETTERS = frozenset((Qt.Key.Key_F, Qt.Key.Key_C, Qt.Key.Key_L))
_OF_THE_CHOSEN = frozenset((*ARROWS, Qt.Key.Key_Escape))


class KeyActions(Protocol):
    """What a key can ask for."""

    is_chosen: bool

    def choose_next(self) -> None:
        """Choose the next line."""

    def let_go(self) -> None:
        """Choose none."""

    def flip(self) -> None:
        """Let the unit fire on the other side of its line."""

    def centre(self) -> None:
        """Bring the line into the middle of the picture."""

    def move(self, right: int, up: int) -> None:
        """Shift the chosen line by steps."""

    def turn(self, angle: float) -> None:
        """Turn the chosen line to the left."""


def keys_of(is_chosen: bool) -> frozenset[Qt.Key]:
    """The keys that are for lines: a click beside them leaves the arrows to the window."""
    return _LETTERS | _OF_THE_CHOSEN if is_chosen else _LETTERS


def press(lines: KeyActions, event: QKeyEvent) -> bool:
    """Obey a key that is for lines; False for others."""
    key = Qt.Key(event.key())
    if key not in keys_of(lines.is_chosen):
        return False
    letters = {
        Qt.Key.Key_F: lines.flip,
        Qt.Key.Key_C: lines.centre,
        Qt.Key.Key_L: lines.choose_next,
        Qt.Key.Key_Escape: lines.let_go,
    }
    if key in letters:
        letters[key]()
    elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        lines.turn(KEY_TURN * (1 if key in (Qt.Key.Key_Left, Qt.Key.Key_Up) else -1))
    else:
        lines.move(*ARROWS[key])
    return True


def keys_sentence() -> str:
    """What the keys do with the lines, for screen readers."""
    return QCoreApplication.translate(
        "BoundaryLines",
        "Where lines are drawn, arrow keys move the chosen one, with Shift they turn it, L chooses the"
        " next, F flips it and C brings it into the middle.",
    )
