"""A stroke adds or removes samples during one drag, in pieces that a timer asks for."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF

from engine.project import edits
from engine.project.edits import Edit
from engine.project.project import Project
from gui.features.decision_region.drag import Drag
from gui.features.decision_region.painting.stroke_points import Trail, passed_over, scattered

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]
MakeEdit = Callable[[Project], Edit]

NARROWEST = 8.0  # pixels: a thinner brush is dense as one of this radius, not denser
SPRAYS_PER_SECOND = 5


class StrokeSurface(Protocol):
    """What a stroke draws on; pixels are those of the viewport, (n, 2)."""

    rng: np.random.Generator

    @property
    def reach(self) -> float:
        """The radius of the circle."""

    @property
    def density(self) -> int:
        """How many samples one click of the brush adds."""

    def sample_pixels(self) -> Floats:
        """Where the samples stand."""

    def show_new(self, pixels: Floats) -> Floats:
        """Draw samples of the chosen class that are to be added; gives back the points of the plane of those in it."""

    def hide(self, indices: Indices) -> None:
        """Draw these samples no longer."""

    def added(self, points: Floats) -> MakeEdit:
        """The edit that adds samples of the chosen class at points of the plane (n, 2)."""

    def end(self) -> None:
        """Take what is left of the stroke, which is finished."""

    def take_back(self) -> None:
        """Make everything as if the stroke had not begun."""


class Stroke(Drag):
    """Changes samples all along the way of a drag: `tick` follows the way, and `take_edit` returns the edit."""

    def __init__(self, surface: StrokeSurface, start: QPointF) -> None:
        super().__init__(start)
        self.surface = surface
        self._way: list[tuple[float, float]] = []

    def move(self, position: QPointF) -> None:
        super().move(position)
        self._way.append(position.toTuple())

    def tick(self) -> None:
        """Do what the mouse has asked for since the last time."""
        if self._way:
            way, self._way = np.array(self._way), []
            self.follow(way)

    def follow(self, way: Floats) -> None:
        """The mouse has come through the points of `way` (n, 2)."""

    def take_edit(self) -> MakeEdit | None:
        """What is to be done to the project, once; None for nothing."""
        return None

    def finish(self, position: QPointF) -> None:
        self.tick()
        self.surface.end()

    def cancel(self) -> None:
        self.surface.take_back()


class BrushStroke(Stroke):
    """Lays samples of the chosen class along the way."""

    def __init__(self, surface: StrokeSurface, start: QPointF) -> None:
        super().__init__(surface, start)
        first = np.array(start.toTuple())
        self._new: list[Floats] = []
        self._trail = Trail(first, 2 * max(surface.reach, NARROWEST) / surface.density)
        self.lay(np.tile(first, (surface.density, 1)), evenly=True)

    def follow(self, way: Floats) -> None:
        self.lay(self._trail.along(way), evenly=True)

    def lay(self, centres: Floats, *, evenly: bool) -> None:
        """Samples more, one in the circle around each of `centres`."""
        surface = self.surface
        self._new.append(surface.show_new(scattered(surface.rng, centres, surface.reach, evenly=evenly)))

    def take_edit(self) -> MakeEdit | None:
        points, self._new = np.vstack(self._new or [np.empty((0, 2))]), []
        return self.surface.added(points) if len(points) else None


class SprayStroke(BrushStroke):
    """Goes on adding samples at random around the mouse while the button is down."""

    def __init__(self, surface: StrokeSurface, start: QPointF) -> None:
        self._at = np.array(start.toTuple())
        self._owed, self._since = 0.0, time.monotonic()
        super().__init__(surface, start)

    def follow(self, way: Floats) -> None:
        self._at = way[-1]

    def tick(self) -> None:
        super().tick()
        now = time.monotonic()
        self._owed += (now - self._since) * SPRAYS_PER_SECOND * self.surface.density
        count, self._since = int(self._owed), now
        self._owed -= count
        self.lay(np.tile(self._at, (count, 1)), evenly=False)


class EraserStroke(Stroke):
    """Removes the samples that the circle passes over."""

    def __init__(self, surface: StrokeSurface, start: QPointF) -> None:
        super().__init__(surface, start)
        self._at = np.array([start.toTuple()])
        self._hit = np.zeros(0, dtype=bool)
        self.follow(self._at)

    def follow(self, way: Floats) -> None:
        pixels = self.surface.sample_pixels()
        if len(self._hit) != len(pixels):
            self._hit = np.zeros(len(pixels), dtype=bool)
        self._hit |= passed_over(pixels, np.vstack([self._at, way]), self.surface.reach)
        self._at = way[-1:]
        self.surface.hide(np.flatnonzero(self._hit))

    def take_edit(self) -> MakeEdit | None:
        hit, self._hit = np.flatnonzero(self._hit), np.zeros(0, dtype=bool)
        return (lambda project: edits.remove_points(project, hit)) if len(hit) else None
