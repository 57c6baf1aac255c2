"""This module shows the rows of a step as a table model; a row is computed when it is looked at."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from gui.features.back_propagation.steps.step_rows import StepRow, StepRows
from gui.toolkit.theme import Theme
from gui.words.number_text import exact, table_number

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
SYMBOL, FORMULA, NUMBERS, VALUE, AFTER = range(5)


class StepModel(QAbstractTableModel):
    """Quantity, formula, numbers, value, and in the last steps the value after the adjustment."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: StepRows | None = None
        self._row = lru_cache(maxsize=512)(self._make_row)

    def apply_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme

    def show_rows(self, rows: StepRows | None) -> None:
        """Show these rows; where their number stays, so does the place in the table."""
        same = rows is not None and self._rows is not None and rows.count == self._rows.count
        if not same:
            self.beginResetModel()
        self._rows = rows
        self._row.cache_clear()
        if not same:
            self.endResetModel()
        elif rows is not None and rows.count:
            self.dataChanged.emit(self.index(0, 0), self.index(rows.count - 1, AFTER))

    def row_at(self, row: int) -> StepRow | None:
        """The row, None where there is none."""
        return self._row(row) if 0 <= row < self.rowCount() else None

    def refresh_headers(self) -> None:
        """Write the headers in the language in force."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, AFTER)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() or self._rows is None else self._rows.count

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else AFTER + 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._row(index.row()), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tooltip(row, column)
        if role == Qt.ItemDataRole.UserRole:
            return {VALUE: row.value, AFTER: row.after}.get(column)
        if role == Qt.ItemDataRole.ForegroundRole and column in (FORMULA, NUMBERS):
            return QColor(self._theme.muted if column == FORMULA else self._theme.text)
        return _alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical or not 0 <= section <= AFTER:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                self.tr("quantity"),
                self.tr("formula"),
                self.tr("with the numbers"),
                self.tr("value"),
                self.tr("afterwards"),
            )[section]
        return _alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _make_row(self, row: int) -> StepRow:
        assert self._rows is not None
        return self._rows.row(row)

    def _text(self, row: StepRow, column: int) -> str:
        if column < VALUE:
            return (row.symbol, row.formula, row.numbers)[column]
        value = row.value if column == VALUE else row.after
        return "" if value is None else table_number(value, beside=0.0 if row.is_given else 1.0)

    def _tooltip(self, row: StepRow, column: int) -> str | None:
        value = {VALUE: row.value, AFTER: row.after}.get(column)
        if value is not None:
            return exact(value)
        return f"{row.symbol} = {row.formula}\n= {row.numbers}" if row.numbers else None


def _alignment(column: int) -> int:
    side = Qt.AlignmentFlag.AlignRight if column in (VALUE, AFTER) else Qt.AlignmentFlag.AlignLeft
    return int((side | Qt.AlignmentFlag.AlignVCenter).value)
