"""What a frame changes is painted in one go: Qt would paint the window anew for every scene in it.

Meanwhile some pictures would show the new moment beside others of the one before.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

_PAINT = QEvent.Type.UpdateRequest


class OnePainting(QObject):
    """Paints `window` once all its scenes, which wait for the event loop, have said what has changed in them."""

    _due = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._due.connect(self._paint, Qt.ConnectionType.QueuedConnection)

    def gather(self) -> None:
        """To be called when the views have their new moment."""
        # A scene sends the window's request to be painted at once where it waits. It is made again behind the scenes.
        QCoreApplication.removePostedEvents(self._window, _PAINT.value)
        self._due.emit()

    def _paint(self) -> None:
        QCoreApplication.sendEvent(self._window, QEvent(_PAINT))
