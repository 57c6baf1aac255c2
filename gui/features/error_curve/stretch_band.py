"""This module shades the stretch of the error curve that another view points out."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtGui import QColor

from gui.toolkit.theme import Theme

_OPACITY = 0.16


class StretchBand:
    """A band from the first to the last epoch, as high as the plot; hidden while nothing is pointed out."""

    def __init__(self, view: pg.ViewBox) -> None:
        self.item = pg.LinearRegionItem(movable=False)
        self.item.setZValue(-5)
        self.item.setVisible(False)
        view.addItem(self.item, ignoreBounds=True)

    @property
    def stretch(self) -> tuple[float, float] | None:
        """The epochs that are shaded; None for none."""
        first, last = self.item.getRegion()
        return (first, last) if self.item.isVisible() else None

    def show_stretch(self, stretch: tuple[int, int] | None) -> None:
        """Shade these epochs; None for none."""
        self.item.setVisible(stretch is not None)
        if stretch is not None:
            self.item.setRegion(stretch)

    def apply_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        colour = QColor(theme.warning)
        colour.setAlphaF(_OPACITY)
        self.item.setBrush(colour)
        for line in self.item.lines:
            line.setPen(pg.mkPen(theme.warning))
