"""This module draws a run: a line, a band of lowest to highest values where epochs share a pixel, and errors of 0."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QGraphicsPathItem

from gui.features.error_curve.error_curves import NO_LINE, Line
from gui.toolkit.plots.paper_items import CurveItem, MarksItem
from gui.toolkit.plots.plot_style import make_pen

BAND_OPACITY = 95  # of 255
EARLIER_WIDTH, EARLIER_OPACITY = 1.0, 120  # of the line of an earlier run
NOISY = 0.01  # share of the visible range by which values must spread in the typical pixel column to count as noise
ZERO_MARK = "t"  # a triangle that points down, to where a logarithmic axis never comes
_ZERO_SIZE, _ZERO_GAP = 4.5, 12.0  # of a mark, times the line's width; and pixels from one to the next
NOISY_COLUMNS = 160  # a line through noise shows its course; thick zigzags would cost 80 ms a picture and hide it


class RunLine:
    """Items of a view box; few points however long the run is, and no peak lost.

    Without `band` a thin line alone: bands of several runs over each other would be grey areas.
    On a logarithmic axis an error of 0 lies at the lower edge, with a mark. One entry alone is a dot.
    """

    def __init__(self, view: Any, z: float, band: bool = True) -> None:
        self._view, self._has_band = view, band
        self._zero_size = _ZERO_SIZE
        self._is_empty = True
        self.band = QGraphicsPathItem()
        self.curve = CurveItem(antialias=True, connect="finite")
        self.zeros, self.dot = MarksItem(), MarksItem()
        for item, height in ((self.band, z), (self.curve, z + 0.5), (self.dot, z + 0.5), (self.zeros, z + 0.7)):
            item.setZValue(height)
            view.addItem(item, ignoreBounds=True)

    def set_colour(self, colour: str, width: float, opacity: int = 255) -> None:
        """Colour and width of the line; the band is paler."""
        line, band = QColor(colour), QColor(colour)
        line.setAlpha(opacity)
        band.setAlpha(BAND_OPACITY * opacity // 255)
        self.curve.setPen(make_pen(self._view, line, width))
        for marks in (self.zeros, self.dot):
            marks.setPen(QPen(Qt.PenStyle.NoPen))
            marks.setBrush(line)
        self._zero_size = _ZERO_SIZE * width
        self.band.setPen(Qt.PenStyle.NoPen)
        self.band.setBrush(band)

    def set_visible(self, visible: bool) -> None:
        """Show or hide the run."""
        self.band.setVisible(visible)
        self.zeros.setVisible(visible)
        self.dot.setVisible(visible)
        self.curve.setVisible(visible)

    def draw(self, line: Line, logarithmic: bool) -> None:
        """Draw the part of `line` that is in view, on a logarithmic axis as exponents."""
        if self._is_empty and not len(line):
            return
        self._is_empty = not len(line)
        (first, last), (low, high) = self._view.viewRange()
        seen = line.between(first, last)
        self._mark_zeros(seen.zeros() if logarithmic else seen.epochs[:0])
        if logarithmic:
            seen = seen.logarithms(floor=low)
        columns = seen.reduced(max(50, round(self._view.width())))
        spread = columns.maximum - columns.minimum
        is_noisy = len(columns) > NOISY_COLUMNS and float(np.nanmedian(_or_zero(spread))) > NOISY * (high - low)
        if self._has_band:
            self._draw_band(columns)
        through = seen.reduced(NOISY_COLUMNS) if is_noisy else columns
        self.curve.setData(through.epochs, through.typical)
        alone = seen if len(line) == 1 else NO_LINE
        if len(alone) or len(self.dot.data):
            self.dot.setData(alone.epochs, alone.typical, size=self._zero_size, symbol="o")

    @property
    def shows_zeros(self) -> bool:
        """Whether errors of 0 are marked at the lower edge."""
        return len(self.zeros.data) > 0

    def _mark_zeros(self, epochs: NDArray[np.float64]) -> None:
        """Mark these epochs just above the lower edge; neighbours that would touch share a mark."""
        if not len(epochs) and not self.shows_zeros:
            return
        (first, last), (low, high) = self._view.viewRange()
        epochs = epochs[(epochs >= first) & (epochs <= last)]
        gap = (last - first) * _ZERO_GAP / max(self._view.width(), 1.0)
        _, chosen = np.unique(np.floor((epochs - first) / gap), return_index=True)
        above = (high - low) * self._zero_size / 2 / max(self._view.height(), 1.0)
        self.zeros.setData(epochs[chosen], np.full(len(chosen), low + above), size=self._zero_size, symbol=ZERO_MARK)

    def _draw_band(self, line: Line) -> None:
        known = np.isfinite(line.minimum) & np.isfinite(line.maximum)
        x, low, high = line.epochs[known], line.minimum[known], line.maximum[known]
        outline = np.concatenate([x, x[::-1]]), np.concatenate([high, low[::-1]])
        self.band.setPath(pg.arrayToQPath(*outline, connect="all"))


def _or_zero(spread: Any) -> Any:
    return np.where(np.isfinite(spread), spread, 0.0)
