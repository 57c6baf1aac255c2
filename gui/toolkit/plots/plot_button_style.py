"""The style sheet of the small buttons above the plots."""

from __future__ import annotations

from gui.toolkit.theme import Theme


def button_style(theme: Theme, across: float = 5) -> str:
    """Quiet buttons with room of `across` beside the text; the one that is on has a frame in the accent colour."""
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
