"""This module gives ordinary widgets palette, fonts and style sheet from the theme."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from engine.files.resources import RESOURCES
from gui.toolkit.gui_garbage_collection import collector_paused
from gui.toolkit.theme import LEAST_LETTERS, Theme
from gui.window.looks.style_sheet import style_sheet
from gui.window.looks.wardrobe import Wardrobe

FONT_FOLDER = RESOURCES / "fonts"
# Our own Latin face first, so that every screen looks alike, then light Chinese ones:
# left to itself, fallback picks heavy glyphs.
FONT_FAMILIES = [
    "Inter", "PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Micro Hei",
    "DejaVu Sans",
]  # fmt: skip
BASE_POINT_SIZE = 9.5
_FUSION_DARKENS = 140
"""In percent, how much darker than the window Fusion draws the rim of a field."""
_POINT = 4 / 3
"""Pixels of a point on a usual screen, of which theme sizes count."""


def application_font(theme: Theme) -> QFont:
    """The window's font at the theme's scale."""
    font = QFont()
    font.setFamilies(FONT_FAMILIES)
    least = LEAST_LETTERS / _POINT if theme.on_stage else 0.0
    font.setPointSizeF(max(BASE_POINT_SIZE, least) * theme.scale)
    font.setFeature(QFont.Tag("tnum"), 1)  # digits of one width: live numbers do not jitter
    return font


def load_fonts() -> None:
    """Make the fonts in `resources/fonts` known to the application, once."""
    if "Inter" not in QFontDatabase.families():
        for path in sorted(FONT_FOLDER.glob("*.otf")):
            QFontDatabase.addApplicationFont(str(path))


def palette(theme: Theme) -> QPalette:
    """Fusion's palette in the theme's colours."""
    roles = QPalette.ColorRole
    colours = {
        roles.Window: theme.window,
        roles.WindowText: theme.text,
        roles.Base: theme.panel,
        roles.AlternateBase: theme.window,
        roles.Text: theme.text,
        roles.Button: theme.panel,
        roles.ButtonText: theme.text,
        roles.ToolTipBase: theme.panel,
        roles.ToolTipText: theme.text,
        roles.PlaceholderText: theme.muted,
        roles.Highlight: theme.accent,
        roles.HighlightedText: theme.accent_text,
        roles.Link: theme.accent,
        roles.Accent: theme.accent,
        roles.Mid: theme.hairline,
        roles.Midlight: theme.hairline,
        roles.Light: theme.panel,
        roles.Dark: theme.hairline,
        roles.Shadow: theme.hairline,
    }
    result = QPalette()
    for role, colour in colours.items():
        result.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.muted))
    return result


def entry_palette(theme: Theme) -> QPalette:
    """The palette of fields: Fusion takes their rims from the window's colour, darker; in the dark they are lost."""
    result = palette(theme)
    result.setColor(QPalette.ColorRole.Window, QColor(theme.rim).lighter(_FUSION_DARKENS))
    return result


def apply_theme(application: QApplication, wardrobe: Wardrobe, theme: Theme) -> None:
    """Give the whole application the theme's palette and font, and the parts of the window the style sheet.

    A sheet of the application would visit every widget as many times as it lies deep in others: 0.5 s.
    """
    load_fonts()
    with collector_paused():
        application.setPalette(palette(theme))
        for kind in ("QLineEdit", "QAbstractSpinBox", "QComboBox"):
            application.setPalette(entry_palette(theme), kind)  # type: ignore[arg-type]  # PySide refuses bytes
        application.setFont(application_font(theme))
        for told in (QEvent.Type.ApplicationPaletteChange, QEvent.Type.ApplicationFontChange):
            # At once: of two changes on end widgets made in between would otherwise miss the second.
            QCoreApplication.sendPostedEvents(None, told.value)
        wardrobe.wear(style_sheet(theme), theme)
