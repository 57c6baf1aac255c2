"""All data sets at a glance: a sheet that comes down from the button "All…" and goes when one is picked."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gui.features.data.dataset_gallery import DatasetGallery
from gui.features.data.dataset_model import DatasetModel
from gui.toolkit.look import take_look
from gui.toolkit.theme import ThemeManager


class DatasetSheet(QFrame):
    """`picked` carries the name of the data set."""

    picked = Signal(str)

    def __init__(self, model: DatasetModel, themes: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("dataset_sheet")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.gallery = DatasetGallery(model, themes, self, whole=True)
        self.gallery.picked.connect(self._on_gallery_picked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self.gallery)

    def come_down(self, below: QWidget, chosen: str) -> None:
        """Open under `below`, as far to the left and up as the screen asks for."""
        take_look(self, below)
        self.gallery.show_chosen(chosen)
        self.adjustSize()
        room: QRect = below.screen().availableGeometry()
        at = below.mapToGlobal(QPoint(0, below.height() + 2))
        left = max(room.left(), min(at.x(), room.right() - self.width()))
        self.move(left, max(room.top(), min(at.y(), room.bottom() - self.height())))
        self.show()
        self.gallery.setFocus()

    def _on_gallery_picked(self, name: str) -> None:
        self.close()
        self.picked.emit(name)
