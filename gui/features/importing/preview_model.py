"""This module shows the first rows of a table, each column coloured by its role."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from engine.data.importing import RawTable, Role
from gui.toolkit.theme import Theme, ThemeManager

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class PreviewModel(QAbstractTableModel):
    """Read-only; empty cells show in the colour of warnings."""

    def __init__(self, themes: ThemeManager, shown_rows: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._shown_rows = shown_rows
        self._table: RawTable | None = None
        self._roles: tuple[Role, ...] = ()

    def show_table(self, table: RawTable | None, roles: tuple[Role, ...]) -> None:
        """Show this table, or nothing."""
        self.beginResetModel()
        self._table, self._roles = table, roles
        self.endResetModel()

    def show_roles(self, roles: tuple[Role, ...]) -> None:
        """Colour the columns anew."""
        self._roles = roles
        if self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() or self._table is None else min(self._table.n_rows, self._shown_rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() or self._table is None else len(self._table.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._table is None or role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(self._table.lines[section])
        return self._table.columns[section].name

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._table is None:
            return None
        column, theme = self._table.columns[index.column()], self._themes.theme
        text = column.cell(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text or self.tr("(empty)")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if column.codes[index.row()] >= 0 else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(bool(text), self._roles[index.column()], theme)
        if role == Qt.ItemDataRole.FontRole and self._roles[index.column()] == "target":
            font = QFont()
            font.setBold(True)
            return font
        return None

    def _colour(self, is_full: bool, role: Role, theme: Theme) -> QColor:
        if role == "leave_out":
            return QColor(theme.muted)
        if not is_full:
            return QColor(theme.warning)
        return QColor(theme.accent if role == "target" else theme.text)
