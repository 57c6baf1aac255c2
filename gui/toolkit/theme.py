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
    """Colours as "#rrggbb"; `scale` multiplies text, line and handle sizes. `on_stage`: for a projector."""

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
    rim: str
    scale: float = 1.0
    on_stage: bool = False

    def class_colour(self, label: int) -> str:
        """The colour of class `label`."""
        return _OKABE_ITO[label % len(_OKABE_ITO)]

    def px(self, size: float) -> int:
        """`size` device-independent pixels at this scale, rounded."""
        return round(size * self.scale)

    def letters(self, size: float) -> int:
        """As `px` for letters: on stage none is smaller than what can be read from the last row."""
        return self.px(max(size, LEAST_LETTERS) if self.on_stage else size)


LIGHT = Theme(
    dark=False, window="#f4f5f7", panel="#ffffff", text="#1b1f24", muted="#5c6670", hairline="#dfe3e8",
    accent="#0b6bcb", accent_text="#ffffff", grid="#e6e9ed",
    negative="#e8761a", middle="#ffffff", positive="#1f77c8",
    warning="#9a5b00", right="#1a7f37", wrong="#c4262e", rim="#aeafb0",
)  # fmt: skip
DARK = Theme(
    dark=True, window="#15181c", panel="#1d2126", text="#e7eaee", muted="#9aa4af", hairline="#30363d",
    accent="#58a6ff", accent_text="#0b1220", grid="#2a3037",
    negative="#f08a3c", middle="#14171a", positive="#4a9ff0",
    warning="#e3a23c", right="#4cc069", wrong="#ff6b6b", rim="#66707b",
)  # fmt: skip

BUTTON_HEIGHT = 28
"""Of every button, at scale 1."""
PRESENTATION_SCALE = 1.5
"""On a screen 1080 pixels high; the picture of a projector is as large on the wall however many it has."""
_STAGE_HEIGHT = 1080
_LEAST_SCALE, _MOST_SCALE = 1.1, 1.65
LEAST_LETTERS = 13.4
"""At scale 1; on stage 20 pixels of 1080."""


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
        """Light or dark, at the present scale, on stage or off."""
        self._set(replace(DARK if dark else LIGHT, scale=self._theme.scale, on_stage=self._theme.on_stage))

    def set_presentation(self, on: bool, height: int = _STAGE_HEIGHT) -> None:
        """Large type and thick lines, for a window `height` pixels high, or normal size."""
        self._set(replace(self._theme, scale=stage_scale(height) if on else 1.0, on_stage=on))

    def _set(self, theme: Theme) -> None:
        if theme != self._theme:
            self._theme = theme
            self.changed.emit(theme)


def stage_scale(height: int) -> float:
    """How much larger type and lines are on a stage `height` pixels high."""
    return min(max(PRESENTATION_SCALE * height / _STAGE_HEIGHT, _LEAST_SCALE), _MOST_SCALE)
