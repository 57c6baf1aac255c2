"""A click selects."""

from __future__ import annotations

from PySide6.QtGui import QMouseEvent

from gui.features.diagram.geometry.target import Target
from gui.features.diagram.gestures.canvas_parts import CanvasParts
from gui.features.diagram.gestures.gesture import Gesture


class Select(Gesture):
    """Selects at the press, so that a drag takes along what it began on.

    A press on one of several selected things leaves them selected, as they may be dragged together; only a click
    selects that one alone.
    """

    def __init__(self, canvas: CanvasParts, target: Target) -> None:
        super().__init__(canvas)
        self.target = target
        self._before = canvas.selection.targets, canvas.selection.current

    def pressed(self, event: QMouseEvent) -> None:
        if self.target not in self.canvas.selection.targets:
            self.canvas.selection.only(self.target)

    def clicked(self, event: QMouseEvent) -> None:
        self.canvas.selection.only(self.target)

    def dismissed(self) -> None:
        self.canvas.selection.replace(*self._before)
