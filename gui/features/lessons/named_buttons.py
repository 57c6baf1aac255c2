"""This module shows buttons that may have no room for their words by their icons, before their names in a text."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize

from gui.toolkit.icons import icon
from gui.toolkit.services.actions import Actions
from gui.toolkit.theme import Theme

_NAMES = ("step_epoch", "step_sample")  # of actions, and of their icons
_LETTERS = 18
_FINE = 3
"""Pixels of the picture for one of the text, so that it is sharp on every screen."""


def with_icons(text: str, actions: Actions, theme: Theme) -> str:
    """Markdown `text`, in which each bold name of such a button comes after the button's icon."""
    for name in _NAMES:
        bold = f"**{actions[name].iconText()}**"
        if bold in text:
            text = text.replace(bold, f"{_picture(name, theme)}\u00a0{bold}")
    return text


def _picture(name: str, theme: Theme) -> str:
    side = theme.letters(_LETTERS)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    icon(name, theme).pixmap(QSize(_FINE * side, _FINE * side)).save(buffer, "PNG")
    encoded = data.toBase64().toStdString()
    return f'<img src="data:image/png;base64,{encoded}" width="{side}" height="{side}"/>'
