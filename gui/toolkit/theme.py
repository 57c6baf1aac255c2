"""This module defines the themes: colours and sizes, light, dark, and the presentation scale."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

# Okabe and Ito's palette and three colours more, told apart by colour-blind eyes.
# Class 0 is orange and class 1 blue, as in the diverging scale.
_OKABE_ITO = (
    "#d55e00", "#0072b2", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#e3d722", "#6b6b6b", "#5c3317", "#5b2a86",
)  # fmt: skip


@dataclass(frozen=True)
class Theme:
    """Colours as "#rrggbb"; `scale` multiplies text, line and handle sizes."""

    dark: bool
    window: str
    panel: str
    text: str
    muted: str
    hairline: str
    accent: str
    accent_text: str
    grid: str
    negative: str
    middle: str
    positive: str
    warning: str
    right: str
    wrong: str
    scale: float = 1.0

    def class_colour(self, label: int) -> str:
        """The colour of class `label`."""
        return _OKABE_ITO[label % len(_OKABE_ITO)]

    def px(self, size: float) -> int:
        """`size` device-independent pixels at this scale, rounded."""
        return round(size * self.scale)


LIGHT = Theme(
    dark=False, window="#f4f5f7", panel="#ffffff", text="#1b1f24", muted="#5c6670", hairline="#dfe3e8",
    accent="#0b6bcb", accent_text="#ffffff", grid="#e6e9ed",
    negative="#e8761a", middle="#ffffff", positive="#1f77c8",
    warning="#9a5b00", right="#1a7f37", wrong="#c4262e",
)  # fmt: skip
DARK = Theme(
    dark=True, window="#15181c", panel="#1d2126", text="#e7eaee", muted="#9aa4af", hairline="#30363d",
    accent="#58a6ff", accent_text="#0b1220", grid="#2a3037",
    negative="#f08a3c", middle="#14171a", positive="#4a9ff0",
    warning="#e3a23c", right="#4cc069", wrong="#ff6b6b",
)  # fmt: skip

PRESENTATION_SCALE = 1.5


class ThemeManager(QObject):
    """The theme in force; views connect to `changed` and redraw from it."""

    changed = Signal(object)  # Theme

    def __init__(self, theme: Theme = LIGHT, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return self._theme

    def set_dark(self, dark: bool) -> None:
        """Light or dark, at the present scale."""
        self._set(replace(DARK if dark else LIGHT, scale=self._theme.scale))

    def set_presentation(self, on: bool) -> None:
        """Large type and thick lines, or normal size."""
        self._set(replace(self._theme, scale=PRESENTATION_SCALE if on else 1.0))

    def _set(self, theme: Theme) -> None:
        if theme != self._theme:
            self._theme = theme
            self.changed.emit(theme)
