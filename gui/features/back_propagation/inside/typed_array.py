"""This module lets an array be typed as Python writes it; only numbers that someone has changed become others."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.words.number_text import MINUS, formula_number, read_number

_Index = QModelIndex | QPersistentModelIndex
_BETWEEN = re.compile(r"[\[\]()\s]+|,")


def written_array(array: NDArray[np.float64]) -> str:
    """[[0.15, 0.25], [0.2, 0.3]]: the numbers as they are shown, not with every digit."""
    if array.ndim == 0:
        return formula_number(float(array), beside=0.0).replace(MINUS, "-")
    return f"[{', '.join(map(written_array, array))}]"


def changed_numbers(before: str, after: str, shape: tuple[int, ...]) -> dict[int, float] | None:
    """By their places, the numbers of an array of that shape that `after` has in place of those in `before`.

    None where `after` is not as many numbers.
    """
    old, new = (list(filter(None, _BETWEEN.split(text))) for text in (before, after))
    if len(new) != len(old) or len(old) != int(np.prod(shape)):
        return None
    found = {place: read_number(word) for place, word in enumerate(new) if word != old[place]}
    return None if None in found.values() else {place: value for place, value in found.items() if value is not None}


class ArrayDelegate(QStyledItemDelegate):
    """Hands the model what stood in the line when it was opened, and what stands there now."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: _Index) -> QWidget:
        line = QLineEdit(parent)
        line.setObjectName("code_value_editor")
        line.setAccessibleName(self.tr("Numbers of the array"))
        line.setText(str(index.data(Qt.ItemDataRole.EditRole)))
        line.setProperty("before", line.text())
        return line

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Leave what is being typed alone: while training, other numbers come with every frame."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        if isinstance(editor, QLineEdit) and editor.text() != editor.property("before"):
            model.setData(index, (editor.property("before"), editor.text()), Qt.ItemDataRole.EditRole)
