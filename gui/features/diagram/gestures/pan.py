"""The picture follows the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QMouseEvent

from gui.features.diagram.gestures.gesture import Gesture


class Pan(Gesture):
    """Middle button, or Alt and the left one: scroll by dragging."""

    def pressed(self, event: QMouseEvent) -> None:
        self._last = event.position().toPoint()
        self._from = self.view.scrolled

    def dragged(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        self.view.scroll_to(self.view.scrolled - (here - self._last))
        self._last = here

    def dismissed(self) -> None:
        self.view.scroll_to(QPoint(self._from))
