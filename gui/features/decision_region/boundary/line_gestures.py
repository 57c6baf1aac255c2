"""The mouse moves and turns a line; each gesture starts, moves, and is finished or cancelled."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF

from engine.analysis.boundary import Line
from gui.features.decision_region.boundary.line_places import pixels_between
from gui.features.decision_region.drag import Drag

LEAST_LEVER = 8.0  # pixels between the pivot and the mouse; nearer, the angle is a matter of chance


class LineActions(Protocol):
    """What a gesture can ask for; positions are pixels of the viewport, points are of the plane."""

    def point_at(self, position: QPointF) -> tuple[float, float]:
        """The point of the plane there."""

    def set_line(self, unit: int, line: Line, gesture: object) -> None:
        """Put a unit's line elsewhere; calls of one `gesture` are one undoable step."""

    def take_back(self, gesture: object) -> None:
        """As if `gesture` had not begun."""

    def show_menu(self, unit: int, position: QPointF) -> None:
        """Offer what can be done with a line."""


class MoveLine(Drag):
    """A drag on a line: it keeps its direction."""

    def __init__(self, actions: LineActions, start: QPointF, unit: int, line: Line) -> None:
        super().__init__(start)
        self._actions, self._unit, self._line = actions, unit, line
        self._grabbed = actions.point_at(start)

    def drag(self, position: QPointF) -> None:
        x, y = self._actions.point_at(position)
        moved = self._line.moved(x - self._grabbed[0], y - self._grabbed[1])
        self._actions.set_line(self._unit, moved, self)

    def cancel(self) -> None:
        if self.is_drag:
            self._actions.take_back(self)


class TurnLine(Drag):
    """A drag that turns a line: `lever` are two pixels on it, the pivot and the place that follows the mouse."""

    def __init__(
        self, actions: LineActions, start: QPointF, unit: int, line: Line, lever: tuple[QPointF, QPointF]
    ) -> None:
        super().__init__(start)
        pivot, held = lever
        self._actions, self._unit, self._line = actions, unit, line
        self._pivot, self._slip = pivot, held - start
        self._centre = actions.point_at(pivot)
        self._left = line.fires_left_of(self._direction(held))

    def drag(self, position: QPointF) -> None:
        held = position + self._slip
        if pixels_between(held, self._pivot) >= LEAST_LEVER:
            turned = self._line.along(self._centre, self._direction(held), self._left)
            self._actions.set_line(self._unit, turned, self)

    def cancel(self) -> None:
        if self.is_drag:
            self._actions.take_back(self)

    def _direction(self, held: QPointF) -> tuple[float, float]:
        x, y = self._actions.point_at(held)
        return x - self._centre[0], y - self._centre[1]


class LineMenu(Drag):
    """A click of the right button on a line."""

    def __init__(self, actions: LineActions, start: QPointF, unit: int) -> None:
        super().__init__(start)
        self._actions, self._unit = actions, unit

    def finish(self, position: QPointF) -> None:
        if not self.is_drag:
            self._actions.show_menu(self._unit, position)
