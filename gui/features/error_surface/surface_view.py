"""The surface in space: the error stands upright over the plane, with the run's path on it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from pyqtgraph.functions import ndarray_from_qpolygonf
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from gui.toolkit.drawing.box_painter import BoxPainter
from gui.toolkit.drawing.camera import Box
from gui.toolkit.drawing.error_scale import error_colours
from gui.toolkit.error_map.map_painter import AxisTexts, paint_marker, paint_point, ticks
from gui.toolkit.error_map.picture import SurfacePicture, thinned
from gui.toolkit.plots.turning_view import TurningView
from gui.toolkit.theme import Theme, ThemeManager

Floats = NDArray[np.float64]

_COARSE, _FINE = 18, 32
"""Patches along each axis: what is painted in some 2 ms while a run moves, and what looks smooth at rest."""
_MOST_STEPS = 150
_APART, _MOST_BETWEEN = 0.03, 40  # half sides of the box between two points of the path; points between two moments
BELOW = 22  # pixels for the numbers at the lowest corner
_LIFT = 0.03  # of the path over the patches, in half sides of the box, so that it is not within them


class SurfaceView(TurningView):
    """Shows the same picture as the map beside it."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__("error_surface_space", themes, parent)
        self._picture: SurfacePicture | None = None
        self._patches: Patches | None = None
        self._texts = AxisTexts("", "", "")
        self.follow_themes(themes)

    def show_picture(self, picture: SurfacePicture | None, texts: AxisTexts) -> None:
        """Show `picture`; nothing where there is none, or only a curve."""
        self._picture = None if picture is None or picture.is_curve else picture
        self._patches = None if self._picture is None else patches_of(self._picture)
        self._texts = texts
        self.update()

    def paint_space(self, painter: QPainter, theme: Theme) -> None:
        if self._picture is not None and self._patches is not None:
            space = SurfacePainter(painter, self.area(), self.camera, theme)
            space.draw(self._picture, self._patches, self._texts)

    def area(self) -> QRectF:
        return super().area().adjusted(0, 0, 0, -self.themes.theme.px(BELOW))

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("The error in space"))
        super().retranslate()


@dataclass(frozen=True, eq=False)
class Patches:
    """corners (n, 4, 3) in units of the box, shares (n,) of the scale that give their colours; track (k, 3), NaN where
    the path leaves the picture or jumps.
    """

    corners: Floats
    shares: Floats
    track: Floats


def patches_of(picture: SurfacePicture) -> Patches:
    """The surface in patches, and the path laid onto it."""
    surface, count = picture.surface, _COARSE if picture.level == 0 else _FINE
    rows, columns = (np.unique(np.linspace(0, n - 1, count + 1).round().astype(int)) for n in surface.losses.shape)
    heights = _heights(picture, surface.losses[np.ix_(rows, columns)])
    across, up = (np.linspace(-1, 1, len(part)) for part in (rows, columns))
    points = np.stack([*np.meshgrid(across, up, indexing="ij"), heights], axis=-1)
    corners = np.stack([points[:-1, :-1], points[1:, :-1], points[1:, 1:], points[:-1, 1:]], axis=2).reshape(-1, 4, 3)
    known: NDArray[np.bool_] = np.isfinite(corners).all(axis=(1, 2))
    shares = (corners[known, :, 2].mean(axis=1) + 1) / 2
    return Patches(corners[known], shares, _track(picture))


def _heights(picture: SurfacePicture, losses: Floats) -> Floats:
    """Errors as heights of the box, −1 to 1; NaN where there is none."""
    shares = picture.scale.shares(np.where(np.isfinite(losses), losses, np.nan))
    return 2 * shares - 1


def _in_box(picture: SurfacePicture, places: Floats) -> Floats:
    """Places (n, 2) of the plane in units of the box."""
    return np.asarray((places - picture.area.middle) / picture.area.half)


def _track(picture: SurfacePicture) -> Floats:
    """The path until the moment on show, on the surface below it: other weights than these two moved as well."""
    surface, track = picture.surface, picture.track
    units = _closely(_in_box(picture, thinned(track.places, track.breaks, _MOST_STEPS)))
    inside = (np.abs(units) <= 1).all(axis=1)  # and no gap
    rows, columns = (
        np.clip(np.rint((np.where(inside, part, 0.0) + 1) / 2 * (n - 1)), 0, n - 1).astype(int)
        for part, n in zip(units.T, surface.losses.shape, strict=True)
    )
    heights = np.where(inside, _heights(picture, surface.losses[rows, columns]), np.nan)
    return np.column_stack([units, heights + _LIFT])


def _closely(units: Floats) -> Floats:
    """The same path with points close together, so that it goes up and down where the surface does."""
    pieces = [units[:1]]
    for start, end in pairwise(units):
        reach = float(np.abs(end - start).max())
        count = min(_MOST_BETWEEN, int(reach / _APART) + 1) if np.isfinite(reach) else 1
        pieces.append(np.linspace(start, end, count + 1)[1:] if count > 1 else end[np.newaxis])
    return np.concatenate(pieces)


class SurfacePainter(BoxPainter):
    """Paints the patches from far to near, then the path and the marks over them."""

    def draw(self, picture: SurfacePicture, patches: Patches, texts: AxisTexts) -> None:
        """Draw everything."""
        self.draw_box()
        self._draw_patches(patches)
        self._draw_track(patches.track)
        surface = picture.surface
        for point in surface.points or ():
            self._mark(picture, np.array([point.first, point.second]), point.loss, point.kind)
        self._mark(picture, surface.place, surface.loss, "")
        area, scale = picture.area, picture.scale
        heights = [scale.low, scale.high] if scale.is_logarithmic else ticks(scale.low, scale.high, most=4)
        numbers = (ticks(*area.first, most=4), ticks(*area.second, most=4), heights)
        box = Box((area.first[0], area.second[0], scale.low), (area.first[1], area.second[1], scale.high))
        self.draw_axes(box, (texts.first, texts.second, texts.error), numbers)

    def _draw_patches(self, patches: Patches) -> None:
        if not len(patches.corners):
            return
        seen = self.camera.project(patches.corners.reshape(-1, 3)).reshape(-1, 4, 3)
        order = np.argsort(seen[:, :, 2].mean(axis=1))
        table, indices = _brushes(), np.rint(patches.shares[order] * 255).astype(int).tolist()
        pixels = self.in_pixels(seen[order, :, :2])
        polygon = QPolygonF([QPointF()] * 4)
        corners = ndarray_from_qpolygonf(polygon)  # one polygon whose corners move: a new one each costs twice the time
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self.painter.setPen(QPen(QColor(0, 0, 0, 36), 0))
        for place, index in zip(pixels, indices, strict=True):
            corners[:] = place
            self.painter.setBrush(table[index])
            self.painter.drawPolygon(polygon)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _draw_track(self, track: Floats) -> None:
        pixels = self.in_pixels(self.camera.project(track)[:, :2])
        path = pg.arrayToQPath(pixels[:, 0], pixels[:, 1], connect="finite")
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in (("#101418", 3.4), ("#ffffff", 1.7)):
            self.painter.setPen(QPen(QColor(colour), width * self.theme.scale))
            self.painter.drawPath(path)

    def _mark(self, picture: SurfacePicture, place: Floats, loss: float, kind: str) -> None:
        units = _in_box(picture, place)
        if not ((np.abs(units) <= 1).all() and np.isfinite(loss)):
            return
        height = 2 * float(picture.scale.shares(loss)) - 1
        at = self.pixels(np.array([[*units, height]]))[0]
        if kind:
            paint_point(self.painter, at, kind, self.theme.scale)
        else:
            paint_marker(self.painter, at, self.theme)


@lru_cache(maxsize=1)
def _brushes() -> list[QColor]:
    return [QColor(*colour) for colour in error_colours()[:, :3].tolist()]
