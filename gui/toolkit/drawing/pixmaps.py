"""This module makes pixmaps to paint on, of which none is empty, and pictures of arrays of colours."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap

_FORMATS = {3: QImage.Format.Format_RGB888, 4: QImage.Format.Format_RGBA8888}


def image_of(colours: NDArray[np.uint8]) -> QImage:
    """Colours (rows, columns, 3) or, with opacity, (rows, columns, 4), top row first, a pixel each."""
    rows, columns, depth = colours.shape
    pixels = np.ascontiguousarray(colours)
    return QImage(pixels.data, columns, rows, depth * columns, _FORMATS[depth]).copy()  # the array goes


def transparent_pixmap(width: float, height: float, ratio: float = 1.0) -> QPixmap:
    """A pixmap of so many logical pixels for a screen with `ratio` pixels each, at least one pixel large."""
    pixmap = QPixmap(max(1, round(width * ratio)), max(1, round(height * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap
