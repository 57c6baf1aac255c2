"""The painter draws the box with its axes, the planes and the samples, from far to near."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPen, QPolygonF

from engine.analysis.boundary import plane_in_box
from gui.toolkit.drawing.box_painter import BoxPainter
from gui.toolkit.drawing.camera import Box
from gui.words.class_marks import class_mark

Floats = NDArray[np.float64]

POINT = 6.5  # radius in pixels
FEW_POINTS = 40  # so many get a line down to the floor
ARROW = 0.45  # of half a side of the box


@dataclass(frozen=True, eq=False)
class SpacePoint:
    """A sample: its place (3,) in the input space, its class (None for real values), and whether it is wrong."""

    place: Floats
    label: int | None
    is_test: bool
    is_wrong: bool


@dataclass(frozen=True, eq=False)
class SpacePlane:
    """A unit's boundary w·x + b = 0: `normal` (3,) is w."""

    normal: Floats
    bias: float
    name: str
    colour: str


@dataclass(frozen=True, eq=False)
class SpaceScene:
    """All that is to be drawn; `ticks` are the two numbers written on each axis, `grid` lines (lines, points, 3)."""

    box: Box
    names: tuple[str, ...]
    ticks: tuple[tuple[float, float], ...]
    points: tuple[SpacePoint, ...]
    planes: tuple[SpacePlane, ...]
    grid: Floats | None = None


class SpacePainter(BoxPainter):
    """Draws a `SpaceScene` into `area` as `camera` sees it."""

    def draw(self, scene: SpaceScene) -> None:
        """Draw everything."""
        self.draw_box()
        self.draw_axes(scene.box, scene.names, scene.ticks)
        self._draw_grid(scene)
        units = scene.box.to_unit(np.array([point.place for point in scene.points])) if scene.points else None
        near = self._is_before(scene, units) if units is not None else np.zeros(0, dtype=bool)
        order = np.argsort(self.camera.project(units)[:, 2]) if units is not None else np.zeros(0, dtype=int)
        if units is not None and len(units) <= FEW_POINTS:
            self._draw_stems(units)
        for k in order:
            if units is not None and not near[k]:
                self._draw_point(scene.points[k], units[k])
        for plane in scene.planes:
            self._draw_plane(plane, scene.box)
        for k in order:
            if units is not None and near[k]:
                self._draw_point(scene.points[k], units[k])
        for plane in scene.planes:
            self._draw_normal(plane, scene.box)

    def _is_before(self, scene: SpaceScene, units: Floats) -> NDArray[np.bool_]:
        """Which points are on the eye's side of all planes: those are drawn over the planes."""
        before = np.ones(len(units), dtype=bool)
        places = np.array([point.place for point in scene.points])
        for plane in scene.planes:
            facing = float((plane.normal * scene.box.half) @ self.camera.towards_eye())
            before &= (places @ plane.normal + plane.bias) * facing >= 0
        return before

    def _draw_grid(self, scene: SpaceScene) -> None:
        colour = QColor(self.theme.muted)
        colour.setAlphaF(0.55)
        self.painter.setPen(QPen(colour, self.theme.scale))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        for line in () if scene.grid is None else scene.grid:
            self.painter.drawPolyline(QPolygonF(self.pixels(scene.box.to_unit(line))))

    def _draw_stems(self, units: Floats) -> None:
        """From each point straight down to the floor, so that one sees where it stands."""
        self.painter.setPen(QPen(QColor(self.theme.muted), 0.8 * self.theme.scale, Qt.PenStyle.DotLine))
        floor = units * [1.0, 1.0, 0.0] - [0.0, 0.0, 1.0]
        for top, foot in zip(self.pixels(units), self.pixels(floor), strict=True):
            self.painter.drawLine(top, foot)
            self.painter.drawPoint(foot)

    def _draw_plane(self, plane: SpacePlane, box: Box) -> None:
        corners = plane_in_box(plane.normal, plane.bias, box.low, box.high)
        if len(corners) == 0:
            return
        fill = QColor(plane.colour)
        fill.setAlphaF(0.28)
        self.painter.setBrush(fill)
        self.painter.setPen(QPen(QColor(plane.colour), 1.6 * self.theme.scale))
        self.painter.drawPolygon(QPolygonF(self.pixels(box.to_unit(corners))))

    def _draw_normal(self, plane: SpacePlane, box: Box) -> None:
        ends = arrow_ends(plane, box)
        if ends is None:
            return
        start, end = self.pixels(ends)
        self.painter.setPen(QPen(QColor(plane.colour), 2.4 * self.theme.scale))
        self.painter.drawLine(start, end)
        along = end - start
        length = float(np.hypot(along.x(), along.y()))
        if length > 4:
            unit = along * (self.theme.scale / length)
            aside = QPointF(-unit.y(), unit.x()) * 5
            self.painter.setBrush(QColor(plane.colour))
            self.painter.setPen(Qt.PenStyle.NoPen)
            self.painter.drawPolygon(QPolygonF([end + unit * 4, end - unit * 7 + aside, end - unit * 7 - aside]))
            self.write(end + unit * 15, plane.name, 13, bold=True)

    def _draw_point(self, point: SpacePoint, unit: Floats) -> None:
        theme, painter = self.theme, self.painter
        at = self.pixels(unit)[0]
        near = float(self.camera.project(unit)[0, 2])
        radius = POINT * theme.scale * (1 + 0.12 * near)
        colour = QColor(theme.text if point.label is None else theme.class_colour(point.label))
        if point.is_wrong:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.panel), 4.5 * theme.scale))
            painter.drawEllipse(at, 1.8 * radius, 1.8 * radius)
            painter.setPen(QPen(QColor(theme.wrong), 2.2 * theme.scale))
            painter.drawEllipse(at, 1.8 * radius, 1.8 * radius)
        mark = class_mark(point.label or 0, at, radius)
        painter.setPen(QPen(colour if point.is_test else QColor(theme.panel), 1.4 * theme.scale))
        painter.setBrush(QColor(theme.panel) if point.is_test else colour)
        painter.drawPath(mark)


def arrow_ends(plane: SpacePlane, box: Box) -> Floats | None:
    """Foot and tip (2, 3), in units of the box, of an arrow along w from the middle of the plane; None: not in sight.

    The box may stretch its axes. The arrow is stretched with them, so that it still points along w.
    """
    corners = plane_in_box(plane.normal, plane.bias, box.low, box.high)
    if len(corners) == 0:
        return None
    foot = box.to_unit(corners).mean(axis=0)
    way = plane.normal / np.abs(plane.normal).max() * (box.half.min() / box.half)
    return np.array([foot, foot + way / np.linalg.norm(way) * ARROW])


def nearest(places: Sequence[QPointF], position: QPointF, reach: float) -> int | None:
    """The index of the place nearest to `position` within `reach` pixels."""
    if not places:
        return None
    distances = [float(np.hypot(place.x() - position.x(), place.y() - position.y())) for place in places]
    best = int(np.argmin(distances))
    return best if distances[best] <= reach else None
