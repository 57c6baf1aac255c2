"""The contenders' regions as small multiples, as large as two to nine squares can be in a room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.features.comparison.regions.panel import ContenderPanel
from gui.toolkit.plots.plane_axes import margins
from gui.toolkit.theme import ThemeManager

_GAP = 8
_FRAME = 20  # of a panel, left and right of its region
_NARROWEST = 150  # pixels of a panel's texts, at scale 1
_AS_GOOD = 0.95  # of the largest squares: then fewer columns, which leave more room beside them


@dataclass(frozen=True)
class GridFit:
    """How many columns, how large the squares are, and the room that the whole takes."""

    columns: int
    side: int
    size: QSize


class RegionGrid(QWidget):
    """Panels in rows; `fit` tells how large they can be in a given room."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._panels: list[ContenderPanel] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)

    def show_panels(self, panels: Sequence[ContenderPanel]) -> None:
        """Show these and no others."""
        for panel in self._panels:
            self._grid.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
        self._panels = list(panels)
        self._columns = 0
        self._place(self.size())

    def fit(self, room: QSize) -> GridFit:
        """The columns that give the largest squares in `room`."""
        fits = [self._fit(room, columns) for columns in range(1, len(self._panels) + 1)]
        largest = max((each.side for each in fits), default=0)
        good = [each for each in fits if each.side >= _AS_GOOD * largest]
        return good[0] if good else GridFit(0, 0, QSize(0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(event.size())

    def _fit(self, room: QSize, columns: int) -> GridFit:
        rows = -(-len(self._panels) // columns)
        left, below = margins(self._themes.theme)
        below += max(panel.height_of_texts for panel in self._panels)
        wide = (room.width() - (columns - 1) * _GAP) // columns - left - _FRAME
        high = (room.height() - (rows - 1) * _GAP) // rows - below
        side = max(min(wide, high), 1)
        width = min(max(side, self._themes.theme.px(_NARROWEST)), max(wide, 1)) + left + _FRAME
        size = QSize(columns * width + (columns - 1) * _GAP, rows * (side + below) + (rows - 1) * _GAP)
        return GridFit(columns, side, size)

    def _place(self, room: QSize) -> None:
        columns = self.fit(room).columns
        if columns == self._columns:
            return
        self._columns = columns
        for place, panel in enumerate(self._panels):
            self._grid.addWidget(panel, place // columns, place % columns)
            panel.show()
        rows = -(-len(self._panels) // columns) if columns else 0
        for index in range(max(self._grid.rowCount(), self._grid.columnCount())):
            self._grid.setRowStretch(index, int(index < rows))
            self._grid.setColumnStretch(index, int(index < columns))
