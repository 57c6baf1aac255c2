"""The circles that stand for the units of an RBF layer on the region plot: whether they are shown, and moved."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class RbfCircles(QObject):
    """What the tab of the RBF layer and the region plot tell each other; how the window looks, not part of the project.

    shown: whether centres and widths are drawn. `moved` is emitted when one was changed by hand.
    """

    shown_changed = Signal(bool)
    moved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown = True

    def set_shown(self, shown: bool) -> None:
        """Draw centres and widths, or leave the plot to the samples."""
        self.shown = shown
        self.shown_changed.emit(shown)
