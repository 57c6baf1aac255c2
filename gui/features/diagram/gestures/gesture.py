"""What all gestures have in common: a press that becomes a click or a drag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent

if TYPE_CHECKING:
    from gui.features.diagram.diagram_view import DiagramView

TRAVEL = 4
"""Pixels that the mouse may tremble in a click."""

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Gesture:
    """One press of a mouse button, up to its release or Escape.

    Subclasses fill in `pressed`, `clicked`, `dragged`, `dropped` and, where a drag left something behind, `dismissed`.
    """

    def __init__(self, view: DiagramView) -> None:
        self.view = view
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
        """The network has changed under the hand: what the gesture shows goes, and nothing is taken back.

        What was selected before the press may be there no longer.
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
