"""Fields for entries can be told from the card that they stand on, in the light and in the dark."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from gui.toolkit.theme import DARK, LIGHT, Theme
from tests.helpers.small_screen import rest
from tests.helpers.user import User


def luminance(colour: QColor) -> float:
    """Of a colour, as the Web Content Accessibility Guidelines 2.2 define it."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("field", ["learning_rate", "noise", "rule"])
def test_the_rim_of_a_field_stands_out(user: User, theme: Theme, field: str) -> None:
    user.window.set_theme("dark" if theme.dark else "light")
    rest()
    image = user.find(field).grab().toImage()
    card = QColor(theme.panel)
    rim = max(contrast(image.pixelColor(x, image.height() // 2), card) for x in range(3))
    assert rim > 2.0
