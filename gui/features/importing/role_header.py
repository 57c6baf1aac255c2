"""This module defines the header of the preview: each column's name and its role."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QWidget

from engine.data.importing import Kind, Role
from engine.data.importing.conversion.encodings import ENCODINGS
from gui.toolkit.view import View

Part = tuple[Role, str]
"""What becomes of a column: its role, and for an input the encoding."""

_NARROWEST = 104


def parts_of(kind: Kind) -> tuple[Part, ...]:
    """What can become of a column of this kind."""
    inputs: list[Part] = [("input", encoding) for encoding in ENCODINGS[kind]]
    return (*inputs, ("target", ""), ("leave_out", ""))


def shown_part(kind: Kind, role: Role, encoding: str) -> Part:
    """The part under which a column stands in its list."""
    if role != "input":
        return role, ""
    return role, encoding if encoding in ENCODINGS[kind] else ENCODINGS[kind][0]


class RoleHeader(View, QHeaderView):
    """A drop-down list in every section; `role_chosen` tells the column, its new role and the encoding."""

    role_chosen = Signal(int, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._boxes: list[QComboBox] = []
        self._kinds: tuple[Kind, ...] = ()
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setMinimumSectionSize(_NARROWEST)
        self.sectionResized.connect(self._place)

    def show_columns(self, names: Sequence[str], kinds: Sequence[Kind], parts: Sequence[Part]) -> None:
        """A list for each column."""
        if tuple(kinds) != self._kinds:
            for box in self._boxes:
                box.hide()
                box.deleteLater()
            self._kinds = tuple(kinds)
            self._boxes = [self._box(index, kind) for index, kind in enumerate(kinds)]
        for box, name, kind, part in zip(self._boxes, names, kinds, parts, strict=True):
            possible = parts_of(kind)
            box.setCurrentIndex(possible.index(part) if part in possible else 0)
            box.setAccessibleName(self.tr("What becomes of the column {name}").format(name=name))
            box.setToolTip(box.accessibleName())
        self.updateGeometries()
        self._place()

    def retranslate(self) -> None:
        for box, kind in zip(self._boxes, self._kinds, strict=True):
            for index, part in enumerate(parts_of(kind)):
                box.setItemText(index, self._text(part))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), self.fontMetrics().height() + self._box_height() + 14)

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place()

    def setOffset(self, offset: int) -> None:
        super().setOffset(offset)
        self._place()

    def _text(self, part: Part) -> str:
        role, encoding = part
        if role == "target":
            return self.tr("Target")
        if role == "leave_out":
            return self.tr("Leave out")
        return {
            "": self.tr("Input"),
            "days": self.tr("Input: days"),
            "year": self.tr("Input: year"),
            "month": self.tr("Input: month"),
            "day": self.tr("Input: day"),
            "weekday": self.tr("Input: weekday"),
            "hour": self.tr("Input: hour"),
        }[encoding]

    def _box(self, index: int, kind: Kind) -> QComboBox:
        box = QComboBox(self.viewport())
        box.setObjectName(f"import_role_{index + 1}")
        box.addItems([self._text(part) for part in parts_of(kind)])
        box.activated.connect(lambda chosen: self.role_chosen.emit(index, *parts_of(kind)[chosen]))
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
