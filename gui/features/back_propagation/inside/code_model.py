"""This module shows the lines of a training step as a table model: code, shape and what the line has computed."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont

from engine.analysis.numpy_code.code_run import PARAMETERS, CodeLine, CodeRun, CodeValue
from engine.analysis.numpy_code.numpy_lines import in_textbook_letters
from engine.export.numbers import literal
from gui.features.back_propagation.inside.typed_array import changed_numbers, written_array
from gui.toolkit.theme import Theme
from gui.words.notation import Notation
from gui.words.number_text import formula_number

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
CODE, SHAPE, VALUE = range(3)
_MOST_ROWS, _MOST_COLUMNS = 12, 8
"""Of a matrix in a tooltip."""
_MOST_NUMBERS = 12
"""In the column of values, where there is much room."""


class CodeModel(QAbstractTableModel):
    """Columns: the line, the shape of what it computes, and its value; the tooltip has the whole matrix.

    The values of parameters can be typed. `typed`: the `CodeValue` and, by place in it, the numbers that are others
    now. `refused`: what was typed is no such array.
    """

    typed = Signal(object, object)
    refused = Signal()

    def __init__(self, notation: Notation, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notation, self._theme = notation, theme
        self._lines: tuple[CodeLine, ...] = ()
        self._font = QFont()
        self._room = 0
        self._width_of: Callable[[str], int] = len

    def apply_theme(self, theme: Theme, font: QFont) -> None:
        """Take the theme's colours, and the letters of code."""
        self._theme, self._font = theme, font

    def fit_values(self, room: int, width_of: Callable[[str], int]) -> None:
        """Show as many numbers of a value as fit into `room`."""
        self._width_of = width_of
        if room != self._room:
            self._room = room
            self.refresh()

    def show_run(self, run: CodeRun | None) -> None:
        """Show these lines; where their number stays, so does the place in the table."""
        lines = () if run is None else run.lines
        is_same = [line.text for line in lines] == [line.text for line in self._lines]
        if not is_same:
            self.beginResetModel()
        self._lines = lines
        if not is_same:
            self.endResetModel()
        elif lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, VALUE))

    def refresh(self) -> None:
        """Write everything anew: the language or the notation is another."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, VALUE)
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, VALUE))

    def line_at(self, row: int) -> CodeLine | None:
        """The line of that row, None where there is none."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def code(self) -> str:
        """All lines, those of the parameters with their numbers, each with every digit."""
        return "\n".join(map(self._code_of, self._lines)) + "\n"

    def flags(self, index: _Index) -> Qt.ItemFlag:
        can_type = index.isValid() and index.column() == VALUE and self._lines[index.row()].section == PARAMETERS
        return super().flags(index) | (Qt.ItemFlag.ItemIsEditable if can_type else Qt.ItemFlag.NoItemFlags)

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell of the numbers that were changed; the array shows them when the document has them."""
        if role != Qt.ItemDataRole.EditRole or not isinstance(value, list | tuple):
            return False
        before, after = value
        shown = self._lines[index.row()].values[0]
        numbers = changed_numbers(before, after, shown.value.shape)
        if numbers is None:
            self.refused.emit()
        elif numbers:
            self.typed.emit(shown, numbers)
        return bool(numbers)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else VALUE + 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return (self._written(line.text), _shape(line), self._value_text(line))[column]
        if role == Qt.ItemDataRole.EditRole:
            return written_array(line.values[0].value) if column == VALUE and line.values else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._written(line.text) if column == CODE else self._matrices(line)
        return self._look(column, role)

    def _look(self, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.FontRole and column == CODE:
            return self._font
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(self._theme.text if column != SHAPE else self._theme.muted)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical or not 0 <= section <= VALUE:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("code"), self.tr("shape"), self.tr("value"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value)
        return None

    def _written(self, text: str) -> str:
        return text if self._notation.is_lecture else in_textbook_letters(text)

    def _code_of(self, line: CodeLine) -> str:
        if line.section == PARAMETERS:
            return f"{line.values[0].name} = np.array({literal(line.values[0].value)})"
        return self._written(line.text)

    def _value_text(self, line: CodeLine) -> str:
        """The first numbers of the first array, as many as there is room for; one in any case."""
        if not line.values:
            return ""
        array, text = line.values[0].value, ""
        for place, number in enumerate(array.ravel()[:_MOST_NUMBERS], start=1):
            is_last = place == array.size and len(line.values) == 1
            longer = f"{text}, {formula_number(number)}" if text else formula_number(number)
            if text and self._width_of(longer if is_last else f"{longer}, …") > self._room:
                return f"{text}, …"
            text = longer
        return text if array.size <= _MOST_NUMBERS and len(line.values) == 1 else f"{text}, …"

    def _matrices(self, line: CodeLine) -> str | None:
        """Every array of the line with its name, as exact as there is room for."""
        texts = []
        for value in line.values:
            name = self._written(value.name)
            name = f"{value.of} ({name})" if value.of else name
            texts.append(f"{name} = {_whole(value)}")
        return "\n".join(texts) or None


def _shape(line: CodeLine) -> str:
    """Rows × columns of what the line computes; of several arrays that of the first, with dots."""
    if not line.values:
        return ""
    shape = " × ".join(map(str, line.values[0].value.shape)) or "1"
    return f"{shape}, …" if len(line.values) > 1 else shape


def _whole(value: CodeValue) -> str:
    array = value.value
    most, edge = _MOST_ROWS * _MOST_COLUMNS, _MOST_COLUMNS // 2
    with np.printoptions(threshold=most, edgeitems=edge, linewidth=110, floatmode="unique"):
        text = np.array2string(array, separator=", ")
    return text if array.ndim < 2 else f"\n{text}"
