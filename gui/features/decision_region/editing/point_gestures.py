"""The mouse edits samples by gestures; each is an object: start, move, finish, cancel."""

from __future__ import annotations

import itertools
from typing import Protocol

from PySide6.QtCore import QPointF

from gui.features.decision_region.drag import Drag

_gesture_numbers = itertools.count()


class PlotActions(Protocol):
    """What a gesture can ask the plot for; positions are pixels of the viewport."""

    def add_point_at(self, position: QPointF) -> None:
        """Place a sample."""

    def move_point_to(self, index: int, position: QPointF, gesture: int) -> None:
        """Move a sample so that it stands at a pixel; the moves of one `gesture` are one step."""

    def pixel_of(self, index: int) -> QPointF:
        """Where a sample stands."""

    def pan_by(self, pixels: QPointF) -> None:
        """Move the view."""

    def point_clicked(self, index: int) -> None:
        """A sample was pressed on without being moved."""

    def refuse(self) -> None:
        """Say that samples can be neither added nor moved in this view."""

    def right_clicked(self, position: QPointF) -> None:
        """Offer what can be done there."""


class Gesture(Drag):
    """Places and moves points, or moves the view."""

    def __init__(self, actions: PlotActions, start: QPointF) -> None:
        super().__init__(start)
        self.actions = actions


class AddPoint(Gesture):
    """A click on an empty place."""

    def finish(self, position: QPointF) -> None:
        if not self.is_drag:
            self.actions.add_point_at(self.start)


class MovePoint(Gesture):
    """A drag on a point; the point keeps its distance from the mouse."""

    def __init__(self, actions: PlotActions, start: QPointF, index: int) -> None:
        super().__init__(actions, start)
        self._index = index
        self._origin = actions.pixel_of(index)
        self._number = next(_gesture_numbers)

    def drag(self, position: QPointF) -> None:
        self.actions.move_point_to(self._index, self._origin + position - self.start, self._number)

    def finish(self, position: QPointF) -> None:
        if not self.is_drag:
            self.actions.point_clicked(self._index)

    def cancel(self) -> None:
        if self.is_drag:
            self.actions.move_point_to(self._index, self._origin, self._number)


class ProjectedPoint(Gesture):
    """A press where samples are projections: a click chooses one, anything else would have no meaning."""

    def __init__(self, actions: PlotActions, start: QPointF, index: int | None) -> None:
        super().__init__(actions, start)
        self._index = index

    def finish(self, position: QPointF) -> None:
        if self._index is not None and not self.is_drag:
            self.actions.point_clicked(self._index)
        else:
            self.actions.refuse()


class RightClick(Gesture):
    """A click of the right button."""

    def finish(self, position: QPointF) -> None:
        if not self.is_drag:
            self.actions.right_clicked(self.start)


class Pan(Gesture):
    """A drag with the middle button or with Ctrl."""

    def __init__(self, actions: PlotActions, start: QPointF) -> None:
        super().__init__(actions, start)
        self._last = start

    def drag(self, position: QPointF) -> None:
        self.actions.pan_by(position - self._last)
        self._last = position

    def cancel(self) -> None:
        self.actions.pan_by(self.start - self._last)
        self._last = self.start
