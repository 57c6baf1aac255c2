"""The error surface on paper: the map or the view in space."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter

from gui.features.error_surface.surface_view import BELOW, SurfacePainter, patches_of
from gui.toolkit.drawing.camera import Camera
from gui.toolkit.error_map.curve_painter import CurvePainter
from gui.toolkit.error_map.map_painter import AxisTexts, MapPainter
from gui.toolkit.error_map.picture import SurfacePicture
from gui.toolkit.theme import Theme

_MARGIN = 20.0


class PrintedSurface:
    """`part` "map" or "space" of a picture, in the colours of `theme`."""

    def __init__(  # noqa: PLR0917
        self, part: str, picture: SurfacePicture, texts: AxisTexts, camera: Camera, theme: Theme, font: QFont
    ) -> None:
        self._part, self._picture, self._texts = part, picture, texts
        self._camera, self._theme, self._font = camera, theme, font
        self._size = QSize()

    def resize(self, size: QSize, /) -> None:
        """How large to paint."""
        self._size = size

    def font(self) -> QFont:
        """That of the map."""
        return QFont(self._font)

    def paint_on(self, painter: QPainter) -> None:
        """Paint everything."""
        room = QRectF(0, 0, self._size.width(), self._size.height())
        if self._part == "map":
            kind = CurvePainter if self._picture.is_curve else MapPainter
            kind(room, self._picture, self._theme, painter.font()).paint(painter, self._texts)
            return
        margin = _MARGIN * self._theme.scale
        area = room.adjusted(margin, margin / 2, -margin, -margin - BELOW * self._theme.scale)
        space = SurfacePainter(painter, area, self._camera, self._theme)
        space.draw(self._picture, patches_of(self._picture), self._texts)
