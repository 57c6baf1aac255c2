"""The picture is scrolled with the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QMouseEvent

from gui.features.diagram.gestures.gesture import Gesture


class Pan(Gesture):
    """The picture follows the middle button, or Alt and the left one."""

    def pressed(self, event: QMouseEvent) -> None:
        self._last = event.position().toPoint()
        self._from = self.canvas.view.scrolled

    def dragged(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        self.canvas.view.scroll_to(self.canvas.view.scrolled - (here - self._last))
        self._last = here

    def dismissed(self) -> None:
        self.canvas.view.scroll_to(QPoint(self._from))
