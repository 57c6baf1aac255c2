"""This module draws the line that says which past moment of the run all views show."""

from __future__ import annotations

import pyqtgraph as pg

from gui.toolkit.plots.paper_items import LevelItem
from gui.toolkit.plots.plot_style import make_pen
from gui.toolkit.theme import Theme


class MomentLine:
    """An upright line at an epoch, hidden while the present is on show."""

    def __init__(self, view: pg.ViewBox) -> None:
        self._view = view
        self.item = LevelItem(angle=90, movable=False)
        self.item.setZValue(7)
        self.item.setVisible(False)
        view.addItem(self.item, ignoreBounds=True)

    @property
    def epoch(self) -> int | None:
        """Where it stands; None while it is hidden."""
        return int(self.item.value()) if self.item.isVisible() else None

    def show_epoch(self, epoch: int | None) -> None:
        """Stand at `epoch`; None for nowhere."""
        self.item.setVisible(epoch is not None)
        if epoch is not None:
            self.item.setPos(epoch)

    def apply_theme(self, theme: Theme) -> None:
        """Take the theme's colours and sizes."""
        self.item.setPen(make_pen(self._view, theme.text, 1.5 * theme.scale))
