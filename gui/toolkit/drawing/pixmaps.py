"""This module makes pixmaps to paint on; none is empty, as nothing can be painted on those."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap


def transparent_pixmap(width: float, height: float, ratio: float = 1.0) -> QPixmap:
    """A pixmap of so many logical pixels for a screen with `ratio` pixels each, at least one pixel large."""
    pixmap = QPixmap(max(1, round(width * ratio)), max(1, round(height * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap
