"""The style sheet of the small buttons in the tabs below the network."""

from __future__ import annotations

from gui.toolkit.theme import Theme


def button_style(theme: Theme) -> str:
    """Framed buttons, 24 pixels high at least; the one that is on is filled with the accent colour."""
    px = theme.px
    return f"""
    QToolButton {{ padding: {px(2)}px {px(6)}px; min-width: {px(14)}px; min-height: {px(20)}px;
        border: 1px solid {theme.hairline}; border-radius: {px(5)}px; background: {theme.panel}; }}
    QToolButton:hover {{ background: {theme.grid}; }}
    QToolButton:checked {{ background: {theme.accent}; color: {theme.accent_text}; }}
    QToolButton:focus {{ border-color: {theme.text}; }}
    """
