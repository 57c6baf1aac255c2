"""This module shows a matrix as a table model; only what is on screen becomes text."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from engine.network.batch_back_propagation import Matrix
from gui.words.number_text import exact, four_figures

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_RIGHT = int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value)


class MatrixModel(QAbstractTableModel):
    """Rows and columns count from 1, as samples and units do."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._matrix: Matrix | None = None

    def show_matrix(self, matrix: Matrix | None) -> None:
        """Show `matrix`; one of the same shape keeps the place in the table."""
        old = None if self._matrix is None else self._matrix.values.shape
        same = matrix is not None and matrix.values.shape == old
        if not same:
            self.beginResetModel()
        self._matrix = matrix
        if not same:
            self.endResetModel()
        elif self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() or self._matrix is None else int(self._matrix.values.shape[0])

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() or self._matrix is None else int(self._matrix.values.shape[1])

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._matrix is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.UserRole, Qt.ItemDataRole.ToolTipRole):
            return None
        value = float(self._matrix.values[index.row(), index.column()])
        if role == Qt.ItemDataRole.UserRole:
            return value
        return four_figures(value) if role == Qt.ItemDataRole.DisplayRole else exact(value)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return str(section + 1)
        return _RIGHT if role == Qt.ItemDataRole.TextAlignmentRole else None
