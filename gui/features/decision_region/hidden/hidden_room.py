"""The hidden plane is made when it is first shown: most networks are looked at without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engine.analysis.frame import Frame
from gui.document.document import Document
from gui.toolkit.containers.later import Later
from gui.toolkit.containers.tab_order import join_tab_order
from gui.toolkit.theme import ThemeManager
from gui.words.notation import Notation

if TYPE_CHECKING:
    from gui.features.decision_region.hidden.hidden_plane import HiddenPlane, PrintedHidden


class HiddenRoom(Later["HiddenPlane"]):
    """Keeps the newest frame until the plane is made; the Tab key comes to it `behind` another widget."""

    hovered = Signal(str)

    def __init__(
        self, document: Document, themes: ThemeManager, notation: Notation, *, behind: QWidget, parent: QWidget
    ) -> None:
        super().__init__(self._new_plane, parent)
        self._behind = behind
        self._document, self._themes, self._notation = document, themes, notation
        self._frame: Frame | None = None

    def show_frame(self, frame: Frame) -> None:
        """As `HiddenPlane.show_frame`."""
        self._frame = frame
        if self.made:
            self.made.show_frame(frame)

    def picture(self) -> PrintedHidden | None:
        """As `HiddenPlane.picture`."""
        return self.made.picture() if self.made else None

    def _new_plane(self, parent: QWidget) -> HiddenPlane:
        from gui.features.decision_region.hidden.hidden_plane import HiddenPlane

        plane = HiddenPlane(self._document, self._themes, self._notation, parent)
        join_tab_order(plane, self._behind)
        plane.hovered.connect(self.hovered)
        if self._frame is not None:
            plane.show_frame(self._frame)
        return plane
