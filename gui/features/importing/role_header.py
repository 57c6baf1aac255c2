"""This module defines the header of the preview: each column's name and its role."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QWidget

from engine.data.importing import Column, Role
from engine.data.importing.conversion.encodings import encoding_in_use, encodings_of
from gui.toolkit.view import View

Part = tuple[Role, str]
"""What becomes of a column: its role, and for an input the encoding."""

_NARROWEST = 104


def parts_of(column: Column) -> tuple[Part, ...]:
    """What can become of a column."""
    inputs: list[Part] = [("input", encoding) for encoding in encodings_of(column)]
    return (*inputs, ("target", ""), ("leave_out", ""))


def shown_part(column: Column, role: Role, encoding: str) -> Part:
    """The part under which a column stands in its list."""
    return role, encoding_in_use(column, encoding) if role == "input" else ""


class RoleHeader(View, QHeaderView):
    """A drop-down list in every section; `role_chosen` tells the column, its new role and the encoding."""

    role_chosen = Signal(int, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._boxes: list[QComboBox] = []
        self._parts: tuple[tuple[Part, ...], ...] = ()
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setMinimumSectionSize(_NARROWEST)
        self.sectionResized.connect(self._place)

    def show_columns(self, columns: Sequence[Column], parts: Sequence[Part]) -> None:
        """A list for each column."""
        all_parts = tuple(map(parts_of, columns))
        if all_parts != self._parts:
            for box in self._boxes:
                box.hide()
                box.deleteLater()
            self._parts = all_parts
            self._boxes = [self._box(index) for index in range(len(columns))]
        for box, column, possible, part in zip(self._boxes, columns, all_parts, parts, strict=True):
            box.setCurrentIndex(possible.index(part) if part in possible else 0)
            box.setAccessibleName(self.tr("What becomes of the column {name}").format(name=column.name))
            box.setToolTip(box.accessibleName())
        self.updateGeometries()
        self._place()

    def retranslate(self) -> None:
        for box, parts in zip(self._boxes, self._parts, strict=True):
            for index, part in enumerate(parts):
                box.setItemText(index, self._text(part))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), self.fontMetrics().height() + self._box_height() + 14)

    def sectionSizeFromContents(self, column: int) -> QSize:
        """Wide enough for every role of the list."""
        size = super().sectionSizeFromContents(column)
        wide = self._boxes[column].sizeHint().width() + 6 if column < len(self._boxes) else 0
        return QSize(max(size.width(), wide), size.height())

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
            "number": self.tr("Input: numbers"),
            "one_hot": self.tr("Input: one-hot"),
            "ordinal": self.tr("Input: ordinal"),
            "days": self.tr("Input: days"),
            "year": self.tr("Input: year"),
            "month": self.tr("Input: month"),
            "day": self.tr("Input: day"),
            "weekday": self.tr("Input: weekday"),
            "hour": self.tr("Input: hour"),
            "hours": self.tr("Input: hours"),
            "minutes": self.tr("Input: minutes"),
            "seconds": self.tr("Input: seconds"),
        }[encoding]

    def _box(self, index: int) -> QComboBox:
        parts = self._parts[index]
        box = QComboBox(self.viewport())
        box.setObjectName(f"import_role_{index + 1}")
        box.addItems([self._text(part) for part in parts])
        box.activated.connect(lambda chosen: self.role_chosen.emit(index, *parts[chosen]))
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
