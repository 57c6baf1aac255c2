"""This module shows the milestones as a table: a row for each sample, a column for each output at a milestone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from engine.data.dataset import Dataset
from engine.training.milestones import MOST_ROWS, Milestone
from gui.toolkit.theme import Theme
from gui.words.notation import Notation, subscript
from gui.words.number_text import exact, four_figures, grouped, table_number

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_RIGHT = int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value)


class MilestoneModel(QAbstractTableModel):
    """Inputs and targets of every sample, then its outputs after each epoch of `epochs` that the run has passed."""

    def __init__(self, dataset: Dataset, notation: Notation, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dataset = dataset
        self._notation = notation
        self._theme = theme
        self._epochs: tuple[int, ...] = ()
        self._passed: dict[int, Milestone] = {}
        self._now = 0

    @property
    def first_output(self) -> int:
        """The first column of a milestone."""
        return self._dataset.n_inputs + self._dataset.n_outputs

    def apply_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme

    def set_table(self, dataset: Dataset, epochs: tuple[int, ...]) -> None:
        """Show these samples and milestones."""
        if dataset is self._dataset and epochs == self._epochs:
            return
        self.beginResetModel()
        self._dataset, self._epochs = dataset, epochs
        self.endResetModel()

    def show_passed(self, milestones: Sequence[Milestone], epoch: int) -> None:
        """What the run has noted, and where it stands."""
        passed = {milestone.epoch: milestone for milestone in milestones}
        same = passed.keys() == self._passed.keys() and all(passed[k] is self._passed[k] for k in passed)
        self._now = epoch
        if same:
            return
        self._passed = passed
        last = self.columnCount() - 1
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, self.first_output, last)
        if self.rowCount():
            self.dataChanged.emit(self.index(0, self.first_output), self.index(self.rowCount() - 1, last))

    def refresh_headers(self) -> None:
        """Write the headers anew in the language and notation in force."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def milestone(self, column: int) -> tuple[int, int]:
        """Epoch and output unit of a column from `first_output` on."""
        place, unit = divmod(column - self.first_output, self._dataset.n_outputs)
        return self._epochs[place], unit

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else min(self._dataset.n_samples, MOST_ROWS)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else self.first_output + len(self._epochs) * self._dataset.n_outputs

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column, value = index.column(), self._value(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(column, value)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._missing(column) if value is None else exact(value)
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(self._theme.muted if column < self._dataset.n_inputs else self._theme.text)
        return {Qt.ItemDataRole.UserRole: value, Qt.ItemDataRole.TextAlignmentRole: _RIGHT}.get(Qt.ItemDataRole(role))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical or not 0 <= section < self.columnCount():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._header(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT
        if role == Qt.ItemDataRole.ToolTipRole and section >= self.first_output:
            epoch, _ = self.milestone(section)
            if epoch in self._passed:
                return self.tr("Outputs after epoch {epoch}; the error of the whole set is {error}").format(
                    epoch=epoch, error=exact(self._passed[epoch].loss_sum)
                )
            return self._missing(section)
        return None

    def _text(self, column: int, value: float | None) -> str:
        if value is None:
            return "–"
        return table_number(value) if column < self.first_output else four_figures(value)

    def _value(self, row: int, column: int) -> float | None:
        data = self._dataset
        if column < data.n_inputs:
            return float(data.inputs[row, column])
        if column < self.first_output:
            return float(data.targets[row, column - data.n_inputs])
        epoch, unit = self.milestone(column)
        passed = self._passed.get(epoch)
        if passed is None or passed.outputs.shape != (self.rowCount(), data.n_outputs):
            return None
        return float(passed.outputs[row, unit])

    def _header(self, section: int) -> str:
        data = self._dataset
        if section < data.n_inputs:
            name = data.input_names[section]
            return f"x{subscript(section + 1)}\n" if name == f"x{section + 1}" else f"{name}\n"
        if section < self.first_output:
            place = section - data.n_inputs
            letter = self._notation.target()
            return f"{letter}{subscript(place + 1)}\n" if data.n_outputs > 1 else f"{letter}\n"
        epoch, unit = self.milestone(section)
        title = self.tr("epoch {epoch}").format(epoch=grouped(epoch))
        if data.n_outputs > 1:
            title += f" · {'o' if self._notation.is_lecture else 'ŷ'}{subscript(unit + 1)}"
        passed = self._passed.get(epoch)
        return f"{title}\nE = {four_figures(passed.loss_sum) if passed is not None else '–'}"

    def _missing(self, column: int) -> str:
        epoch, _ = self.milestone(column)
        if epoch <= self._now:
            return self.tr(
                "The run had passed epoch {epoch} before this milestone was set; Reset and train again."
            ).format(epoch=grouped(epoch))
        return self.tr("Fills itself when the run reaches epoch {epoch}").format(epoch=grouped(epoch))
