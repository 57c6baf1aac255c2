"""The paths of the contenders on paper, and their colours there and on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from gui.features.comparison.colours import contender_colour
from gui.toolkit.error_map.map_painter import AxisTexts, MapPainter
from gui.toolkit.error_map.picture import SurfacePicture
from gui.toolkit.theme import Theme


@dataclass(frozen=True, eq=False)
class PrintedPaths:
    """A picture of the surface with the paths of `contenders`, which are named in the order of the race."""

    picture: SurfacePicture
    texts: AxisTexts
    contenders: tuple[str, ...]

    def paint(self, painter: QPainter, room: QRectF, theme: Theme) -> None:
        """Paint surface, paths and axes."""
        colours = path_colours(self.picture, self.contenders, theme)
        MapPainter(room, self.picture, theme, painter.font(), colours).paint(painter, self.texts)


def path_colours(picture: SurfacePicture, contenders: Sequence[str], theme: Theme) -> tuple[str, ...]:
    """Those of the paths in their order in `picture`, each as in the contender's title."""
    places = {name: place for place, name in enumerate(contenders)}
    return tuple(contender_colour(places.get(name, 0), theme) for name in picture.moment.names)
