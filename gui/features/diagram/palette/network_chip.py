"""A chip is one ready network of the palette."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDrag, QIcon, QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from gui.document.document import Document
from gui.features.diagram.palette.network_sketch import network_pixmap
from gui.features.diagram.palette.ready_networks import ReadyNetwork
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme

_ICON, _DRAGGED = QSize(20, 16), QSize(120, 84)


class NetworkChip(QToolButton):
    """A click, Enter or Space chooses the network; a drag carries it to the canvas."""

    chosen = Signal()

    def __init__(self, ready: ReadyNetwork, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ready, self._document, self._theme = ready, document, theme
        self._press: QPoint | None = None
        self.setObjectName(f"ready_network_{ready.name}")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        wear(self, chip=True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self.chosen)
        self.refresh(theme)

    def refresh(self, theme: Theme) -> None:
        """Show the network as it would be with the document's data, in the theme and language in force."""
        self._theme = theme
        self.setIconSize(QSize(theme.px(_ICON.width()), theme.px(_ICON.height())))
        self.setIcon(QIcon(self._pixmap(self.iconSize())))
        title, hint = self._ready.title(self._document), self._ready.hint(self._document)
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(hint)
        self.setToolTip(hint)
        self.setStatusTip(hint)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._press = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        travel = 0 if self._press is None else (event.position().toPoint() - self._press).manhattanLength()
        if travel >= QApplication.startDragDistance():
            self._press = None
            self.setDown(False)
            self._drag()
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._press = None
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def _drag(self) -> None:
        drag = QDrag(self)
        drag.setMimeData(self._ready.mime())
        pixmap = self._pixmap(_DRAGGED)
        drag.setPixmap(pixmap)
        drag.setHotSpot(QPoint(_DRAGGED.width() // 2, _DRAGGED.height() // 2))
        drag.exec(Qt.DropAction.CopyAction)

    def _pixmap(self, size: QSize) -> QPixmap:
        sizes = self._ready.sizes(self._document)
        dots, lines = QColor(self._theme.accent), QColor(self._theme.muted)
        return network_pixmap(sizes, size, dots, lines, self.devicePixelRatioF())
