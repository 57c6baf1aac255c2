"""This module draws a run: a line, and a band of lowest to highest values where epochs share a pixel."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsPathItem

from gui.features.error_curve.error_curves import Line
from gui.toolkit.plots.paper_items import CurveItem
from gui.toolkit.plots.plot_style import make_pen

BAND_OPACITY = 95  # of 255
NOISY = 0.01  # share of the visible range by which values must spread in the typical pixel column to count as noise
NOISY_COLUMNS = 160  # a line through noise shows its course; thick zigzags would cost 80 ms a picture and hide it


class RunLine:
    """Items of a view box; few points however long the run is, and no peak lost."""

    def __init__(self, view: Any, z: float) -> None:
        self._view = view
        self.band = QGraphicsPathItem()
        self.curve = CurveItem(antialias=True, connect="finite")
        for item, height in ((self.band, z), (self.curve, z + 0.5)):
            item.setZValue(height)
            view.addItem(item, ignoreBounds=True)

    def set_colour(self, colour: str, width: float, opacity: int = 255) -> None:
        """Colour and width of the line; the band is paler."""
        line, band = QColor(colour), QColor(colour)
        line.setAlpha(opacity)
        band.setAlpha(BAND_OPACITY * opacity // 255)
        self.curve.setPen(make_pen(self._view, line, width))
        self.band.setPen(Qt.PenStyle.NoPen)
        self.band.setBrush(band)

    def set_visible(self, visible: bool) -> None:
        """Show or hide the run."""
        self.band.setVisible(visible)
        self.curve.setVisible(visible)

    def draw(self, line: Line, logarithmic: bool) -> None:
        """Draw the part of `line` that is in view, on a logarithmic axis as exponents."""
        (first, last), (low, high) = self._view.viewRange()
        seen = line.between(first, last)
        if logarithmic:
            seen = seen.logarithms()
        columns = seen.reduced(max(50, round(self._view.width())))
        spread = columns.maximum - columns.minimum
        is_noisy = len(columns) > NOISY_COLUMNS and float(np.nanmedian(_or_zero(spread))) > NOISY * (high - low)
        self._draw_band(columns)
        through = seen.reduced(NOISY_COLUMNS) if is_noisy else columns
        self.curve.setData(through.epochs, through.typical)

    def _draw_band(self, line: Line) -> None:
        known = np.isfinite(line.minimum) & np.isfinite(line.maximum)
        x, low, high = line.epochs[known], line.minimum[known], line.maximum[known]
        outline = np.concatenate([x, x[::-1]]), np.concatenate([high, low[::-1]])
        self.band.setPath(pg.arrayToQPath(*outline, connect="all"))


def _or_zero(spread: Any) -> Any:
    return np.where(np.isfinite(spread), spread, 0.0)
