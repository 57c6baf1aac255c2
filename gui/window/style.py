"""This module makes palette, style sheet and fonts of ordinary widgets from the theme."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from gui.toolkit.gui_garbage_collection import collector_paused
from gui.toolkit.theme import Theme

_RESOURCES = Path(__file__).resolve().parents[2] / "resources"
FONT_FOLDER = _RESOURCES / "fonts"
# Our own Latin face first, so that every screen looks alike, then light Chinese ones:
# left to itself, fallback picks heavy glyphs.
FONT_FAMILIES = [
    "Inter", "PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Micro Hei",
    "DejaVu Sans",
]  # fmt: skip
BASE_POINT_SIZE = 9.5


def application_font(theme: Theme) -> QFont:
    """The window's font at the theme's scale."""
    font = QFont()
    font.setFamilies(FONT_FAMILIES)
    font.setPointSizeF(BASE_POINT_SIZE * theme.scale)
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


def style_sheet(theme: Theme) -> str:
    """What the palette cannot say: hairlines, rounded controls, the large live figures."""
    px = theme.px
    check = (_RESOURCES / "icons" / f"check_{'dark' if theme.dark else 'light'}.svg").as_posix()
    return f"""
    QMainWindow, QDialog {{ background: {theme.window}; }}
    QSplitter::handle {{ background: transparent; }}
    QSplitter::handle:hover {{ background: {theme.hairline}; }}
    QFrame[card="true"] {{ background: {theme.panel}; border: 1px solid {theme.hairline}; border-radius: 6px; }}
    QLabel[heading="true"] {{ color: {theme.muted}; font-weight: 600; padding: {px(2)}px 0; }}
    QTabBar::tab {{ background: transparent; color: {theme.muted}; border: none; font-weight: 600;
        border-bottom: 2px solid transparent; padding: {px(3)}px {px(8)}px; min-height: {px(18)}px; }}
    QTabBar QToolButton {{ padding: 0; border: none; background: {theme.panel}; }}
    QTabBar::tab:selected {{ color: {theme.text}; border-bottom-color: {theme.accent}; }}
    QTabBar::tab:hover {{ color: {theme.text}; }}
    QTabBar::scroller {{ width: 0px; }}
    QToolButton#table_list {{ border: none; color: {theme.muted}; min-width: {px(24)}px; min-height: {px(24)}px; }}
    QToolButton#table_list:hover, QToolButton#table_list:focus {{ color: {theme.accent}; }}
    QToolButton#table_list::menu-indicator {{ image: none; }}
    QTabBar::tab:focus {{ color: {theme.accent}; }}
    QLabel[figure="true"] {{ font-size: {px(19)}px; font-weight: 600; color: {theme.text}; }}
    QLabel[caption="true"] {{ color: {theme.muted}; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
    QToolTip {{ background: {theme.panel}; color: {theme.text}; border: 1px solid {theme.hairline}; padding: 4px; }}
    QMenuBar {{ background: {theme.window}; }}
    QMenuBar::item {{ padding: {px(4)}px {px(8)}px; background: transparent; border-radius: 4px; }}
    QMenuBar::item:selected {{ background: {theme.hairline}; }}
    QMenu {{ background: {theme.panel}; border: 1px solid {theme.hairline}; padding: 4px; }}
    QMenu::item {{ padding: {px(4)}px {px(24)}px {px(4)}px {px(24)}px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {theme.accent}; color: {theme.accent_text}; }}
    QMenu::item:disabled {{ color: {theme.muted}; background: transparent; }}
    QMenu::separator {{ height: 1px; background: {theme.hairline}; margin: 4px 8px; }}
    QToolBar {{ background: {theme.window}; border: none; spacing: {px(4)}px; padding: {px(2)}px {px(8)}px; }}
    QToolButton {{ border: 1px solid transparent; border-radius: 5px; padding: {px(4)}px {px(8)}px; }}
    QWidget#data_panel QToolButton {{ padding: {px(4)}px {px(5)}px; }}
    QToolButton#function_examples::menu-indicator {{ image: none; }}
    QListWidget#shape_features {{ border: 1px solid {theme.hairline}; border-radius: 4px; background: {theme.panel}; }}
    QListWidget#shape_features::item {{ border-radius: 4px; border: 1px solid transparent; }}
    QListWidget#shape_features::item:selected {{ color: {theme.text}; border-color: {theme.accent};
        background: {theme.panel}; }}
    QListWidget#shape_features::indicator {{ width: {px(14)}px; height: {px(14)}px; border: 1px solid {theme.muted};
        border-radius: 3px; }}
    QListWidget#shape_features::indicator:checked {{ background: {theme.accent}; border-color: {theme.accent};
        image: url({check}); }}
    QToolButton:hover {{ background: {theme.hairline}; }}
    QToolButton:focus {{ border-color: {theme.accent}; }}
    QToolButton:disabled {{ color: {theme.muted}; }}
    QToolButton[chip="true"] {{ border-color: {theme.hairline}; padding: {px(2)}px {px(5)}px; }}
    QToolButton[chip="true"]:focus {{ border-color: {theme.accent}; }}
    QToolButton[primary="true"] {{
        background: {theme.accent}; color: {theme.accent_text}; font-weight: 600; padding: {px(5)}px {px(14)}px; }}
    QToolButton[primary="true"]:focus {{ border-color: {theme.text}; }}
    QPushButton[primary="true"] {{ background: {theme.accent}; color: {theme.accent_text}; font-weight: 600;
        border: 1px solid {theme.accent}; border-radius: 5px; padding: {px(4)}px {px(12)}px; }}
    QPushButton[primary="true"]:disabled {{ background: {theme.hairline}; color: {theme.muted};
        border-color: {theme.hairline}; }}
    QPushButton[primary="true"]:focus {{ border-color: {theme.text}; }}
    QCheckBox::indicator {{ width: {px(14)}px; height: {px(14)}px; border: 1px solid {theme.muted};
        border-radius: 3px; background: {theme.panel}; }}
    QCheckBox::indicator:checked {{ background: {theme.accent}; border-color: {theme.accent}; image: url({check}); }}
    QCheckBox::indicator:disabled {{ border-color: {theme.hairline}; }}
    QCheckBox::indicator:focus {{ border: 2px solid {theme.accent}; }}
    QAbstractSpinBox, QComboBox, QCheckBox {{ min-height: {px(22)}px; }}
    QSlider:horizontal {{ min-height: {px(24)}px; }}
    QSlider::groove:horizontal {{ height: {px(4)}px; background: {theme.hairline}; border-radius: {px(2)}px; }}
    QSlider::sub-page:horizontal {{ background: {theme.accent}; border-radius: {px(2)}px; }}
    QSlider::handle:horizontal {{ width: {px(14)}px; margin: -{px(5)}px 0; border-radius: {px(7)}px;
        background: {theme.accent}; border: 2px solid {theme.panel}; }}
    QSlider::handle:horizontal:hover {{ border-color: {theme.accent_text}; }}
    QSlider::handle:horizontal:focus {{ border-color: {theme.text}; }}
    QStatusBar {{ background: {theme.window}; color: {theme.muted}; }}
    QStatusBar::item {{ border: none; }}
    QHeaderView::section {{
        background: {theme.panel}; color: {theme.muted}; border: none;
        border-bottom: 1px solid {theme.hairline}; padding: {px(3)}px {px(6)}px; }}
    QTableView, QListView {{ background: {theme.panel}; border: none; gridline-color: {theme.grid}; }}
    QFrame#message_bar {{ background: {theme.panel}; border: 1px solid {theme.accent}; border-radius: 6px; }}
    QFrame#message_bar QToolButton, QFrame#message_bar QPushButton {{ padding: 0 {px(8)}px; min-height: {px(18)}px; }}
    QFrame#message_bar[warning="true"] {{ border-color: {theme.warning}; }}
    """


def apply_theme(application: QApplication, theme: Theme) -> None:
    """Give the whole application the theme's palette, font and style sheet."""
    load_fonts()
    with collector_paused():
        application.setPalette(palette(theme))
        application.setFont(application_font(theme))
        application.setStyleSheet(style_sheet(theme))
