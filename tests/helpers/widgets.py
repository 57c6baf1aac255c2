"""Widgets found by their names."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def part(window: QWidget, kind: type, name: str) -> QWidget:
    """The widget of that kind and name within `window`."""
    widget = window.findChild(kind, name)
    assert widget is not None, name
    return widget
