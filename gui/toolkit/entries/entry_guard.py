"""This module commits what was typed before something else acts on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QWidget


class EntryGuard(QObject):
    """Commits a spin box's text when a person clicks elsewhere or uses a shortcut.

    A click on Train does not take the focus away from the box; without this, training would start with the old value.
    """

    def __init__(self, box: QAbstractSpinBox) -> None:
        super().__init__(box)
        self._box = box

    def watch(self, on: bool) -> None:
        """Watch the application's events, as long as the box has the focus."""
        application = QApplication.instance()
        if application is None:
            return
        application.removeEventFilter(self)
        if on:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Shortcut or (
            event.type() == QEvent.Type.MouseButtonPress
            and isinstance(watched, QWidget)
            and self._is_elsewhere(watched)
        ):
            self._box.interpretText()
        return False

    def _is_elsewhere(self, widget: QWidget) -> bool:
        return widget is not self._box and not self._box.isAncestorOf(widget)
