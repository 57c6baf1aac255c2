"""This module decides who gets Space and the arrow keys: the training, or the widget that has the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QWidget,
)

TRAINING_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Right)
_EDITORS = (QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit)


class TrainingKeys(QObject):
    """An event filter for the application: claims the keys for the widget in focus before shortcuts see them."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
            if plain and event.key() in TRAINING_KEYS and _uses_keys(QApplication.focusWidget()):
                event.accept()
                return True
        return super().eventFilter(watched, event)


def _uses_keys(widget: QWidget | None) -> bool:
    return isinstance(widget, _EDITORS) or (widget is not None and widget.objectName() == "diagram_view")
