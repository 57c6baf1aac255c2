"""A frame drawn over the canvas selects what it touches; with Ctrl or Shift, also a click selects more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QMouseEvent

from gui.features.diagram.geometry.picking import between, within
from gui.features.diagram.geometry.target import Target
from gui.features.diagram.gestures.gesture import CTRL, SHIFT, Gesture

if TYPE_CHECKING:
    from gui.features.diagram.diagram_view import DiagramView


class RubberBand(Gesture):
    """Begins on empty paper and, with Ctrl or Shift, anywhere; with these, what was selected stays so.

    A click with Ctrl takes its `target` in or out, with Shift everything up to it in; on paper it lets go of all.
    """

    def __init__(self, view: DiagramView, target: Target | None) -> None:
        super().__init__(view)
        self._target = target
        self._before = view.selection.targets, view.selection.current

    def pressed(self, event: QMouseEvent) -> None:
        self._adds = bool(event.modifiers() & (CTRL | SHIFT))
        self._corner = self.view.scene_point(event.position())

    def clicked(self, event: QMouseEvent) -> None:
        selection = self.view.selection
        if self._target is None:
            if not self._adds:
                self.view.select(None)
        elif event.modifiers() & CTRL:
            selection.toggle(self._target)
        else:
            selection.add(between(selection.current, self._target), self._target)

    def dragged(self, event: QMouseEvent) -> None:
        band = QRectF(self._corner, self.view.scene_point(event.position())).normalized()
        self.view.show_band(band)
        caught = within(band, self.view.layout_of(), self.view.curves)
        targets, current = self._before
        self.view.selection.replace(targets.union(caught) if self._adds else caught, current if self._adds else None)

    def dropped(self, event: QMouseEvent) -> None:
        self.view.show_band(None)

    def overtaken(self) -> None:
        self.view.show_band(None)

    def dismissed(self) -> None:
        self.view.show_band(None)
        self.view.selection.replace(*self._before)
