"""A button on the canvas, pressed and let go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QMouseEvent

from gui.features.diagram.geometry.target import Target
from gui.features.diagram.gestures.gesture import Gesture

if TYPE_CHECKING:
    from gui.features.diagram.diagram_view import DiagramView


class PressButton(Gesture):
    """Does what the button is for when it is let go over it, however the mouse went meanwhile."""

    def __init__(self, view: DiagramView, target: Target) -> None:
        super().__init__(view)
        self._target = target

    def finish(self, event: QMouseEvent) -> None:
        if self.view.target_at(event.position()) == self._target:
            self.view.activate(self._target)
