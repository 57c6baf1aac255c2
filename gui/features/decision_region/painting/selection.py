"""The lasso has selected some samples, with an outline around them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]

NONE: Indices = np.empty(0, dtype=np.intp)


class Selection:
    """Indices, ascending, training samples first; `outline`, in the plane, is empty where no line was drawn."""

    def __init__(self) -> None:
        self.indices = NONE
        self.outline = QPainterPath()

    def __len__(self) -> int:
        return len(self.indices)

    def __contains__(self, index: int) -> bool:
        return bool((self.indices == index).any())

    def set(self, indices: Indices, outline: QPainterPath | None = None) -> None:
        """Select `indices`, no others."""
        self.indices = np.unique(indices).astype(np.intp)
        self.outline = QPainterPath() if outline is None else outline

    def add(self, indices: Indices, outline: QPainterPath) -> None:
        """Select `indices` as well."""
        self.set(np.union1d(self.indices, indices), self.outline.united(outline))

    def toggle(self, index: int) -> None:
        """Select a sample that is not selected, or the other way round."""
        self.set(np.setxor1d(self.indices, [index]))

    def forget(self, removed: Indices) -> None:
        """Count anew after the samples at `removed`, ascending, have gone; the outline stays."""
        kept = np.setdiff1d(self.indices, removed)
        self.indices = kept - np.searchsorted(removed, kept)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point of the plane lies inside the outline."""
        return bool(len(self)) and self.outline.contains(QPointF(x, y))


def inside(outline: QPainterPath, pixels: Floats, width: int, height: int) -> NDArray[np.bool_]:
    """Which of `pixels` (n, 2) lie inside `outline`, to the pixel, in a picture so wide and high.

    Looked up in a drawing of the outline, which takes as long for a million samples as for a few.
    """
    image = QImage(max(1, width), max(1, height), QImage.Format.Format_Grayscale8)
    image.fill(0)
    painter = QPainter(image)
    painter.fillPath(outline, QColor("#ffffff"))
    painter.end()
    filled = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(image.height(), image.bytesPerLine())
    within = np.asarray(((pixels >= 0) & (pixels < [width, height])).all(axis=1))
    across, down = pixels[within].astype(np.intp).T
    within[within] = filled[down, across] > 0
    return within
