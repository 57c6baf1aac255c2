"""A drag is an object: it begins with the press of a mouse button, moves, and is finished or cancelled."""

from __future__ import annotations

from PySide6.QtCore import QPointF

CLICK_SLOP = 4.0  # pixels that the mouse may move during a click


class Drag:
    """Begins with the press of a button; `finish` or `cancel` ends it."""

    def __init__(self, start: QPointF) -> None:
        self.start = start
        self._is_drag = False

    def move(self, position: QPointF) -> None:
        """The mouse is at `position` now."""
        if self._is_drag or (position - self.start).manhattanLength() > CLICK_SLOP:
            self._is_drag = True
            self.drag(position)

    def drag(self, position: QPointF) -> None:
        """The mouse has left the place of the press."""

    def finish(self, position: QPointF) -> None:
        """The button was released."""

    def cancel(self) -> None:
        """Esc was pressed: as if the gesture had not begun."""

    @property
    def is_drag(self) -> bool:
        """Whether the mouse has left the place of the press."""
        return self._is_drag
