"""This module defines a spin box for decimal numbers that makes one edit for one entry."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from gui.toolkit.entries.entry_text import entry_state, next_in_series, plain_number
from gui.toolkit.entries.spin_box_behaviour import CalmEntry
from gui.words.number_text import read_number

_DECIMALS = 15


class NumberBox(CalmEntry, QDoubleSpinBox):
    """`minimum` to `maximum`; a special value text stands for the minimum, an empty entry too.

    step: what an arrow adds; None steps through 1, 2, 5, 10 …, from `first` when it stands at 0.
    """

    widest = "0.00001"

    def __init__(
        self,
        minimum: float,
        maximum: float,
        step: float | None = None,
        first: float = 0.001,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._series = step is None
        self._first = first
        self.setDecimals(_DECIMALS)
        self.setRange(minimum, maximum)
        self.setSingleStep(step or 0.1)
        self.calm_down()

    def show_number(self, value: float) -> None:
        """Show `value` without announcing it; the range gives way rather than the truth."""
        with QSignalBlocker(self):
            self.setRange(min(self.minimum(), value), max(self.maximum(), value))
            self.setValue(value)

    def textFromValue(self, value: float) -> str:
        return plain_number(value)

    def valueFromText(self, text: str) -> float:
        entry = text.strip()
        if not entry or entry.casefold() == self.specialValueText().casefold():
            return self.minimum() if self.specialValueText() else self.value()
        number = read_number(entry)
        return self.value() if number is None else number

    def validate(self, text: str, position: int) -> object:
        return entry_state(text, self.minimum(), self.maximum(), (self.specialValueText(),)), text, position

    def fixup(self, text: str) -> str:
        """Beyond an end that end, for what is no number the one before; Qt would take the minimum for all of them."""
        if not text.strip() and self.specialValueText():
            return self.specialValueText()
        number = read_number(text)
        return self.textFromValue(self.value() if number is None else min(max(number, self.minimum()), self.maximum()))

    def stepBy(self, steps: int) -> None:
        if not self._series:
            super().stepBy(steps)
            return
        value = self.value()
        for _ in range(abs(steps)):
            value = self._neighbour(value, steps > 0)
        self.setValue(value)
        self.selectAll()

    def _neighbour(self, value: float, up: bool) -> float:
        if value <= 0:
            return self._first if up else self.minimum()
        if not up and value <= self._first and self.minimum() <= 0:
            return self.minimum()
        return next_in_series(value, up)
