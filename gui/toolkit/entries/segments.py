"""This module defines a segmented control: buttons side by side of which one is chosen."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from gui.toolkit.look import wear


class Segments(QWidget):
    """`chosen` carries the name of the segment that a person chose; arrows walk, and keep the focus here."""

    chosen = Signal(str)

    def __init__(self, names: Sequence[str], prefix: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for place, name in enumerate(names):
            button = self._buttons[name] = QToolButton(self)
            button.setObjectName(f"{prefix}{name}")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            wear(button, segment={0: "first", len(names) - 1: "last"}.get(place, "middle"))
            self._group.addButton(button)
            button.clicked.connect(lambda _checked=False, name=name: self._choose(name))
            layout.addWidget(button)

    def show_chosen(self, name: str) -> None:
        """Mark the segment of that name, announcing nothing."""
        self._buttons[name].setChecked(True)

    def show_none(self) -> None:
        """Mark no segment: what is chosen is elsewhere."""
        self._group.setExclusive(False)
        for button in self._buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)

    def offer(self, names: Collection[str]) -> None:
        """Show these segments and hide the others."""
        for name, button in self._buttons.items():
            button.setVisible(name in names)

    def set_words(self, name: str, text: str, hint: str) -> None:
        """Write the title and the hint of a segment."""
        button = self._buttons[name]
        button.setText(text)
        button.setAccessibleName(text)
        button.setToolTip(hint)

    def _choose(self, name: str) -> None:
        by_keys = self._buttons[name].hasFocus()
        self.chosen.emit(name)
        if by_keys:  # whoever hears of it may have taken the focus along
            self._buttons[name].setFocus(Qt.FocusReason.OtherFocusReason)
