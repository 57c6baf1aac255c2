"""This module holds the style sheets and texts of buttons, and the main button of a dialog."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

from gui.toolkit.theme import Theme


def name_button(button: QAbstractButton, text: str, hint: str) -> None:
    """Write a button's text and what it does, for everyone."""
    button.setText(text)
    button.setToolTip(hint)
    button.setAccessibleName(text)


def primary_button(name: str, parent: QWidget) -> QPushButton:
    """The button called `name` that does what the dialog is for; Enter presses it."""
    button = QPushButton(parent)
    button.setObjectName(name)
    button.setProperty("primary", True)
    button.setDefault(True)
    return button


def table_button_style(theme: Theme) -> str:
    """Framed buttons beside a table, 24 pixels high at least; one that is on is filled with the accent colour."""
    px = theme.px
    return f"""
    QToolButton {{ padding: {px(2)}px {px(6)}px; min-width: {px(14)}px; min-height: {px(20)}px;
        border: 1px solid {theme.hairline}; border-radius: {px(5)}px; background: {theme.panel}; }}
    QToolButton:hover {{ background: {theme.grid}; }}
    QToolButton:checked {{ background: {theme.accent}; color: {theme.accent_text}; }}
    QToolButton:focus {{ border-color: {theme.text}; }}
    """


def plot_button_style(theme: Theme, across: float = 5) -> str:
    """Quiet buttons above a plot, `across` beside the text; one that is on has a frame in the accent colour."""
    upright, across, frame = theme.px(2), theme.px(across), theme.px(1.4)
    return f"""
    QToolButton {{ padding: {upright}px {across}px; border: {frame}px solid {theme.hairline};
        border-radius: {theme.px(5)}px; font-size: {theme.px(12)}px; color: {theme.text}; background: {theme.panel}; }}
    QToolButton:hover {{ background: {theme.grid}; }}
    QToolButton:checked {{ border-color: {theme.accent}; background: {theme.grid}; }}
    QToolButton:disabled {{ color: {theme.text}; border-color: {theme.panel}; padding: {upright}px 0; }}
    QToolButton:focus {{ border-color: {theme.text}; }}
    QComboBox {{ font-size: {theme.px(12)}px; }}
    """
