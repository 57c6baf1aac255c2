"""This module keeps the window and its dialogs where the screen has room: with their frames, clear of its bars."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QChildEvent, QEvent, QMargins, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QDialog, QStyle, QWidget

_SIDES, _LEAST_TITLE = 4, 36
"""Pixels of a usual frame, until the window has one."""


class Placement(QObject):
    """Restores size and place of the window, and makes dialogs no larger than the screen when they are shown.

    Screens come and go: what was kept may be larger than the screen of today, or lie beside it. The window is placed
    once more when it is shown, and it is known how much its frame takes.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._placed: QRect | None = None
        window.installEventFilter(self)

    def restore(self, state: QByteArray) -> None:
        """Take up `state`, which `QWidget.saveGeometry` made; an empty one stands for the usual size."""
        window = self._window
        window.resize(window.sizeHint())
        self._fit(is_placed=window.restoreGeometry(state))
        self._placed = window.geometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self._placed is not None:
            if self._placed.size() == self._window.size():  # else someone has given it a size since
                QTimer.singleShot(0, self, lambda: self._fit(is_placed=True))
            self._placed = None
        elif event.type() == QEvent.Type.ChildPolished and isinstance(event, QChildEvent):
            child = event.child()
            if isinstance(child, QDialog) and child.testAttribute(Qt.WidgetAttribute.WA_Resized):
                child.resize(child.size().boundedTo(self._room().size()))
        return False

    def _room(self) -> QRect:
        """What the screen leaves free for what is within a frame."""
        free: QRect = self._window.screen().availableGeometry()
        return free.marginsRemoved(self._frame())

    def _frame(self) -> QMargins:
        handle = self._window.windowHandle()
        if handle is not None and self._window.isVisible() and not self._window.isFullScreen():
            return handle.frameMargins()
        style = self._window.style()
        title = style.pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight, None, self._window)
        return QMargins(_SIDES, max(title, _LEAST_TITLE), _SIDES, _SIDES)

    def _fit(self, is_placed: bool) -> None:
        """Make the window no larger than its room; move it there where it `is_placed`, not left to the system."""
        window = self._window
        if window.isMaximized() or window.isFullScreen():
            return
        room, size = self._room(), window.size().boundedTo(self._room().size())
        if size != window.size():
            window.resize(size)
        here = window.geometry().topLeft()
        inside = QPoint(
            max(min(here.x(), room.x() + room.width() - size.width()), room.x()),
            max(min(here.y(), room.y() + room.height() - size.height()), room.y()),
        )
        if is_placed and inside != here:
            window.setGeometry(QRect(inside, size))
