"""The mouse moves the centre of a unit of an RBF layer, or changes its width."""

from __future__ import annotations

import itertools
from typing import Protocol

from PySide6.QtCore import QPointF

from gui.features.decision_region.drag import Drag
from gui.features.decision_region.rbf.rbf_handles import CENTRE, Grip

_gesture_numbers = itertools.count()


class RbfActions(Protocol):
    """What a gesture can ask for; positions are pixels of the viewport."""

    def centre_pixel(self, unit: int) -> QPointF:
        """Where a centre is drawn."""

    def distance(self, unit: int, position: QPointF) -> float:
        """How far `position` is from a centre, in the inputs' measure."""

    def width(self, unit: int) -> float:
        """The width of a unit."""

    def move_centre_to(self, unit: int, position: QPointF, gesture: int) -> None:
        """Put a centre at a pixel."""

    def set_width(self, unit: int, width: float, gesture: int) -> None:
        """Give a unit a width."""

    def begin_edit(self) -> None:
        """What follows is one step, made from the numbers of this moment."""

    def take_back(self) -> None:
        """Undo what was done since `begin_edit`."""

    def select(self, unit: int | None) -> None:
        """Choose the unit that the keys are for."""


class RbfGesture(Drag):
    """Begins with a press on a grip; the centre keeps its distance from the mouse, so does the rim."""

    def __init__(self, actions: RbfActions, start: QPointF, grip: Grip) -> None:
        super().__init__(start)
        self._actions, self._grip = actions, grip
        self._number = next(_gesture_numbers)
        self._origin = actions.centre_pixel(grip.unit)
        self._distance = actions.distance(grip.unit, start)
        self._width = actions.width(grip.unit)
        actions.select(grip.unit)
        actions.begin_edit()

    def drag(self, position: QPointF) -> None:
        unit = self._grip.unit
        if self._grip.part == CENTRE:
            self._actions.move_centre_to(unit, self._origin + position - self.start, self._number)
        else:
            change = self._actions.distance(unit, position) - self._distance
            self._actions.set_width(unit, self._width + change, self._number)

    def cancel(self) -> None:
        if self.is_drag:
            self._actions.take_back()
