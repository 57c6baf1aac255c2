"""This module shows the first rows of a table, each column coloured by its role."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from engine.data.importing import RawTable, Role
from gui.toolkit.theme import Theme, ThemeManager

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_NEIGHBOURS = 2


class PreviewModel(QAbstractTableModel):
    """Read-only; empty cells show in the colour of warnings, the cell that stands in the way is marked."""

    def __init__(self, themes: ThemeManager, shown_rows: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._shown_rows = shown_rows
        self._table: RawTable | None = None
        self._roles: tuple[Role, ...] = ()
        self._rows: list[int] = []
        self._bad: tuple[int, int] | None = None

    def show_table(self, table: RawTable | None, roles: tuple[Role, ...]) -> None:
        """Show this table, or nothing."""
        self.beginResetModel()
        self._table, self._roles, self._bad = table, roles, None
        self._rows = list(range(min(table.n_rows, self._shown_rows))) if table is not None else []
        self.endResetModel()

    def mark(self, bad: tuple[int, int] | None) -> QModelIndex:
        """Mark the cell (row, column) of the table, and show the rows around it; returns its place."""
        table = self._table
        if table is None or bad == self._bad:
            return self._place_of(self._bad)
        first = range(min(table.n_rows, self._shown_rows))
        near = range(max(bad[0] - _NEIGHBOURS, 0), min(bad[0] + _NEIGHBOURS + 1, table.n_rows)) if bad else ()
        rows = sorted({*first, *near})
        if rows != self._rows:
            self.beginResetModel()
            self._rows, self._bad = rows, bad
            self.endResetModel()
        else:
            self._bad = bad
            self._show_anew()
        return self._place_of(bad)

    def show_roles(self, roles: tuple[Role, ...]) -> None:
        """Colour the columns anew."""
        self._roles = roles
        self._show_anew()

    def _place_of(self, bad: tuple[int, int] | None) -> QModelIndex:
        return (
            QModelIndex() if bad is None or bad[0] not in self._rows else self.index(self._rows.index(bad[0]), bad[1])
        )

    def _show_anew(self) -> None:
        if self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() or self._table is None else len(self._rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() or self._table is None else len(self._table.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._table is None or role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(self._table.lines[self._rows[section]])
        return self._table.columns[section].name

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._table is None:
            return None
        column, row = self._table.columns[index.column()], self._rows[index.row()]
        text, chosen = column.cell(row), self._roles[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text or self.tr("(empty)")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if column.codes[row] >= 0 else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return self._look(role, bool(text), chosen, self._bad == (row, index.column()))

    def _look(self, role: int, is_full: bool, chosen: Role, is_bad: bool) -> Any:
        theme = self._themes.theme
        if role == Qt.ItemDataRole.BackgroundRole and is_bad:
            return QColor(theme.wrong)
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(theme.panel) if is_bad else self._colour(is_full, chosen, theme)
        if role == Qt.ItemDataRole.FontRole and chosen == "target":
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
