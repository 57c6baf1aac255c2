"""Selecting by click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QMouseEvent

from gui.features.diagram.geometry.target import Target
from gui.features.diagram.gestures.gesture import Gesture

if TYPE_CHECKING:
    from gui.features.diagram.diagram_view import DiagramView


class Select(Gesture):
    """Selects at the press, so that a drag takes along what it began on.

    A press on one of several selected things leaves them selected, as they may be dragged together; only a click
    selects that one alone.
    """

    def __init__(self, view: DiagramView, target: Target) -> None:
        super().__init__(view)
        self.target = target
        self._before = view.selection.targets, view.selection.current

    def pressed(self, event: QMouseEvent) -> None:
        if self.target not in self.view.selection.targets:
            self.view.select(self.target)

    def clicked(self, event: QMouseEvent) -> None:
        self.view.select(self.target)

    def dismissed(self) -> None:
        self.view.selection.replace(*self._before)
