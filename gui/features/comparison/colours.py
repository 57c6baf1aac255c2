"""The colour of each contender, in its title, its curve and the ranking."""

from __future__ import annotations

from PySide6.QtGui import QColor

from gui.toolkit.theme import Theme

_CLASS_COLOURS = (2, 3, 4, 5, 9, 8, 7, 6)
"""Those that stand neither for a sign nor for the first two classes; the faint ones last."""
_DARKEST = 150  # of a line on a dark ground, of 255


def contender_colour(place: int, theme: Theme) -> str:
    """The colour of the contender at this place of at most nine."""
    if place == 0:
        return theme.text
    colour = QColor(theme.class_colour(_CLASS_COLOURS[(place - 1) % len(_CLASS_COLOURS)]))
    while theme.dark and max(colour.red(), colour.green(), colour.blue()) < _DARKEST:
        colour = colour.lighter(130)
    return colour.name()
