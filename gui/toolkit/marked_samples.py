"""This module holds the samples that one view has marked for the others, such as those of a matrix cell."""

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
