"""What seldom changes is painted once and then copied, on screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QPainter, QPixmap, QTransform

from gui.toolkit.drawing.pixmaps import transparent_pixmap

_FARTHEST = 2.0
"""Beyond this zoom little of the picture is on screen, and a copy of the whole would take much memory."""


class StillCopy:
    """Paints a picture by `draw` onto a copy, and the copy until it is to `forget`.

    Also what is painted once: a pixel of a copy may differ by one level from one that is painted straight.
    """

    def __init__(self, draw: Callable[[QPainter], None]) -> None:
        self._draw = draw
        self._pixmap: QPixmap | None = None
        self._made_for: tuple[QTransform, QRectF, float] | None = None

    def forget(self) -> None:
        """The picture looks different now."""
        self._pixmap = None

    def paint(self, painter: QPainter, rect: QRectF, on_screen: bool) -> None:
        """Paint what lies in `rect` of the item; elsewhere than on screen without a copy, which stays sharp."""
        to_screen = painter.worldTransform()
        if not on_screen or rect.isEmpty() or to_screen.m11() > _FARTHEST:
            self._draw(painter)
            return
        area = to_screen.mapRect(rect).toAlignedRect()
        to_copy = to_screen * QTransform.fromTranslate(-area.left(), -area.top())
        wanted = to_copy, QRectF(rect), painter.device().devicePixelRatio()
        if self._pixmap is None or wanted != self._made_for:
            self._pixmap, self._made_for = self._made(area.width(), area.height(), to_copy, wanted[2]), wanted
        painter.resetTransform()
        painter.drawPixmap(QPoint(area.left(), area.top()), self._pixmap)
        painter.setWorldTransform(to_screen)

    def _made(self, width: int, height: int, to_copy: QTransform, ratio: float) -> QPixmap:
        pixmap = transparent_pixmap(width, height, ratio)
        painter = QPainter(pixmap)
        painter.setWorldTransform(to_copy)
        self._draw(painter)
        painter.end()
        return pixmap
