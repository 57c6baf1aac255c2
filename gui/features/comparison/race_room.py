"""The room below the controls: the regions, with the curves and the ranking beside or below them."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from gui.features.comparison.chart_card import ChartCard
from gui.features.comparison.paths.card import PathCard
from gui.features.comparison.ranking_card import RankingCard
from gui.features.comparison.regions.grid import RegionGrid
from gui.toolkit.theme import ThemeManager
from gui.words.notation import Notation

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_GAP = 8
_LEAST_WIDTH = 500  # pixels of the room, at scale 1
_LEAST_BESIDE, _LEAST_BELOW = 430, 200  # pixels for curves and ranking, at scale 1
_BESIDE_MAP = 60  # pixels of the axis and the scale of the square map, less those of the lines above and below it
_RANKING = 540  # pixels of the ranking beside the curves
_NO_LIMIT = 16_777_215  # Qt's own


class RaceRoom(QWidget):
    """Places its parts so that the regions are as large as they can be and no room is left over."""

    def __init__(self, themes: ThemeManager, notation: Notation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.regions = RegionGrid(themes, self)
        self.paths = PathCard(themes, notation, self)
        self.paths.hide()
        self.curves = ChartCard(themes, self)
        self.ranking = RankingCard(themes, self)
        others = QWidget(self)
        self._others = QBoxLayout(_DOWN, others)
        self._others.addWidget(self.curves, 1)
        self._others.addWidget(self.ranking)
        self._halves = QBoxLayout(_ACROSS, self)
        self._halves.addWidget(self.regions)
        self._halves.addWidget(self.paths)
        self._halves.addWidget(others, 1)
        for box in (self._others, self._halves):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(_GAP)

    def share(self) -> None:
        """Let curves and ranking stand beside regions or map, or below them, where these are larger so."""
        px, room = self._themes.theme.px, self.size()
        below = max(self.ranking.sizeHint().height(), px(_LEAST_BELOW)) + _GAP
        beside = QSize(max(room.width() - px(_LEAST_BESIDE), 1), room.height())
        above = QSize(room.width(), max(room.height() - below, 1))
        if self.paths.isVisibleTo(self):
            is_above = min(above.width(), above.height()) > min(beside.width(), beside.height())
            width = min(beside.width(), room.height() + px(_BESIDE_MAP))
            _fix(self.paths, QSize(0, above.height()) if is_above else QSize(width, 0))
        else:
            across, down = self.regions.fit(beside), self.regions.fit(above)
            is_above = down.side > across.side
            _fix(self.regions, QSize(0, down.size.height()) if is_above else QSize(across.size.width(), 0))
        self._halves.setDirection(_DOWN if is_above else _ACROSS)
        self._others.setDirection(_ACROSS if is_above else _DOWN)
        self.ranking.setMinimumWidth(min(px(_RANKING), room.width() * 3 // 5) if is_above else 0)
        self.ranking.setMaximumWidth(px(_RANKING) if is_above else _NO_LIMIT)

    def minimumSizeHint(self) -> QSize:
        """Not what the parts were given: room and parts would ask each other for more, and might never come to rest."""
        height = self.curves.minimumSizeHint().height() + _GAP + self.ranking.minimumSizeHint().height()
        return QSize(self._themes.theme.px(_LEAST_WIDTH), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share()


def _fix(part: QWidget, size: QSize) -> None:
    """Give `part` that width and height; 0 leaves it free."""
    part.setMinimumSize(size)
    part.setMaximumSize(QSize(size.width() or _NO_LIMIT, size.height() or _NO_LIMIT))
