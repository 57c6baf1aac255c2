"""A view draws a rim while the keys go to it, for people who use them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui.features.diagram.pan_zoom_view import PanZoomView


class FocusRimView(PanZoomView):
    """Subclasses give the rim's pen in `rim_pen`."""

    key_use_changed = Signal()  # `has_key_focus` may have changed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shows_focus = False

    @property
    def has_key_focus(self) -> bool:
        """Whether somebody navigates the view with keys."""
        return self._shows_focus and self.hasFocus()

    def rim_pen(self) -> QPen:
        """What the rim is drawn with."""
        return QPen()

    def show_focus(self, show: bool) -> None:
        """Draw the rim or not: for people who use keys, not after a click."""
        if show != self._shows_focus:
            self._shows_focus = show
            self.viewport().update()
            self.key_use_changed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.show_focus(event.reason() != Qt.FocusReason.MouseFocusReason)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
        self.key_use_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.has_key_focus:
            painter = QPainter(self.viewport())
            painter.setPen(self.rim_pen())
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
            painter.end()
