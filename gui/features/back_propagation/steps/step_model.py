"""This module shows the rows of a step as a table model; a row is computed when it is looked at."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from gui.features.back_propagation.steps.practice import PRACTISED, Answer, Practice, verdict_text
from gui.features.back_propagation.steps.step_row import StepRow
from gui.features.back_propagation.steps.step_rows import StepRows
from gui.toolkit.theme import Theme
from gui.words.number_text import exact, table_number

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
SYMBOL, FORMULA, NUMBERS, VALUE, AFTER = range(5)


class StepModel(QAbstractTableModel):
    """Quantity, formula, numbers, value, and in the last steps the value after the adjustment.

    While someone practises, values are typed, and what is to be said of them stands in place of the numbers;
    `answered`: something has been typed.
    """

    answered = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: StepRows | None = None
        self._practice: Practice | None = None
        self._step = 0
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

    def practise(self, practice: Practice | None, step: int) -> None:
        """Let the values of `step` be typed; None: show them."""
        practice = practice if step in PRACTISED else None
        if (practice, step) != (self._practice, self._step):
            self._practice, self._step = practice, step
            if self.rowCount():
                self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, AFTER))

    @property
    def is_practised(self) -> bool:
        """Whether values are typed and not shown."""
        return self._practice is not None

    @property
    def n_asked(self) -> int:
        """How many values are to be typed."""
        return 0 if self._rows is None else self._rows.count - self._rows.n_given

    def flags(self, index: _Index) -> Qt.ItemFlag:
        can_type = self.is_practised and index.isValid() and index.column() == VALUE
        can_type = can_type and not self._row(index.row()).is_given
        return super().flags(index) | (Qt.ItemFlag.ItemIsEditable if can_type else Qt.ItemFlag.NoItemFlags)

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if self._practice is None or index.column() != VALUE or role != Qt.ItemDataRole.EditRole:
            return False
        self._practice.take(self._step, index.row(), self._row(index.row()), str(value))
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), AFTER))
        self.answered.emit()
        return True

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
        if self._practice is not None and column in (NUMBERS, VALUE) and not row.is_given:
            return self._practised(self._practice.answer(self._step, index.row()), row, column, role)
        return self._shown(row, column, role)

    def _shown(self, row: StepRow, column: int, role: int) -> object:
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

    def _practised(self, answer: Answer | None, row: StepRow, column: int, role: int) -> object:
        """What was typed, and what is to be said of it; the numbers are no secret once the value is right."""
        typed = "" if answer is None else answer.text
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return typed if column == VALUE else verdict_text(answer)
        if role == Qt.ItemDataRole.ToolTipRole and column == NUMBERS and answer is not None and answer.is_right:
            return row.numbers
        if role == Qt.ItemDataRole.ForegroundRole and answer is not None:
            return QColor(self._theme.right if answer.is_right else self._theme.wrong)
        if role == Qt.ItemDataRole.BackgroundRole and column == VALUE:
            return QColor(self._theme.hairline)
        return _alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

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
