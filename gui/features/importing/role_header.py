"""This module defines the header of the preview: each column's name and its role."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QWidget

from engine.data.importing import Role
from gui.toolkit.view import View

ROLES: tuple[Role, ...] = ("input", "target", "leave_out")
_NARROWEST = 104


class RoleHeader(View, QHeaderView):
    """A drop-down list in every section; `role_chosen` tells the column and its new role."""

    role_chosen = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._boxes: list[QComboBox] = []
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setMinimumSectionSize(_NARROWEST)
        self.sectionResized.connect(self._place)

    def show_columns(self, names: tuple[str, ...], roles: tuple[Role, ...]) -> None:
        """A list for each column."""
        if len(names) != len(self._boxes):
            for box in self._boxes:
                box.hide()
                box.deleteLater()
            self._boxes = [self._box(index) for index in range(len(names))]
        for box, name, role in zip(self._boxes, names, roles, strict=True):
            box.setCurrentIndex(ROLES.index(role))
            box.setAccessibleName(self.tr("What becomes of the column {name}").format(name=name))
            box.setToolTip(box.accessibleName())
        self.updateGeometries()
        self._place()

    def retranslate(self) -> None:
        for box in self._boxes:
            for index, text in enumerate(self._texts()):
                box.setItemText(index, text)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), self.fontMetrics().height() + self._box_height() + 14)

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place()

    def setOffset(self, offset: int) -> None:
        super().setOffset(offset)
        self._place()

    def _texts(self) -> tuple[str, ...]:
        return self.tr("Input"), self.tr("Target"), self.tr("Leave out")

    def _box(self, index: int) -> QComboBox:
        box = QComboBox(self.viewport())
        box.setObjectName(f"import_role_{index + 1}")
        box.addItems(list(self._texts()))
        box.activated.connect(lambda chosen: self.role_chosen.emit(index, ROLES[chosen]))
        box.show()
        return box

    def _box_height(self) -> int:
        return self._boxes[0].sizeHint().height() if self._boxes else 26

    def _place(self, *_: int) -> None:
        if self.count() < len(self._boxes):
            return
        height = self._box_height()
        for index, box in enumerate(self._boxes):
            left = self.sectionViewportPosition(index)
            box.setGeometry(left + 3, self.height() - height - 4, self.sectionSize(index) - 6, height)
