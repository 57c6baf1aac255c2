"""This module lays settings out in columns, each control below its name; hidden ones leave no gap."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.toolkit.labels.caption import Caption

_FEWEST_COLUMNS = 2


class FieldGrid(QWidget):
    """Controls fill the rows from left to right, and the Tab key follows.

    There are `columns` where they have room, and fewer where they have not.
    """

    def __init__(self, columns: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most_columns = self._columns = columns
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

    def minimumSizeHint(self) -> QSize:
        size = super().minimumSizeHint()
        return QSize(min(size.width(), self._width_of(_FEWEST_COLUMNS)), size.height())

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        changes = (QEvent.Type.Resize, QEvent.Type.LayoutRequest)  # its own width, or what its controls ask for
        if event.type() in changes and self._columns_that_fit() != self._columns:
            self._lay_out()
        return done

    def _columns_that_fit(self) -> int:
        columns = self._most_columns
        while columns > _FEWEST_COLUMNS and self._width_of(columns) > self.width():
            columns -= 1
        return columns

    def _width_of(self, columns: int) -> int:
        """How wide so many columns are at least."""
        widths = [control.minimumSizeHint().width() for control in self._shown]
        widest = (max(widths[column::columns], default=0) for column in range(columns))
        return sum(widest) + (columns - 1) * self._grid.horizontalSpacing()

    def _lay_out(self) -> None:
        self._columns = self._columns_that_fit()
        for control, caption in self._captions.items():
            self._grid.removeWidget(control)
            self._grid.removeWidget(caption)
            control.setVisible(control in self._shown)
            caption.setVisible(control in self._shown)
        for index, control in enumerate(self._shown):
            row, column = divmod(index, self._columns)
            self._grid.addWidget(self._captions[control], 2 * row, column, Qt.AlignmentFlag.AlignBottom)
            self._grid.addWidget(control, 2 * row + 1, column)
        for column in range(self._most_columns):
            self._grid.setColumnStretch(column, int(column < self._columns))
        for control, following in zip(self._shown, self._shown[1:], strict=False):
            QWidget.setTabOrder(control, following)
