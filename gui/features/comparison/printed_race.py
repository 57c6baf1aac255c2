"""The race on paper: the regions of all contenders with title and figures, and their curves over each other."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from engine.project.race.moment import RaceMoment
from gui.features.comparison.paths.printed import PrintedPaths
from gui.features.comparison.race_chart import RaceChart
from gui.features.comparison.regions.view import RegionView
from gui.toolkit.export.offscreen_copy import OffscreenPicture, paint_copy
from gui.toolkit.theme import Theme, ThemeManager
from gui.words.notation import Notation

Texts = dict[str, tuple[str, str]]


@dataclass(frozen=True)
class Look:
    """How axes are named, the scale of the errors, and the paths to stand beside the curves, if there are any."""

    notation: Notation
    logarithmic: bool
    paths: PrintedPaths | None = None


_SIDE, _CHART, _PATHS = QSize(240, 280), QSize(420, 260), QSize(440, 400)
_MOST_COLUMNS = 4


def race_picture(title: str, moment: RaceMoment, texts: Texts, titles: dict[str, str], look: Look) -> OffscreenPicture:
    """A picture of `moment`; texts: title and figures of each contender that has a region to show."""
    columns = min(len(texts), _MOST_COLUMNS)
    rows = -(-len(texts) // columns) if columns else 0
    below = _below(look)
    size = QSize(max(columns * _SIDE.width(), below.width()), rows * _SIDE.height() + below.height())

    def make(theme: Theme) -> list[PrintedRace]:
        return [PrintedRace(theme, moment, texts, titles, look)]

    return OffscreenPicture(title, size, make)


def _below(look: Look) -> QSize:
    """What stands below the regions: the curves, and the paths beside them."""
    if look.paths is None:
        return _CHART
    return QSize(_CHART.width() + _PATHS.width(), _PATHS.height())


class PrintedRace:
    """Regions in rows of at most four, the curves and paths below them."""

    def __init__(self, theme: Theme, moment: RaceMoment, texts: Texts, titles: dict[str, str], look: Look) -> None:
        self._theme, self._texts, self._look = theme, texts, look
        self._size = QSize()
        themes = ThemeManager(theme)
        self._regions = {name: RegionView(themes, look.notation) for name in texts}
        for name, region in self._regions.items():
            region.show_moment(moment, name)
        self._chart = RaceChart(themes)
        self._chart.show_moment(moment, titles)
        self._chart.set_logarithmic(look.logarithmic)

    def resize(self, size: QSize, /) -> None:
        """How large to paint."""
        self._size = size

    def font(self) -> QFont:
        """That of the views."""
        return self._chart.font()

    def paint_on(self, painter: QPainter) -> None:
        """Paint everything."""
        columns = min(len(self._texts), _MOST_COLUMNS)
        rows = -(-len(self._texts) // columns) if columns else 0
        below = _below(self._look)
        height = self._size.height() * below.height() / (rows * _SIDE.height() + below.height())
        above = self._size.height() - height
        for place, name in enumerate(self._texts):
            wide, high = self._size.width() / columns, above / rows
            self._paint_region(painter, name, QRectF(place % columns * wide, place // columns * high, wide, high))
        width = self._size.width() * (1.0 if self._look.paths is None else _CHART.width() / below.width())
        paint_copy(painter, self._chart, QRectF(0, above, width, height), self._theme)
        if self._look.paths is not None:
            self._look.paths.paint(painter, QRectF(width, above, self._size.width() - width, height), self._theme)

    def _paint_region(self, painter: QPainter, name: str, room: QRectF) -> None:
        row = self._theme.px(20)
        whole = room.adjusted(self._theme.px(4), 0, -self._theme.px(4), 0)
        title, figures = QRectF(whole), QRectF(whole)
        title.setHeight(row)
        figures.setTop(whole.bottom() - row)
        painter.setPen(QColor(self._theme.text))
        for text, place, bold in zip(self._texts[name], (title, figures), (True, False), strict=True):
            painter.setFont(_fitting(text, place.width(), painter.font(), self._theme.px(12), bold))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)
        paint_copy(painter, self._regions[name], whole.adjusted(0, row, 0, -row), self._theme)


def _fitting(text: str, width: float, base: QFont, pixels: int, bold: bool) -> QFont:
    """`base`, as much smaller than `pixels` as `text` needs to fit into `width`."""
    font = QFont(base)
    font.setBold(bold)
    font.setPixelSize(pixels)
    needed = QFontMetricsF(font).horizontalAdvance(text)
    font.setPixelSize(max(1, int(pixels * min(1.0, width / max(needed, 1.0)))))
    return font
