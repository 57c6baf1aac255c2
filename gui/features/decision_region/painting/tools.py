"""The region plot has these tools; those that paint have a width and a density."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Tool(Enum):
    """What a press of the left button on the picture does."""

    POINT = "point"
    BRUSH = "brush"
    SPRAY = "spray"
    ERASER = "eraser"
    LASSO = "lasso"

    @property
    def paints(self) -> bool:
        """Whether it lays down samples."""
        return self in (Tool.BRUSH, Tool.SPRAY)

    @property
    def has_reach(self) -> bool:
        """Whether it works on all that lies in a circle around the mouse."""
        return self.paints or self is Tool.ERASER


KEYS = {Tool.POINT: "P", Tool.BRUSH: "B", Tool.SPRAY: "S", Tool.ERASER: "E", Tool.LASSO: "A"}
"""The key that chooses each tool while the plot has the focus."""

LEAST_SPREAD, MOST_SPREAD = 3, 120
LEAST_DENSITY, MOST_DENSITY = 1, 50


@dataclass
class Strength:
    """`spread`: radius of the circle in pixels at normal type size.

    `density`: samples that the brush lays down at a click and for each width of the circle that it is drawn on; the
    spray adds five times as many a second.
    """

    spread: int = 24
    density: int = 6

    def widen(self, factor: float) -> None:
        """Another spread, by a step at least, within its limits."""
        wanted = round(self.spread * factor)
        if wanted == self.spread:
            wanted += 1 if factor > 1 else -1
        self.spread = min(max(wanted, LEAST_SPREAD), MOST_SPREAD)
