"""This module holds what one view points out to the others: samples, such as those of a matrix cell, and epochs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

NO_SAMPLES = np.empty(0, dtype=np.intp)


class MarkedSamples(QObject):
    """`changed` carries the indices of the marked samples, training samples counted first, then test samples."""

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.indices: NDArray[np.intp] = NO_SAMPLES

    def mark(self, indices: NDArray[np.intp]) -> None:
        """Mark these samples, and no others."""
        self.indices = indices
        self.changed.emit(indices)


class MarkedEpochs(QObject):
    """`changed` tells that `stretch` is another one: the first and the last epoch, None for none."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stretch: tuple[int, int] | None = None

    def mark(self, stretch: tuple[int, int] | None) -> None:
        """Mark these epochs, and no others."""
        if stretch != self.stretch:
            self.stretch = stretch
            self.changed.emit()
