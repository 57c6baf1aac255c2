"""This module lays settings out in columns, each control under its name; hidden ones leave no gap."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.toolkit.labels.caption import Caption


class FieldGrid(QWidget):
    """Controls fill the rows from left to right, and the Tab key follows."""

    def __init__(self, columns: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._captions: dict[QWidget, Caption] = {}
        self._shown: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.set_scale(1.0)

    def set_scale(self, scale: float) -> None:
        """Spacing at the theme's scale."""
        self._grid.setHorizontalSpacing(round(8 * scale))
        self._grid.setVerticalSpacing(round(1 * scale))

    def add(self, control: QWidget, name: str) -> None:
        """Add `control`, to be found as objectName `name`."""
        control.setObjectName(name)
        caption = Caption(self)
        caption.setObjectName(f"{name}_caption")
        caption.setBuddy(control)
        control.setParent(self)
        self._captions[control] = caption
        self._shown.append(control)
        self._lay_out()

    def describe(self, control: QWidget, label: str, tooltip: str) -> None:
        """Name and explain a control, for the eye, the mouse and the screen reader; others' controls are left alone."""
        if control not in self._captions:
            return
        self._captions[control].setText(label)
        self._captions[control].setToolTip(tooltip)
        control.setToolTip(tooltip)
        control.setAccessibleName(label)
        control.setAccessibleDescription(tooltip)

    def show_only(self, controls: Sequence[QWidget]) -> None:
        """Show these controls, in this order, and hide the others."""
        shown = list(controls)
        if shown != self._shown:
            self._shown = shown
            self._lay_out()
        self.setVisible(bool(shown))

    def set_enabled(self, control: QWidget, enabled: bool) -> None:
        """Enable or mute a control with its name; others' controls are left alone."""
        if control not in self._captions:
            return
        control.setEnabled(enabled)
        self._captions[control].setEnabled(enabled)

    def _lay_out(self) -> None:
        for control, caption in self._captions.items():
            self._grid.removeWidget(control)
            self._grid.removeWidget(caption)
            control.setVisible(control in self._shown)
            caption.setVisible(control in self._shown)
        for index, control in enumerate(self._shown):
            row, column = divmod(index, self._columns)
            self._grid.addWidget(self._captions[control], 2 * row, column, Qt.AlignmentFlag.AlignBottom)
            self._grid.addWidget(control, 2 * row + 1, column)
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 1)
        for control, following in zip(self._shown, self._shown[1:], strict=False):
            QWidget.setTabOrder(control, following)
