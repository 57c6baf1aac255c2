"""Tells of a new plane on screen, 60 times a second at most."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from gui.features.decision_region.mouse.region_parts import RegionParts

PAUSE_MS = 16


class PlaneWatch(QObject):
    """Emits `changed` with the plane on screen some time after `expect_change`, where it is another one."""

    changed = Signal(object)  # Plane

    def __init__(self, parts: RegionParts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._told = parts.plane
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.tell)
        parts.canvas.getViewBox().sigRangeChanged.connect(self.expect_change)

    def expect_change(self) -> None:
        """Compare the plane with the one told last after a pause, in which it may change further."""
        if not self._timer.isActive():
            self._timer.start()

    def tell(self) -> None:
        """Compare them now."""
        plane = self._parts.plane
        if plane != self._told:
            self._told = plane
            self.changed.emit(plane)
