"""Lines have a position on the canvas, in pixels of the viewport; a pixel may be on a line or a handle."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF

from engine.analysis.boundary import Line
from engine.data.plane import Plane
from gui.features.decision_region.boundary.unit_lines import UnitLine
from gui.features.decision_region.region_canvas import RegionCanvas

HANDLE_INSET = 16.0
HANDLE_REACH = 13.0
LINE_REACH = 7.0  # pixels, each times the theme's scale
_SMALLEST = 1e-9


@dataclass(frozen=True)
class LinePlace:
    """The visible part of a line: its ends, the handles near them and its middle; and w as it lies on the picture.

    On axes of one scale `weights`, in pixels, stands at right angles to the line, on others it need not.
    """

    first: QPointF
    second: QPointF
    handles: tuple[QPointF, QPointF]
    middle: QPointF
    weights: QPointF

    def distance(self, position: QPointF) -> float:
        """Pixels from `position` to the visible part."""
        along = self.second - self.first
        length = math.hypot(along.x(), along.y()) or 1.0
        offset = position - self.first
        share = (offset.x() * along.x() + offset.y() * along.y()) / length**2
        nearest = self.first + along * min(1.0, max(0.0, share))
        return pixels_between(position, nearest)


@dataclass(frozen=True)
class Grip:
    """What a press has hold of: a unit's line, or one of its two handles (0 or 1)."""

    unit: int
    handle: int | None


def place_of(line: UnitLine, canvas: RegionCanvas, plane: Plane, scale: float) -> LinePlace | None:
    """Where `line` is on the canvas; None where it is not in the picture."""
    ends = line.line.ends(plane.x_range, plane.y_range)
    if ends is None:
        return None
    first, second = (canvas.pixel_at(*end) for end in ends)
    along = second - first
    length = math.hypot(along.x(), along.y())
    if length < 2:
        return None
    inset = along * (min(HANDLE_INSET * scale, length / 4) / length)
    weights = _weights_on_picture(line.line, canvas)
    return LinePlace(first, second, (first + inset, second - inset), (first + second) * 0.5, weights)


def _weights_on_picture(line: Line, canvas: RegionCanvas) -> QPointF:
    """w in pixels, never too short or too long to have a direction."""
    largest = max(abs(line.w1), abs(line.w2))
    size = min(max(largest, _SMALLEST), 1 / _SMALLEST)
    across, up = canvas.pixels_in_a_unit()
    return QPointF(line.w1 / largest * size * across, -line.w2 / largest * size * up)


def grip_at(position: QPointF, places: dict[int, LinePlace], scale: float, first: Sequence[int] = ()) -> Grip | None:
    """The handle, else the line, under `position`; units in `first` come before the others."""
    units = sorted(places, key=lambda unit: unit not in first)
    for unit in units:
        for number, handle in enumerate(places[unit].handles):
            if pixels_between(position, handle) <= HANDLE_REACH * scale:
                return Grip(unit, number)
    near = [unit for unit in units if places[unit].distance(position) <= LINE_REACH * scale]
    return Grip(min(near, key=lambda unit: places[unit].distance(position)), None) if near else None


def pixels_between(first: QPointF, second: QPointF) -> float:
    """The distance of two points of the viewport."""
    return math.hypot(first.x() - second.x(), first.y() - second.y())
