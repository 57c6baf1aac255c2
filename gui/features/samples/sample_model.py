"""The samples as a table in the lecture's form, which can be sorted and typed into."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from engine.analysis.frame import Frame
from engine.data.cell_numbers import number_text
from engine.data.dataset import Dataset
from engine.data.sample_cells import choices, code_name, offered_in
from engine.spec.specs import NetworkSpec
from gui.features.samples.sample_columns import SampleColumns
from gui.features.samples.sample_figures import RowFigures, SampleFigures, shown_hidden_units
from gui.features.samples.sample_headers import header_text, header_tooltip
from gui.features.samples.sample_order import SampleOrder
from gui.toolkit.services.hidden_answer import HiddenAnswer
from gui.toolkit.theme import Theme
from gui.words.notation import Notation
from gui.words.number_text import exact, four_figures, table_number
from gui.words.plot_names import word_at

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_USABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_ANSWERS = frozenset({"target", "output", "error", "right"})
_EDITABLE = _USABLE | Qt.ItemFlag.ItemIsEditable


class SampleModel(QAbstractTableModel):
    """Training samples, then test samples, unless sorted. UserRole: the number behind a figure, or right as a bool.

    `typed` carries sample, cell (inputs counted first, then targets) and text of what was entered; the model itself
    changes nothing.
    """

    typed = Signal(int, int, str)

    def __init__(self, dataset: Dataset, notation: Notation, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._take(dataset)
        self._columns = SampleColumns.of(dataset)
        self._order = SampleOrder()
        self._figures = SampleFigures(dataset)
        self._notation = notation
        self.apply_theme(theme)
        self._loss = "squared_error"
        self._n_layers = 2
        self._answer = HiddenAnswer()

    @property
    def columns(self) -> SampleColumns:
        """What the columns are."""
        return self._columns

    @property
    def dataset(self) -> Dataset:
        """The samples on show."""
        return self._dataset

    @property
    def frame(self) -> Frame | None:
        """The frame whose outputs are on show; None before the first of these samples."""
        return self._figures.frame

    # ------------------------------------------------------------------ what is on show

    def set_dataset(self, dataset: Dataset) -> None:
        """Show these samples; as long as the columns stay, so does the place in the table."""
        self._figures.set_dataset(dataset)
        columns, before, after = SampleColumns.of(dataset, self._columns.n_hidden), self.rowCount(), _count(dataset)
        if columns != self._columns or not before or not after:
            self.beginResetModel()
            self._order.clear()
            self._take(dataset)
            self._columns = columns
            self.endResetModel()
            return
        given = self._sorted_values()
        self._take_rows(dataset, before, after)
        now = self._sorted_values()
        if given is not None and now is not None and len(given) == len(now) and np.count_nonzero(given != now) > 1:
            self.sort_by(
                self._order.column, self._order.is_descending
            )  # a cell that is typed over stays where it is, other data do not
        self.dataChanged.emit(self.index(0, 0), self.index(after - 1, columns.count - 1))

    def set_terms(self, loss: str, network: NetworkSpec) -> None:
        """The loss by which the error column counts, and the network: how deep it is, and which units have columns."""
        n_layers, n_hidden = len(network.layers), shown_hidden_units(network)
        if n_hidden != self._columns.n_hidden:
            self.beginResetModel()
            self._order.clear()
            self._columns = SampleColumns.of(self._dataset, n_hidden)
            self._figures.set_dataset(self._dataset)
            self._figures.set_terms(loss, n_hidden > 0)
            self.endResetModel()
        if (loss, n_layers) != (self._loss, self._n_layers):
            self._loss, self._n_layers = loss, n_layers
            self._figures.set_terms(loss, n_hidden > 0)
            self.refresh_headers()

    def apply_theme(self, theme: Theme) -> None:
        """Take the theme's colours; the view repaints."""
        self._colours = {name: QColor(getattr(theme, name)) for name in ("right", "wrong", "muted", "text")}

    def cover_as(self, answer: HiddenAnswer) -> None:
        """Cover what `answer` hides, from now on."""
        self._answer = answer
        answer.changed.connect(self._on_answer_changed)

    def hides(self, row: int, kind: str) -> bool:
        """Whether a cell, of a kind as in `SampleColumns.kinds`, is covered."""
        return kind in _ANSWERS and self._answer.hides(self._order.sample(row))

    def hides_class(self, row: int) -> bool:
        """Whether the class of the sample in `row` is not to be seen."""
        return self._answer.hides(self._order.sample(row))

    def tell(self, row: int) -> None:
        """Uncover a row."""
        self._answer.tell(self._order.sample(row))

    def _on_answer_changed(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self._columns.count - 1))

    def show_frame(self, frame: Frame, first: int, last: int) -> None:
        """Take the outputs of `frame`; rows `first` to `last` are on screen and are announced as changed."""
        self._figures.show_frame(frame)
        last = min(last, self.rowCount() - 1)
        if 0 <= first <= last:
            changed = (self.index(first, self._columns.first_live), self.index(last, self._columns.count - 1))
            self.dataChanged.emit(*changed)
            if self._columns.marks_misses:
                self.dataChanged.emit(self.index(first, 0), self.index(last, 0))

    def prepare(self, first: int, last: int) -> None:
        """Work out the figures of rows `first` to `last` at once, before they are asked for one by one."""
        if 0 <= first <= last:
            self._figures.work_out(self._order.samples(np.arange(first, last + 1)))

    def refresh_headers(self) -> None:
        """Write the headers anew in the language and notation in force."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self._columns.count - 1)

    # ------------------------------------------------------------------ order

    @property
    def sorted_by(self) -> tuple[int, bool] | None:
        """The column that the rows are sorted by and whether the largest comes first; None: in the data's order."""
        return None if self._order.column is None else (self._order.column, self._order.is_descending)

    def sample_of(self, row: int) -> int:
        """The sample that stands in `row`: training samples are counted first, then test samples."""
        return self._order.sample(row)

    def samples_of(self, rows: NDArray[np.intp]) -> NDArray[np.intp]:
        """The samples that stand in `rows`."""
        return self._order.samples(rows)

    def row_of(self, sample: int) -> int:
        """The row in which a sample stands."""
        return self._order.row(sample)

    def rows_of(self, samples: NDArray[np.intp]) -> NDArray[np.intp]:
        """The rows in which `samples` stand."""
        return self._order.rows(samples)

    def sort_by(self, column: int | None, descending: bool = False) -> None:
        """Sort the rows by what stands in `column` now, or put them back into the data's order; a view, no edit."""
        values = None if column is None else self._column(column)
        if column is not None and values is None:
            return  # nothing stands there yet
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        samples = [self.sample_of(index.row()) for index in before]
        if column is None or values is None:
            self._order.clear()
        else:
            self._order.sort(column, descending, values)
        moved = [self.index(self.row_of(sample), index.column()) for sample, index in zip(samples, before, strict=True)]
        self.changePersistentIndexList(before, moved)
        self.layoutChanged.emit()
        self.refresh_headers()

    # ------------------------------------------------------------------ cells

    def is_test(self, row: int) -> bool:
        """Whether the sample in `row` is a test sample."""
        return self._order.sample(row) >= self._n_train

    def label(self, row: int) -> int:
        """The class of the sample in `row`."""
        data = self._dataset
        targets, place = _part(data.raw_targets, data.raw_test_targets, self._order.sample(row))
        return int(data.labels(targets[place : place + 1])[0])

    def figures(self, row: int) -> RowFigures | None:
        """Outputs, error and verdict for the sample in `row`; None before the first frame."""
        return self._figures.of(self._order.sample(row))

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._n_train + self._n_test

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._columns.count

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and self.hides(index.row(), self._columns.kinds[index.column()][0]):
            return _USABLE
        return _EDITABLE if index.isValid() and 0 < index.column() < self._columns.first_live else _USABLE

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        cell = self._columns.cell(index.column())
        if role != Qt.ItemDataRole.EditRole or cell is None:
            return False
        self.typed.emit(self._order.sample(index.row()), cell, str(value))
        return True

    def choose_near(self, index: QModelIndex, step: int) -> None:
        """Ask for the class or the word `step` further on, or the other code; nothing in a cell of other numbers."""
        cell = self._columns.cell(index.column())
        offered = () if cell is None else offered_in(self._dataset, cell)
        if offered and cell is not None:
            present = offered.index(str(self.data(index, Qt.ItemDataRole.EditRole)))
            self.typed.emit(self._order.sample(index.row()), cell, offered[(present + step) % len(offered)])

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, (kind, place) = index.row(), self._columns.kinds[index.column()]
        texts = {
            Qt.ItemDataRole.DisplayRole: self.text,
            Qt.ItemDataRole.EditRole: self._entry,
            Qt.ItemDataRole.UserRole: self._value,
            Qt.ItemDataRole.ToolTipRole: self._tooltip,
        }
        if Qt.ItemDataRole(role) in texts and self.hides(row, kind):
            return None if role == Qt.ItemDataRole.UserRole else self.tr("hidden")
        if tell := texts.get(Qt.ItemDataRole(role)):
            return tell(row, kind, place)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self.colour(row, kind)
        return _alignment(kind) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical or not 0 <= section < self._columns.count:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            name = header_text(self._dataset, self._columns, section, self._notation, self._n_layers)
            arrow = "▾" if self._order.is_descending else "▴"
            return f"{name} {arrow}" if section == self._order.column else name
        if role == Qt.ItemDataRole.ToolTipRole:
            return header_tooltip(self._dataset, self._columns, section, self._loss)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self._columns.kinds[section][0])
        return None

    def text(self, row: int, kind: str, index: int) -> str:
        """What stands in a cell; `kind` and `place` as from `SampleColumns.kind`."""
        if kind == "number":
            sample, n_train = self._order.sample(row), self._dataset.n_samples
            return str(sample + 1) if sample < n_train else self.tr("test {number}").format(number=sample - n_train + 1)
        value = self._value(row, kind, index)
        if value is None:
            return "–"
        if kind == "right":
            return self.tr("right") if value else self.tr("wrong")
        if kind in ("input", "target"):
            return self._word(kind, index, value) or table_number(value)
        figures = self.figures(row)
        bound = "≥ " if kind == "error" and figures is not None and figures.is_bound else ""
        return bound + four_figures(value)

    def colour(self, row: int, kind: str) -> QColor:
        """The colour of a cell's text."""
        figures = self.figures(row) if kind == "right" else None
        if figures is not None and figures.right is not None:
            return self._colours["right" if figures.right else "wrong"]
        return self._colours["muted" if kind in ("number", "input") else "text"]

    # ------------------------------------------------------------------ inside

    def _take(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._n_train, self._n_test = dataset.n_samples, dataset.n_test_samples

    def _take_rows(self, dataset: Dataset, before: int, after: int) -> None:
        """Have as many rows as `dataset`; which samples they hold is told by what comes next."""
        if after > before:
            self.beginInsertRows(_ROOT, before, after - 1)
        elif after < before:
            self.beginRemoveRows(_ROOT, after, before - 1)
        self._take(dataset)
        if after != before:
            self._sort_again()
        if after > before:
            self.endInsertRows()
        elif after < before:
            self.endRemoveRows()

    def _sort_again(self) -> None:
        """Other samples in the order asked for; columns of which nothing is known yet do without."""
        column, descending = self._order.column, self._order.is_descending
        self._order.clear()
        values = None if column is None else self._column(column)
        if column is not None and values is not None:
            self._order.sort(column, descending, values)
        elif column is not None:
            self.refresh_headers()

    def _sorted_values(self) -> NDArray[np.float64] | None:
        """The values (n,) by which the rows are sorted, where those are the data's and not the network's."""
        column = self._order.column
        return self._column(column) if column is not None and column < self._columns.first_live else None

    def _column(self, column: int) -> NDArray[np.float64] | None:
        """All values (n,) of a column, by sample."""
        kind, place = self._columns.kinds[column]
        data = self._dataset
        if kind == "number":
            return np.arange(_count(data), dtype=np.float64)
        if kind == "input":
            return data.all_raw_inputs[:, place]
        if kind == "target":
            return data.all_raw_targets[:, place]
        return self._figures.column(kind, place)

    def _value(self, row: int, kind: str, index: int) -> float | bool | int | None:
        data, sample = self._dataset, self._order.sample(row)
        if kind == "number":
            return sample
        if kind in ("input", "target"):
            inputs, targets = (data.raw_inputs, data.raw_test_inputs), (data.raw_targets, data.raw_test_targets)
            values, at = _part(*(inputs if kind == "input" else targets), sample)
            return float(values[at, index])
        figures = self._figures.of(sample)
        if figures is None:
            return None
        if kind in ("hidden", "output"):
            return float((figures.hidden if kind == "hidden" else figures.outputs)[index])
        return figures.error if kind == "error" else figures.right

    def _entry(self, row: int, kind: str, index: int) -> str:
        """What an editor begins with: every digit, or the name of the class."""
        if kind == "target" and self._dataset.task == "classes":
            return choices(self._dataset)[self.label(row)]
        value = self._value(row, kind, index)
        return "" if value is None else self._word(kind, index, value) or number_text(float(value))

    def _word(self, kind: str, index: int, value: float) -> str:
        if kind == "target":
            return code_name(value, self._dataset)
        return word_at(self._dataset, index, value) if kind == "input" else ""

    def _tooltip(self, row: int, kind: str, index: int) -> str | None:
        if kind == "number":
            if self.is_test(row):
                return self.tr("A test sample: never trained on")
            return self.tr("A training sample")
        value = self._value(row, kind, index)
        if value is None:
            return None
        return self.text(row, kind, index) if kind == "right" else self._word(kind, index, value) or exact(value)


def _count(dataset: Dataset) -> int:
    return dataset.n_samples + dataset.n_test_samples


def _part(train: NDArray[np.float64], test: NDArray[np.float64], sample: int) -> tuple[NDArray[np.float64], int]:
    """The part in which a sample stands, and its row there."""
    return (train, sample) if sample < len(train) else (test, sample - len(train))


def _alignment(kind: str) -> int:
    """Figures stand at the right, so that their digits stand under each other."""
    side = Qt.AlignmentFlag.AlignLeft if kind == "right" else Qt.AlignmentFlag.AlignRight
    return int((side | Qt.AlignmentFlag.AlignVCenter).value)
