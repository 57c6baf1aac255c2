"""Dragging a weight or bias up and down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QMouseEvent

from gui.features.diagram.geometry.target import Target
from gui.features.diagram.gestures.gesture import SHIFT
from gui.features.diagram.gestures.select import Select

if TYPE_CHECKING:
    from gui.features.diagram.diagram_view import DiagramView


class BendValue(Select):
    """Up is more, down is less, with Shift in small steps; Escape brings back number and run."""

    def __init__(self, view: DiagramView, target: Target) -> None:
        super().__init__(view, target)
        self._drag = view.bending.drag_of(target)

    def pressed(self, event: QMouseEvent) -> None:
        super().pressed(event)
        self._y = event.position().y()

    def dragged(self, event: QMouseEvent) -> None:
        y = event.position().y()
        self._drag.move_by(self._y - y, bool(event.modifiers() & SHIFT))
        self._y = y
        self.view.show_readout(self.view.bending.readout(self.target, self._drag.shown_value), event.position())

    def dropped(self, event: QMouseEvent) -> None:
        self.view.show_readout("", event.position())
        self._drag.finish()

    def dismissed(self) -> None:
        self.view.show_readout("", self.origin)
        self._drag.cancel()
        super().dismissed()

    def overtaken(self) -> None:
        self.view.show_readout("", self.origin)

    def frame_shown(self) -> None:
        self._drag.frame_shown()
