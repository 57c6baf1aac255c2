"""The circles of an RBF layer have a position on the region plot; the mouse may be over one.

On a plane a unit is its centre and the circle of radius σ about it (in pixels an ellipse, as the axes' scales differ).
Over one input it is a bar from c − σ to c + σ near the lower edge; neighbouring bars stand at different heights.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF

from engine.data.plane import Plane
from gui.features.decision_region.region_canvas import RegionCanvas

Floats = NDArray[np.float64]

CENTRE, RIM = "centre", "rim"
LEVELS = 4
_LOWEST, _LEVEL_STEP = 18.0, 22.0  # pixels above the lower edge, at scale 1; a label stands between two bars
CENTRE_REACH, RIM_REACH = 12.0, 7.0


@dataclass(frozen=True)
class Grip:
    """A part of a unit that can be dragged: its centre or its rim."""

    unit: int
    part: str


@dataclass(frozen=True, eq=False)
class RbfHandles:
    """centres (n_inputs, units) and widths (units,) as they lie on `plane` in the pixels of `canvas`."""

    centres: Floats
    widths: Floats
    plane: Plane
    canvas: RegionCanvas
    scale: float = 1.0

    @property
    def is_curve(self) -> bool:
        """Whether the plot shows a function of one input."""
        return self.plane.y_axis is None

    @property
    def units(self) -> int:
        """How many there are."""
        return len(self.widths)

    def place(self, unit: int) -> tuple[float, float]:
        """The centre of a unit in the plot's coordinates."""
        x = float(self.centres[self.plane.x_axis, unit])
        return x, self.level(unit) if self.plane.y_axis is None else float(self.centres[self.plane.y_axis, unit])

    def level(self, unit: int) -> float:
        """Over one input: the height at which the bar of a unit is drawn."""
        pixels = (_LOWEST + _LEVEL_STEP * (unit % LEVELS)) * self.scale
        return self.canvas.point_at(self.canvas.picture_area().bottomLeft() - QPointF(0.0, pixels))[1]

    def centre_pixel(self, unit: int) -> QPointF:
        """Where the centre is drawn."""
        return self.canvas.pixel_at(*self.place(unit))

    def rim_pixel(self, unit: int) -> QPointF:
        """The right end of the bar or the rightmost point of the circle."""
        x, y = self.place(unit)
        return self.canvas.pixel_at(x + float(self.widths[unit]), y)

    def outline(self, unit: int, points: int = 72) -> tuple[Floats, Floats]:
        """The circle, or the bar, as a line in the plot's coordinates."""
        x, y = self.place(unit)
        width = float(self.widths[unit])
        if self.is_curve:
            return np.array([x - width, x + width]), np.array([y, y])
        angles = np.linspace(0.0, 2 * np.pi, points + 1)
        return x + width * np.cos(angles), y + width * np.sin(angles)

    def distance(self, unit: int, position: QPointF) -> float:
        """How far `position` is from the centre, in the inputs' own measure."""
        x, y = self.canvas.point_at(position)
        at_x, at_y = self.place(unit)
        return abs(x - at_x) if self.is_curve else float(np.hypot(x - at_x, y - at_y))

    def at(self, position: QPointF, preferred: int | None = None) -> Grip | None:
        """What is under `position`: centres before rims, of several the nearest, `preferred` before all."""
        order = sorted(range(self.units), key=lambda unit: unit != preferred)
        centres = [(self._from_centre(unit, position), unit) for unit in order]
        rims = [(self._from_rim(unit, position), unit) for unit in order]
        for part, found, reach in ((CENTRE, centres, CENTRE_REACH), (RIM, rims, RIM_REACH)):
            near = [(gap, index) for index, (gap, _) in enumerate(found) if gap <= reach * self.scale]
            if near:
                first = near[0][1] if found[near[0][1]][1] == preferred else min(near)[1]
                return Grip(found[first][1], part)
        return None

    def _from_centre(self, unit: int, position: QPointF) -> float:
        gap = position - self.centre_pixel(unit)
        return float(np.hypot(gap.x(), gap.y()))

    def _from_rim(self, unit: int, position: QPointF) -> float:
        centre, rim = self.centre_pixel(unit), self.rim_pixel(unit)
        across = max(abs(rim.x() - centre.x()), 1e-6)
        if self.is_curve:
            gap = abs(abs(position.x() - centre.x()) - across)
            return max(gap, abs(position.y() - centre.y()))
        x, y = self.place(unit)
        up = max(abs(self.canvas.pixel_at(x, y + float(self.widths[unit])).y() - centre.y()), 1e-6)
        dx, dy = position.x() - centre.x(), position.y() - centre.y()
        share = np.hypot(dx / across, dy / up)
        if share < 1e-9:
            return min(across, up)
        return float(np.hypot(dx, dy) * abs(1 - 1 / share))
