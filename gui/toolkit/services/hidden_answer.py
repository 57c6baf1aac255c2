"""This module holds whether the class is to guess: then desired and actual outputs are covered, until told sample by
sample."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class HiddenAnswer(QObject):
    """Of the window alone: nothing of it is in the project. Samples count training samples, then test samples."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_on = False
        self._told: set[int] = set()

    def hide(self, on: bool) -> None:
        """Cover everything, or show everything."""
        self.is_on = on
        self._told.clear()
        self.changed.emit()

    def hides(self, sample: int) -> bool:
        """Whether the answer for a sample is covered."""
        return self.is_on and sample not in self._told

    def tell(self, sample: int) -> None:
        """Uncover the answer for one sample."""
        if self.hides(sample):
            self._told.add(sample)
            self.changed.emit()

    def forget_told(self) -> None:
        """Cover all again: the numbers stand for other samples now."""
        if self._told:
            self.hide(self.is_on)
