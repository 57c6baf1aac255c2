"""Tooltips show what stands in them as it stands there, whatever markup it looks like.

Names of columns, classes and files come from outside. Qt would take "<img src=…>" in them for rich text and go and read
that file, be it one that never ends.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel


class PlainTooltips(QObject):
    """An event filter for the application: reached before a tooltip gets its text."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Polish and watched.metaObject().className() == "QTipLabel":
            assert isinstance(watched, QLabel)
            watched.setTextFormat(Qt.TextFormat.PlainText)
        return super().eventFilter(watched, event)
