"""This module defines a spin box for whole numbers whose ends may be words, such as "no limit"."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QSpinBox, QWidget

from gui.toolkit.entries.entry_text import entry_state, next_in_series
from gui.toolkit.entries.spin_box_behaviour import CalmEntry
from gui.words.number_text import read_count


class CountBox(CalmEntry, QSpinBox):
    """`minimum` to `maximum`; an empty entry means the end that has a word, the minimum first.

    step: what an arrow adds; None steps through 1, 2, 5, 10 …
    """

    widest = "000000"

    def __init__(self, minimum: int, maximum: int, step: int | None = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series = step is None
        self._maximum_text = ""
        self.setRange(minimum, maximum)
        self.setSingleStep(step or 1)
        self.calm_down()

    def show_number(self, value: int) -> None:
        """Show `value` without announcing it."""
        with QSignalBlocker(self):
            self.setValue(min(value, self.maximum()))

    def set_maximum_text(self, text: str) -> None:
        """Show `text` in place of the maximum."""
        self._maximum_text = text
        self.setSpecialValueText(self.specialValueText())  # makes Qt write the text anew

    def textFromValue(self, value: int) -> str:
        return self._maximum_text if self._maximum_text and value == self.maximum() else str(value)

    def valueFromText(self, text: str) -> int:
        entry = text.strip().casefold() or self._word_for_nothing().casefold()
        if entry and entry == self.specialValueText().casefold():
            return self.minimum()
        if entry and entry == self._maximum_text.casefold():
            return self.maximum()
        number = read_count(entry)
        if number is None:
            return self.value()
        return round(min(max(number, self.minimum()), self.maximum()))

    def validate(self, text: str, position: int) -> object:
        words = (self.specialValueText(), self._maximum_text)
        return entry_state(text, self.minimum(), self.maximum(), words, read_count), text, position

    def fixup(self, text: str) -> str:
        """Beyond an end that end, for what is no number the one before; Qt would take the minimum for all of them."""
        if not text.strip() and self._word_for_nothing():
            return self._word_for_nothing()
        number = read_count(text)
        value = self.value() if number is None else min(max(number, self.minimum()), self.maximum())
        return self.textFromValue(round(value))

    def _word_for_nothing(self) -> str:
        return self.specialValueText() or self._maximum_text

    def stepBy(self, steps: int) -> None:
        if not self._series:
            super().stepBy(steps)
            return
        value = float(self.value())
        for _ in range(abs(steps)):
            value = next_in_series(value, steps > 0) if value > 0 else (1.0 if steps > 0 else 0.0)
            value = 0.0 if value < 1 else value
        self.setValue(round(min(max(value, self.minimum()), self.maximum())))
        self.selectAll()
