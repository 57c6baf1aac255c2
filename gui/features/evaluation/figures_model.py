"""This module shows the figures of classes, or of outputs, as a table model."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.features.evaluation.texts import figure

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_RIGHT = int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value)
_LEFT = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value)


@dataclass(frozen=True)
class FigureRow:
    """A title and its figures, one for each column; counts are whole numbers, NaN is undefined."""

    title: str
    values: tuple[float | int, ...]


class FiguresModel(QAbstractTableModel):
    """UserRole holds the exact number of a cell."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads: tuple[str, ...] = ()
        self._rows: tuple[FigureRow, ...] = ()

    def show_rows(self, heads: Sequence[str], rows: Sequence[FigureRow]) -> None:
        """Show `rows` under `heads`, the first of which stands over the titles."""
        frame = self._frame(self._heads, self._rows)
        is_same = frame == self._frame(tuple(heads), tuple(rows))
        if not is_same:
            self.beginResetModel()
        self._heads, self._rows = tuple(heads), tuple(rows)
        if not is_same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self._heads) - 1))

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if column == 0:
            return {Qt.ItemDataRole.DisplayRole: row.title, Qt.ItemDataRole.TextAlignmentRole: _LEFT}.get(
                Qt.ItemDataRole(role)
            )
        value = row.values[column - 1]
        if role == Qt.ItemDataRole.DisplayRole:
            return str(value) if isinstance(value, int) else figure(value)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT
        if role == Qt.ItemDataRole.ToolTipRole:
            return repr(value) if isinstance(value, int) or not math.isnan(value) else self.tr("not defined: 0 of 0")
        return value if role == Qt.ItemDataRole.UserRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if section == 0 else _RIGHT
        return self._heads[section] if role == Qt.ItemDataRole.DisplayRole else None

    @staticmethod
    def _frame(heads: tuple[str, ...], rows: tuple[FigureRow, ...]) -> tuple[object, ...]:
        return heads, tuple(row.title for row in rows)
