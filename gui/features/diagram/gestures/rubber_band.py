"""A frame drawn over the canvas selects what it touches; with Ctrl or Shift, also a click selects more."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QMouseEvent

from gui.features.diagram.geometry.picking import between, within
from gui.features.diagram.geometry.target import Target
from gui.features.diagram.gestures.canvas_parts import CanvasParts
from gui.features.diagram.gestures.gesture import CTRL, SHIFT, Gesture


class RubberBand(Gesture):
    """Begins on the empty canvas and, with Ctrl or Shift, anywhere; with these, what was selected stays so.

    A click with Ctrl adds or removes its `target`, with Shift it adds everything up to it; on the empty canvas it
    selects nothing.
    """

    def __init__(self, canvas: CanvasParts, target: Target | None) -> None:
        super().__init__(canvas)
        self._target = target
        self._before = canvas.selection.targets, canvas.selection.current

    def pressed(self, event: QMouseEvent) -> None:
        self._adds = bool(event.modifiers() & (CTRL | SHIFT))
        self._corner = self.canvas.view.scene_point(event.position())

    def clicked(self, event: QMouseEvent) -> None:
        selection = self.canvas.selection
        if self._target is None:
            if not self._adds:
                selection.only(None)
        elif event.modifiers() & CTRL:
            selection.toggle(self._target)
        else:
            selection.add(between(selection.current, self._target), self._target)

    def dragged(self, event: QMouseEvent) -> None:
        band = QRectF(self._corner, self.canvas.view.scene_point(event.position())).normalized()
        self.canvas.scene.show_band(band)
        caught = within(band, self.canvas.shown.layout, self.canvas.scene.curves)
        targets, current = self._before
        self.canvas.selection.replace(targets.union(caught) if self._adds else caught, current if self._adds else None)

    def dropped(self, event: QMouseEvent) -> None:
        self.canvas.scene.show_band(None)

    def overtaken(self) -> None:
        self.canvas.scene.show_band(None)

    def dismissed(self) -> None:
        self.canvas.scene.show_band(None)
        self.canvas.selection.replace(*self._before)
