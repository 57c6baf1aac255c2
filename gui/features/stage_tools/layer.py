"""This module defines what all layers over the window have in common."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget


class Layer(QWidget):
    """Covers the whole window while it is shown, above everything else in it; focus comes and goes with `take_keys`."""

    def __init__(self, name: str, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._window = window
        self._focus_before: QWidget | None = None
        window.installEventFilter(self)
        self.hide()

    def cover(self) -> None:
        """Show the layer on top."""
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()

    def let_mouse_through(self, through: bool) -> None:
        """Whether the mouse works on what is below."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, through)

    def take_keys(self) -> None:
        """Have the focus, until `give_keys_back`."""
        self._focus_before = self._window.focusWidget()
        if self._focus_before is not None:
            self._focus_before.destroyed.connect(self._forget)
        self.setFocus()

    def give_keys_back(self) -> None:
        """Give the focus to whatever had it."""
        before, self._focus_before = self._focus_before, None
        if before is not None:
            before.destroyed.disconnect(self._forget)
            before.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def _forget(self) -> None:
        self._focus_before = None
