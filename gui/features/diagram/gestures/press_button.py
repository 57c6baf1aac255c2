"""A button on the canvas is pressed."""

from __future__ import annotations

from PySide6.QtGui import QMouseEvent

from gui.features.diagram.geometry.target import Target
from gui.features.diagram.gestures.canvas_parts import CanvasParts
from gui.features.diagram.gestures.gesture import Gesture


class PressButton(Gesture):
    """Does what the button is for when the mouse is released over it, also if it left the button meanwhile."""

    def __init__(self, canvas: CanvasParts, target: Target) -> None:
        super().__init__(canvas)
        self._target = target

    def finish(self, event: QMouseEvent) -> None:
        if self.canvas.target_at(event.position()) == self._target:
            self.canvas.press(self._target)
