"""This module shows a truth table on its side: a column for each case, a row for each input."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from gui.toolkit.theme import Theme
from gui.words.notation import subscript

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class TruthTableModel(QAbstractTableModel):
    """Shows `table`: 0/1 for each case in counting order, with x₁ the high bit."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table: tuple[int, ...] = ()
        self._target_symbol = "d"
        self._theme = theme

    @property
    def table(self) -> tuple[int, ...]:
        """The truth table on show; empty when there is none."""
        return self._table

    @property
    def n_inputs(self) -> int:
        """How many inputs the table has; the row of this number holds the desired outputs."""
        return max(len(self._table).bit_length() - 1, 0)

    def flipped(self, case: int) -> tuple[int, ...]:
        """The table with the desired output of `case` changed from 0 to 1 or back."""
        return tuple(1 - value if index == case else value for index, value in enumerate(self._table))

    def show_table(self, table: tuple[int, ...]) -> None:
        """Show `table`; the view keeps its current cell when only values change."""
        if len(table) != len(self._table):
            self.beginResetModel()
            self._table = table
            self.endResetModel()
        elif table != self._table:
            self._table = table
            self._refresh()

    def set_look(self, theme: Theme, target_symbol: str) -> None:
        """Take the theme's colours and the notation's letter for the desired output."""
        self._theme, self._target_symbol = theme, target_symbol
        if self._table:
            self._refresh()
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.n_inputs)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() or not self._table else self.n_inputs + 1

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._table)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        value = self._value(index.row(), index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return str(value)
            case Qt.ItemDataRole.UserRole:
                return value
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignCenter.value)
        return self._target_look(value, role) if index.row() == self.n_inputs else self._input_look(role)

    def _input_look(self, role: int) -> object:
        return QColor(self._theme.muted) if role == Qt.ItemDataRole.ForegroundRole else None

    def _target_look(self, value: int, role: int) -> object:
        """The desired output stands in its class's colour and says that it can be clicked."""
        match role:
            case Qt.ItemDataRole.ForegroundRole:
                return QColor("#ffffff")
            case Qt.ItemDataRole.BackgroundRole:
                return QColor(self._theme.class_colour(value))
            case Qt.ItemDataRole.FontRole:
                font = QFont()
                font.setBold(True)
                return font
            case Qt.ItemDataRole.ToolTipRole:
                return self.tr("Click to change what this case should give")
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        usable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usable if index.row() == self.n_inputs else Qt.ItemFlag.ItemIsEnabled

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._target_symbol if section == self.n_inputs else f"x{subscript(section + 1)}"

    def _value(self, row: int, case: int) -> int:
        n_inputs = self.n_inputs
        return self._table[case] if row == n_inputs else (case >> (n_inputs - 1 - row)) & 1

    def _refresh(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(self.n_inputs, len(self._table) - 1))
