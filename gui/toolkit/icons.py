"""This module makes the icons from SVG files, tinted with the theme's colours and sharp at every size."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from engine.files.resources import RESOURCES
from gui.toolkit.drawing.pixmaps import transparent_pixmap
from gui.toolkit.theme import Theme

FOLDER = RESOURCES / "icons"


def icon(name: str, theme: Theme, colour: str | None = None) -> QIcon:
    """The icon `name` (a file of resources/icons without its ending) in the theme's text colour, or in `colour`.

    Disabled icons are muted. Raises FileNotFoundError for a name that has no file.
    """
    return QIcon(_SvgIconEngine(name, colour or theme.text, theme.muted))


def draw_icon(painter: QPainter, area: QRectF, name: str, colour: str) -> None:
    """Paint the icon `name` into the largest square in the middle of `area`."""
    side = min(area.width(), area.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(QPointF(area.center()))
    _renderer(name, colour).render(painter, square)


class _SvgIconEngine(QIconEngine):
    """Draws at the size that is asked for, so that nothing is scaled on a sharp screen."""

    def __init__(self, name: str, colour: str, disabled_colour: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour
        self._disabled_colour = disabled_colour
        _source(name)  # a wrong name must fail here, not inside a paint event

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        disabled = mode == QIcon.Mode.Disabled
        painter.save()
        painter.setOpacity(painter.opacity() * (0.55 if disabled else 1.0))
        draw_icon(painter, QRectF(rect), self._name, self._disabled_colour if disabled else self._colour)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = transparent_pixmap(size.width(), size.height())
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _SvgIconEngine(self._name, self._colour, self._disabled_colour)


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
