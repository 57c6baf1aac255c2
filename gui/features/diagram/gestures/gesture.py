"""All gestures begin with a press, which becomes a click or a drag."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent

from gui.features.diagram.gestures.canvas_parts import CanvasParts

TRAVEL = 4
"""Pixels that the mouse may move in a click."""

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Gesture:
    """One press of a mouse button, up to its release or Escape.

    Subclasses fill in `pressed`, `clicked`, `dragged`, `dropped` and, where a drag left something behind, `dismissed`.
    """

    def __init__(self, canvas: CanvasParts) -> None:
        self.canvas = canvas
        self.origin = QPointF()
        self.is_drag = False

    def start(self, event: QMouseEvent) -> None:
        """The button goes down."""
        self.origin = event.position()
        self.pressed(event)

    def move(self, event: QMouseEvent) -> None:
        """The mouse moves with the button down; from some pixels on it is a drag."""
        if not self.is_drag and (event.position() - self.origin).manhattanLength() < TRAVEL:
            return
        self.is_drag = True
        self.dragged(event)

    def finish(self, event: QMouseEvent) -> None:
        """The button comes up."""
        if self.is_drag:
            self.dropped(event)
        else:
            self.clicked(event)

    def cancel(self) -> None:
        """Escape: everything is as before the press."""
        self.dismissed()

    def overtaken(self) -> None:
        """The network has changed during the gesture: hide what the gesture shows, and take nothing back.

        What was selected before the press may no longer exist.
        """

    def frame_shown(self) -> None:
        """The canvas shows another frame."""

    def pressed(self, event: QMouseEvent) -> None:
        """The press."""

    def clicked(self, event: QMouseEvent) -> None:
        """The release, where the mouse has not moved."""

    def dragged(self, event: QMouseEvent) -> None:
        """A move of the drag."""

    def dropped(self, event: QMouseEvent) -> None:
        """The release after a drag."""

    def dismissed(self) -> None:
        """The gesture was cancelled, as a click or as a drag."""
