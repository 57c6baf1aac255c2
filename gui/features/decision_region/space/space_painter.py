"""The painter draws the box with its axes, the planes and the samples, from far to near."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from engine.analysis.boundary import plane_in_box
from gui.features.decision_region.space.camera import FILLING, Box, Camera
from gui.toolkit.theme import Theme
from gui.words.class_marks import class_mark
from gui.words.number_text import few_figures

Floats = NDArray[np.float64]

POINT = 6.5  # radius in pixels
FEW_POINTS = 40  # so many get a line down to the floor
ARROW = 0.45  # of half a side of the box
_CORNERS = np.array(list(product((-1.0, 1.0), repeat=3)))
_EDGES = [(i, i | bit) for i in range(8) for bit in (1, 2, 4) if not i & bit]


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
    """All that is to be drawn; `ticks` are the two numbers written on each axis."""

    box: Box
    names: tuple[str, ...]
    ticks: tuple[tuple[float, float], ...]
    points: tuple[SpacePoint, ...]
    planes: tuple[SpacePlane, ...]


class SpacePainter:
    """Draws a `SpaceScene` into `area` as `camera` sees it."""

    def __init__(self, painter: QPainter, area: QRectF, camera: Camera, theme: Theme) -> None:
        self._painter, self._camera, self._theme = painter, camera, theme
        self._area, self._centre = area, area.center()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def draw(self, scene: SpaceScene) -> None:
        """Draw everything."""
        self._draw_box()
        self._draw_axes(scene)
        units = scene.box.to_unit(np.array([point.place for point in scene.points])) if scene.points else None
        near = self._is_before(scene, units) if units is not None else np.zeros(0, dtype=bool)
        order = np.argsort(self._camera.project(units)[:, 2]) if units is not None else np.zeros(0, dtype=int)
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

    def pixels(self, units: Floats) -> list[QPointF]:
        """Where points (n, 3) in units of the box appear."""
        return pixels_of(units, self._camera, self._area)

    def _is_before(self, scene: SpaceScene, units: Floats) -> NDArray[np.bool_]:
        """Which points are on the eye's side of all planes: those are drawn over the planes."""
        before = np.ones(len(units), dtype=bool)
        places = np.array([point.place for point in scene.points])
        for plane in scene.planes:
            facing = float((plane.normal * scene.box.half) @ self._camera.towards_eye())
            before &= (places @ plane.normal + plane.bias) * facing >= 0
        return before

    def _draw_box(self) -> None:
        corners = self.pixels(_CORNERS)
        depth = self._camera.project(_CORNERS)[:, 2]
        hidden = int(np.argmin(depth))
        for first, second in _EDGES:
            style = Qt.PenStyle.DotLine if hidden in (first, second) else Qt.PenStyle.SolidLine
            self._painter.setPen(QPen(QColor(self._theme.hairline), self._theme.scale, style))
            self._painter.drawLine(corners[first], corners[second])

    def _draw_stems(self, units: Floats) -> None:
        """From each point straight down to the floor, so that one sees where it stands."""
        self._painter.setPen(QPen(QColor(self._theme.muted), 0.8 * self._theme.scale, Qt.PenStyle.DotLine))
        floor = units * [1.0, 1.0, 0.0] - [0.0, 0.0, 1.0]
        for top, foot in zip(self.pixels(units), self.pixels(floor), strict=True):
            self._painter.drawLine(top, foot)
            self._painter.drawPoint(foot)

    def _draw_axes(self, scene: SpaceScene) -> None:
        """Each axis along the edge of the box that is lowest on the screen, or leftmost for the upright one."""
        for axis in range(3):
            first, second = self._axis_edge(axis)
            start, end = self.pixels(np.array([first, second]))
            away = (start + end) * 0.5 - self._centre
            length = max(1.0, float(np.hypot(away.x(), away.y())))
            aside = away * (15 * self._theme.scale / length)
            self._painter.setPen(QPen(QColor(self._theme.muted), 1.4 * self._theme.scale))
            self._painter.drawLine(start, end)
            self._write((start + end) * 0.5 + aside * 1.35, scene.names[axis], 13, bold=True)
            for value in dict.fromkeys(scene.ticks[axis]):
                low, high = scene.box.low[axis], scene.box.high[axis]
                at = start + (end - start) * ((value - low) / (high - low))
                self._write(at + aside * 0.85, few_figures(value, 3), 11, bold=False)

    def _axis_edge(self, axis: int) -> tuple[Floats, Floats]:
        others = [k for k in range(3) if k != axis]
        edges = []
        for ends in product((-1.0, 1.0), repeat=2):
            first, second = np.zeros(3), np.zeros(3)
            first[others], second[others] = ends, ends
            first[axis], second[axis] = -1.0, 1.0
            x, y, near = self._camera.project((first + second) / 2)[0]
            edges.append(((x, -near) if axis == 2 else (y, -near), first, second))
        _, first, second = min(edges, key=lambda edge: edge[0])
        return first, second

    def _write(self, at: QPointF, text: str, size: float, bold: bool) -> None:
        font = QFont()
        font.setPixelSize(self._theme.letters(size))
        font.setBold(bold)
        self._painter.setFont(font)
        self._painter.setPen(QColor(self._theme.text if bold else self._theme.muted))
        room = QRectF(at.x() - 60, at.y() - 12, 120, 24)
        self._painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), text)

    def _draw_plane(self, plane: SpacePlane, box: Box) -> None:
        corners = plane_in_box(plane.normal, plane.bias, box.low, box.high)
        if len(corners) == 0:
            return
        fill = QColor(plane.colour)
        fill.setAlphaF(0.28)
        self._painter.setBrush(fill)
        self._painter.setPen(QPen(QColor(plane.colour), 1.6 * self._theme.scale))
        self._painter.drawPolygon(QPolygonF(self.pixels(box.to_unit(corners))))

    def _draw_normal(self, plane: SpacePlane, box: Box) -> None:
        ends = arrow_ends(plane, box)
        if ends is None:
            return
        start, end = self.pixels(ends)
        self._painter.setPen(QPen(QColor(plane.colour), 2.4 * self._theme.scale))
        self._painter.drawLine(start, end)
        along = end - start
        length = float(np.hypot(along.x(), along.y()))
        if length > 4:
            unit = along * (self._theme.scale / length)
            aside = QPointF(-unit.y(), unit.x()) * 5
            self._painter.setBrush(QColor(plane.colour))
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.drawPolygon(QPolygonF([end + unit * 4, end - unit * 7 + aside, end - unit * 7 - aside]))
            self._write(end + unit * 15, plane.name, 13, bold=True)

    def _draw_point(self, point: SpacePoint, unit: Floats) -> None:
        theme, painter = self._theme, self._painter
        at = self.pixels(unit)[0]
        near = float(self._camera.project(unit)[0, 2])
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


def pixels_of(units: Floats, camera: Camera, area: QRectF) -> list[QPointF]:
    """Where points (n, 3) in units of the box appear in `area`."""
    side = min(area.width(), area.height()) * FILLING
    return [area.center() + QPointF(x * side, -y * side) for x, y, _ in camera.project(units).tolist()]


def nearest(places: Sequence[QPointF], position: QPointF, reach: float) -> int | None:
    """The index of the place nearest to `position` within `reach` pixels."""
    if not places:
        return None
    distances = [float(np.hypot(place.x() - position.x(), place.y() - position.y())) for place in places]
    best = int(np.argmin(distances))
    return best if distances[best] <= reach else None
