"""This module makes a picture of the surface from a request: in any thread, so that the window only paints it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPainterPath

from engine.analysis.surface.run_path import RunPath
from engine.analysis.surface.surface_map import SurfaceMap, grid_sizes, surface_map
from engine.analysis.surface.weight_plane import WeightPlane, reading
from gui.toolkit.drawing.contour import level_lines
from gui.toolkit.drawing.error_scale import ErrorScale, error_colours, scale_of
from gui.toolkit.drawing.pixmaps import image_of
from gui.toolkit.error_map.axes import NONE
from gui.toolkit.error_map.request import Area, Directions, Moment, Request, Trail, area_of, directions_of

Floats = NDArray[np.float64]

CURVE_POINTS = 361
_MOST_STEPS = 400
_FLAT = 1e-6
_SOME, _ROUNDING = 64, 1e-9


@dataclass(frozen=True, eq=False)
class Track:
    """The run in the plane: places (n, 2) at the moments until the one on show, which is the last.

    breaks (n,): True where no line leads to a place, because weights were set by hand. done, to_come: the lines.
    is_projected: whether the run was beside the plane, so that its places have another error than the surface there.
    """

    places: Floats
    breaks: NDArray[np.bool_]
    done: QPainterPath
    to_come: QPainterPath
    is_projected: bool


@dataclass(frozen=True, eq=False)
class SurfacePicture:
    """One moment's surface, ready to be painted. `surface` has summed errors, as the window shows them elsewhere.

    image: its colours, transparent where there is no error, the second axis upwards. lines: those of equal error,
    in coordinates. others: the ways of the runs beside it. level: 0 for the coarsest of `n_levels` grids.
    """

    request: Request
    surface: SurfaceMap
    directions: Directions
    area: Area
    scale: ErrorScale
    image: QImage
    lines: QPainterPath
    track: Track
    others: tuple[Track, ...]
    level: int
    n_levels: int

    @property
    def moment(self) -> Moment:
        """What it is of."""
        return self.request.moment

    @property
    def is_curve(self) -> bool:
        """Whether there is one axis only."""
        return self.request.axes[1].kind == NONE

    @cached_property
    def way_down(self) -> Floats | None:
        """The direction (2,) of length 1 of −gradient in the plane; None without one, and where it is as good as 0."""
        descent = self.surface.descent
        if descent is None or not np.isfinite(descent).all():
            return None
        length = float(np.hypot(*descent))
        fall = length * self.area.half * self.moment.data.n_samples  # as if it went on so to the rim
        return descent / length if fall > _FLAT * (self.scale.high - self.scale.low) else None

    @cached_property
    def unknown_share(self) -> float:
        """The part of the area in which the error is no finite number."""
        return float(np.mean(~np.isfinite(self.surface.losses)))


def make_picture(request: Request, level: int, is_cancelled: Callable[[], bool]) -> SurfacePicture | None:
    """The picture on grid `level`; None once `is_cancelled`. Raises EngineError where there is none."""
    moment = request.moment
    sizes = grid_sizes(moment.start.network, moment.data.n_samples)
    level = min(level, len(sizes) - 1)
    is_finest = level == len(sizes) - 1
    ways = [(trail, trail.path()) for trail in (moment.trail, *moment.others)]
    calm = [np.vstack([way.parameters, trail.parameters]) for trail, way in ways if not trail.is_wild]
    directions = directions_of(request, np.concatenate([rows[:-1] for rows in calm]))
    reader = reading(directions.vectors)
    place = moment.parameters @ reader
    area = area_of(request, np.concatenate(calm) @ reader)
    is_curve = request.axes[1].kind == NONE
    ranges = (area.first, (float(place[1]), float(place[1])) if is_curve else area.second)
    n = CURVE_POINTS if is_curve else sizes[level]
    found = surface_map(
        moment.network(), moment.data, moment.loss, directions.vectors, ranges, n, ways[0][1],
        finds_points=is_finest and not is_curve, is_cancelled=is_cancelled,
    )  # fmt: skip
    if found is None:
        return None
    surface = _summed(found, moment.data.n_samples)
    scale = scale_of(surface.losses, request.is_logarithmic)
    tracks = [_track(way, surface.plane, trail) for trail, way in ways]
    n_levels = 1 if is_curve else len(sizes)
    drawn = _image(surface, scale), _lines(surface, scale)
    return SurfacePicture(
        request, surface, directions, area, scale, *drawn, tracks[0], tuple(tracks[1:]), level, n_levels
    )


def _summed(surface: SurfaceMap, n_samples: int) -> SurfaceMap:
    points = surface.points
    if points is not None:
        points = tuple(replace(point, loss=point.loss * n_samples) for point in points)
    return replace(surface, losses=surface.losses * n_samples, loss=surface.loss * n_samples, points=points)


def _track(path: RunPath, plane: WeightPlane, trail: Trail) -> Track:
    past, place = path.epochs <= trail.epoch, plane.places(trail.parameters)
    along = plane.places(path.parameters)
    places, breaks = along[past], path.jumps[past]
    last = path.epochs[past][-1] if past.any() else 0
    is_set = any(mark.kind == "weights" and last <= mark.epoch <= trail.epoch for mark in trail.marks)
    is_there = len(places) > 0 and bool((places[-1] == place).all())
    places = np.vstack([places, place])
    breaks = np.append(breaks, is_set and not is_there)
    later = np.vstack([place, along[~past]])
    later_breaks = np.append(False, path.jumps[~past])
    some = path.parameters[np.flatnonzero(past)[:: max(1, int(past.sum()) // _SOME)]]
    beside = np.abs(some - plane.at(plane.places(some)))
    is_projected = bool((beside > _ROUNDING * np.abs(some).max(initial=1.0)).any())
    return Track(places, breaks, _line(places, breaks), _line(later, later_breaks), is_projected)


def _line(places: Floats, breaks: NDArray[np.bool_]) -> QPainterPath:
    path: QPainterPath = pg.arrayToQPath(*thinned(places, breaks, _MOST_STEPS).T, connect="finite")
    return path


def thinned(places: Floats, breaks: NDArray[np.bool_], most: int) -> Floats:
    """Places (n, 2) with NaN before those that are a break; of very many, as many as can be told apart."""
    chosen = np.unique(np.linspace(0, len(places) - 1, min(len(places), most)).round().astype(int))
    so_far = np.cumsum(breaks)[chosen]
    return np.insert(places[chosen], np.flatnonzero(np.diff(so_far)) + 1, np.nan, axis=0)


def _image(surface: SurfaceMap, scale: ErrorScale) -> QImage:
    shares = scale.shares(surface.losses.T[::-1])
    known = np.isfinite(shares) & np.isfinite(surface.losses.T[::-1])
    indices = np.rint(np.where(known, shares, 0.0) * 255).astype(np.uint8)
    pixels = error_colours()[indices]
    pixels[~known] = 0
    opaque, holed = QImage.Format.Format_RGB32, QImage.Format.Format_ARGB32_Premultiplied
    return image_of(pixels).convertToFormat(opaque if known.all() else holed)  # these are painted fastest


def _lines(surface: SurfaceMap, scale: ErrorScale) -> QPainterPath:
    whole = QPainterPath()
    for x, y in level_lines(surface.losses.T, surface.first, surface.second, scale.levels()):
        if len(x):
            whole.addPath(pg.arrayToQPath(x, y, connect="finite"))
    return whole
