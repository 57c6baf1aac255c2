"""This module holds the kinds of buttons that look unlike others, and the texts of all."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton, QWidget

from gui.toolkit.look import wear


class TableButton(QToolButton):
    """Framed, as it stands beside a table; one that is on is filled."""


class PlotButton(QToolButton):
    """Quiet, as it stands above a plot; one that is on has a frame. What it wears `across` says, see `toolkit.look`."""


def name_button(button: QAbstractButton, text: str, hint: str) -> None:
    """Write a button's text and what it does, for everyone."""
    button.setText(text)
    button.setToolTip(hint)
    button.setAccessibleName(text)


def primary_button(name: str, parent: QWidget) -> QPushButton:
    """The button called `name` that does what the dialog is for; Enter presses it."""
    button = QPushButton(parent)
    button.setObjectName(name)
    wear(button, primary=True)
    button.setDefault(True)
    return button


def keep_whole(*buttons: QAbstractButton) -> None:
    """Let buttons be as wide as their text needs now: a style sheet's least width forgets the text."""
    for button in buttons:
        button.ensurePolished()
        button.setMinimumWidth(button.sizeHint().width())
