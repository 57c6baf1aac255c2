"""This module defines a drop-down list with a caption before it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from gui.toolkit.entries.open_box import OpenBox


class Choice(QWidget):
    """`chosen` tells the value that the user picked or, where `is_open`, typed: others than those of the list."""

    chosen = Signal(str)

    def __init__(self, name: str, values: Sequence[str], parent: QWidget | None = None, is_open: bool = False) -> None:
        super().__init__(parent)
        self._caption = QLabel(self)
        self._box = OpenBox(self) if is_open else QComboBox(self)
        self._box.setObjectName(name)
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._values = tuple(values)
        for value in values:
            self._box.addItem("", value)
        self._caption.setBuddy(self._box)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._caption)
        layout.addWidget(self._box)
        self._box.activated.connect(lambda _place: self.chosen.emit(self.value))
        if isinstance(self._box, OpenBox):
            self._box.line.editingFinished.connect(self._on_typed)

    @property
    def value(self) -> str:
        """What is chosen now."""
        return str(self._box.currentData() or "")

    def show_value(self, value: str | None) -> None:
        """Show `value`, "" being an open choice; nothing at all for None."""
        self.setVisible(value is not None)
        if value is None:
            return
        place = self._box.findData(value)
        self._box.setCurrentIndex(place)
        if place < 0 and self._box.isEditable():
            self._box.setEditText(value)

    def show_values(self, values: Sequence[str]) -> None:
        """Offer other values, which are their own texts."""
        if tuple(values) != self._values:
            self._values = tuple(values)
            self._box.clear()
            for value in values:
                self._box.addItem(value, value)

    def set_texts(self, caption: str, tooltip: str, texts: Sequence[str] = ()) -> None:
        """Caption, tooltip and, where the values are not their own texts, one for each value."""
        self._caption.setText(caption)
        self._box.setAccessibleName(caption)
        self._box.setToolTip(tooltip)
        if not texts:
            return
        # the one on show comes last: only with that does Qt measure the box anew
        for place in sorted(range(len(texts)), key=self._box.currentIndex().__eq__):
            self._box.setItemText(place, texts[place])
        self._box.ensurePolished()
        metrics = self._box.fontMetrics()  # Qt measures the ink, and then cuts a wide bracket at the end
        blank = max(metrics.horizontalAdvance(text) - metrics.boundingRect(text).width() for text in texts)
        self._box.setMinimumWidth(self._box.sizeHint().width() + blank)

    def _on_typed(self) -> None:
        """A text of the list is that value; another single character stands for itself."""
        text = self._box.currentText()
        place = self._box.findText(text)
        value = str(self._box.itemData(place)) if place >= 0 else text
        if value and value != self._shown:
            self.chosen.emit(value)

    @property
    def _shown(self) -> str:
        return self.value if self._box.findText(self._box.currentText()) == self._box.currentIndex() else ""
