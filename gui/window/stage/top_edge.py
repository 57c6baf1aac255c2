"""The top edge of the stage: the menus come down over the pictures while the mouse rests there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMenuBar, QWidget

_EDGE = 3
_LINGER_MS = 350
"""The menus wait so long before they go: the mouse may slip off them on its way into one."""


class FloatingMenuBar(QMenuBar):
    """The window's menu bar, which on stage takes no room: it lies over what is below it, or is away.

    `came` says whether it is there.
    """

    came = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._floats = False
        self._edge = _Edge(parent)
        self._edge.touched.connect(self._come)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LINGER_MS)
        self._timer.timeout.connect(self._leave)

    def set_floating(self, floats: bool) -> None:
        """Lie over the window while the mouse rests at its top edge, or have a line of it always."""
        self._floats = floats
        self._timer.stop()
        self._edge.setVisible(floats)
        self._edge.follow()
        self.setVisible(not floats)
        self.updateGeometry()
        self.came.emit(False)

    def sizeHint(self) -> QSize:
        return self._flat(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return self._flat(super().minimumSizeHint())

    def heightForWidth(self, width: int) -> int:
        return 0 if self._floats else super().heightForWidth(width)

    def _flat(self, size: QSize) -> QSize:
        return QSize(size.width(), 0) if self._floats else size

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The window's layout gives it no height on stage."""
        super().resizeEvent(event)
        if self._floats and self.height() != self._own_height():
            self.resize(self.width(), self._own_height())

    def _own_height(self) -> int:
        return super().heightForWidth(self.width())

    def _come(self) -> None:
        if self._floats and self.isHidden():
            self.setGeometry(0, 0, self.window().width(), self._own_height())
            self.show()
            self.raise_()
            self.came.emit(True)
        self._timer.start()

    def _leave(self) -> None:
        if not self._floats:
            return
        if self.underMouse() or QApplication.activePopupWidget() is not None or self.activeAction() is not None:
            self._timer.start()
            return
        self.hide()
        self.came.emit(False)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._timer.start()


class _Edge(QWidget):
    """The uppermost pixels of the window, which nothing else gets."""

    touched = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("top_edge")
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self._window = window
        self.hide()

    def follow(self) -> None:
        """Lie along the whole edge."""
        self.setGeometry(0, 0, self._window.width(), _EDGE)
        self.raise_()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.touched.emit()
