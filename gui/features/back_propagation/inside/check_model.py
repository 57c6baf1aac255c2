"""This module shows a gradient twice, by back-propagation and by finite differences, as a table model."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from engine.analysis.gradient_check import GradientCheck
from gui.words.number_text import exact, four_figures
from gui.words.symbols import Symbols

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
WHAT, DIFFERENCE = 0, 3


@dataclass(frozen=True)
class Checked:
    """One derivative ∂E/∂(parameter) twice. key: the connection or neuron that the parameter belongs to."""

    symbol: str
    key: tuple[int, ...]
    analytic: float
    numeric: float


def checked(check: GradientCheck, sizes: tuple[int, ...], symbols: Symbols) -> list[Checked]:
    """An entry for each parameter; a threshold's derivatives have the other sign than those of the bias."""
    rows, at = [], 0
    for layer, (n_inputs, units) in enumerate(pairwise(sizes)):
        for source in range(n_inputs):
            for unit in range(units):
                both = float(check.analytic[at]), float(check.numeric[at])
                rows.append(Checked(symbols.weight(layer, source, unit), (layer, unit, source), *both))
                at += 1
        for unit in range(units):
            one, other = (symbols.bias_value(layer, float(values[at])) for values in (check.analytic, check.numeric))
            rows.append(Checked(symbols.bias(layer, unit), (layer, unit), one, other))
            at += 1
    return rows


class CheckModel(QAbstractTableModel):
    """Columns: the derivative, its two values, and the difference."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Checked] = []

    def show_rows(self, rows: list[Checked]) -> None:
        """Show these; where their number stays, so does the place in the table."""
        is_same = len(rows) == len(self._rows)
        if not is_same:
            self.beginResetModel()
        self._rows = rows
        if not is_same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, DIFFERENCE))

    def row_at(self, row: int) -> Checked | None:
        """The row, None where there is none."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def refresh_headers(self) -> None:
        """Write the headers in the language in force."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, DIFFERENCE)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else DIFFERENCE + 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        value = (None, row.analytic, row.numeric, row.analytic - row.numeric)[column]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"∂E/∂{row.symbol}" if value is None else four_figures(value, beside=0.0)
        if role == Qt.ItemDataRole.UserRole:
            return value
        if role == Qt.ItemDataRole.ToolTipRole and value is not None:
            return exact(value)
        return _alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical or not 0 <= section <= DIFFERENCE:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                self.tr("derivative"),
                self.tr("back-propagation"),
                self.tr("finite differences"),
                self.tr("difference"),
            )[section]
        return _alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _alignment(column: int) -> int:
    side = Qt.AlignmentFlag.AlignLeft if column == WHAT else Qt.AlignmentFlag.AlignRight
    return int((side | Qt.AlignmentFlag.AlignVCenter).value)
