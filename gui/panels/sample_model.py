"""The samples as a table in the lecture's form; figures are worked out for the rows that are looked at."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from engine.dataset import Dataset
from engine.hidden_plane import has_hidden_codes, hidden_codes
from engine.sample_errors import sample_errors
from engine.snapshot import Frame
from engine.specs import NetworkSpec
from gui.entries.entry_text import short
from gui.notation import Notation
from gui.number_text import exact, four_figures
from gui.panels.sample_columns import SampleColumns
from gui.panels.sample_headers import header_text, header_tooltip
from gui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
MOST_HIDDEN = 2
_ROOT = QModelIndex()
Rows = NDArray[np.float64]


@dataclass(frozen=True)
class RowFigures:
    """What training says about one sample; `right` is None for real-valued targets."""

    outputs: NDArray[np.float64]
    hidden: NDArray[np.float64]
    error: float
    is_bound: bool
    right: bool | None


class SampleModel(QAbstractTableModel):
    """Training samples, then test samples. UserRole holds the number behind a figure, or right as a bool."""

    def __init__(self, dataset: Dataset, notation: Notation, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dataset = dataset
        self._columns = SampleColumns.of(dataset)
        self._notation = notation
        self._theme = theme
        self._loss = "squared_error"
        self._n_layers = 2
        self._n_hidden = 0
        self._frame: Frame | None = None
        self._figures: dict[int, RowFigures] = {}

    @property
    def columns(self) -> SampleColumns:
        """What the columns are."""
        return self._columns

    @property
    def dataset(self) -> Dataset:
        """The samples on show."""
        return self._dataset

    def set_dataset(self, dataset: Dataset) -> None:
        """Show these samples; where only values change, the place in the table stays."""
        self._frame, self._figures = None, {}
        old, rows = self._columns, self.rowCount()
        same = SampleColumns.of(dataset, self._n_hidden) == old and dataset.n_samples == self._dataset.n_samples
        if same and dataset.n_test_samples == self._dataset.n_test_samples and rows:
            self._dataset = dataset
            self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, old.count - 1))
            return
        self.beginResetModel()
        self._dataset, self._columns = dataset, SampleColumns.of(dataset, self._n_hidden)
        self.endResetModel()

    def set_terms(self, loss: str, network: NetworkSpec) -> None:
        """The loss by which the error column counts, and the network: how deep it is, and which units have columns."""
        n_layers, n_hidden = len(network.layers), shown_hidden_units(network)
        if n_hidden != self._n_hidden:
            self.beginResetModel()
            self._n_hidden, self._columns = n_hidden, SampleColumns.of(self._dataset, n_hidden)
            self._frame, self._figures = None, {}
            self.endResetModel()
        if (loss, n_layers) != (self._loss, self._n_layers):
            self._loss, self._n_layers = loss, n_layers
            self._figures = {}
            self.refresh_headers()

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours; the view repaints."""
        self._theme = theme

    def show_frame(self, frame: Frame, first: int, last: int) -> None:
        """Take the outputs of `frame`; rows `first` to `last` are on screen and are announced as changed."""
        self._frame, self._figures = frame, {}
        last = min(last, self.rowCount() - 1)
        if 0 <= first <= last:
            self._work_out(first, last, frame)
            changed = (self.index(first, self._columns.first_live), self.index(last, self._columns.count - 1))
            self.dataChanged.emit(*changed)
            if self._columns.marks_misses:
                self.dataChanged.emit(self.index(first, 0), self.index(last, 0))

    def refresh_headers(self) -> None:
        """Write the headers anew in the language and notation in force."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self._columns.count - 1)

    def is_test(self, row: int) -> bool:
        """Whether the sample in `row` is a test sample."""
        return row >= self._dataset.n_samples

    def label(self, row: int) -> int:
        """The class of the sample in `row`."""
        return int(self._dataset.labels(self._targets(row, row))[0])

    def figures(self, row: int) -> RowFigures | None:
        """Outputs, error and verdict for the sample in `row`; None before the first frame."""
        if self._frame is None:
            return None
        if row not in self._figures:
            self._work_out(row, row, self._frame)
        return self._figures[row]

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._dataset.n_samples + self._dataset.n_test_samples

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._columns.count

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, (kind, place) = index.row(), self._columns.kind(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.text(row, kind, place)
            case Qt.ItemDataRole.UserRole:
                return self._value(row, kind, place)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tooltip(row, kind, place)
            case Qt.ItemDataRole.ForegroundRole:
                return self.colour(row, kind)
        return _alignment(kind) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical or not 0 <= section < self._columns.count:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return header_text(self._dataset, self._columns, section, self._notation, self._n_layers)
        if role == Qt.ItemDataRole.ToolTipRole:
            return header_tooltip(self._dataset, self._columns, section, self._loss)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self._columns.kind(section)[0])
        return None

    def _rows(self, train: Rows, test: Rows, first: int, last: int) -> Rows:
        """Rows `first` to `last` of training rows followed by test rows."""
        n_train = self._dataset.n_samples
        if last < n_train:
            return train[first : last + 1]
        if first >= n_train:
            return test[first - n_train : last + 1 - n_train]
        return np.vstack([train[first:], test[: last + 1 - n_train]])

    def _targets(self, first: int, last: int) -> Rows:
        return self._rows(self._dataset.targets, self._dataset.test_targets, first, last)

    def _work_out(self, first: int, last: int, frame: Frame) -> None:
        """Fill in the figures of some rows, all at once: this happens for every picture."""
        targets = self._targets(first, last)
        outputs = self._rows(frame.outputs, frame.test_outputs, first, last)
        one_hot = frame.network.layers[-1].activation == "softmax"
        errors, bounds = sample_errors(outputs, targets, self._loss, one_hot)
        right = self._dataset.right(outputs, targets)
        hidden = self._hidden(first, last, frame)
        for place, row in enumerate(range(first, last + 1)):
            verdict = None if right is None else bool(right[place])
            self._figures[row] = RowFigures(
                outputs[place], hidden[place], float(errors[place]), bool(bounds[place]), verdict
            )

    def _hidden(self, first: int, last: int, frame: Frame) -> Rows:
        """The outputs (n, units) of the last hidden layer, where they have columns."""
        if self._n_hidden == 0:
            return np.empty((last - first + 1, 0))
        inputs = self._rows(self._dataset.inputs, self._dataset.test_inputs, first, last)
        return hidden_codes(frame.network, frame.snapshot.parameters, inputs)

    def _value(self, row: int, kind: str, place: int) -> float | bool | int | None:
        if kind == "number":
            return row
        if kind in ("input", "target"):
            data = self._dataset
            rows = (data.inputs, data.test_inputs) if kind == "input" else (data.targets, data.test_targets)
            return float(self._rows(*rows, row, row)[0, place])
        figures = self.figures(row)
        if figures is None:
            return None
        if kind in ("hidden", "output"):
            return float((figures.hidden if kind == "hidden" else figures.outputs)[place])
        return figures.error if kind == "error" else figures.right

    def text(self, row: int, kind: str, place: int) -> str:
        """What stands in a cell; `kind` and `place` as from `SampleColumns.kind`."""
        if kind == "number":
            n_train = self._dataset.n_samples
            return str(row + 1) if row < n_train else self.tr("test {number}").format(number=row - n_train + 1)
        value = self._value(row, kind, place)
        if value is None:
            return "–"
        if kind == "right":
            return self.tr("right") if value else self.tr("wrong")
        if kind in ("input", "target"):
            return short(value)
        figures = self.figures(row)
        bound = "≥ " if kind == "error" and figures is not None and figures.is_bound else ""
        return bound + four_figures(value)

    def _tooltip(self, row: int, kind: str, place: int) -> str | None:
        if kind == "number":
            if self.is_test(row):
                return self.tr("A test sample: never trained on")
            return self.tr("A training sample")
        value = self._value(row, kind, place)
        if value is None:
            return None
        return self.text(row, kind, place) if kind == "right" else exact(value)

    def colour(self, row: int, kind: str) -> QColor:
        """The colour of a cell's text."""
        figures = self.figures(row) if kind == "right" else None
        if figures is not None and figures.right is not None:
            return QColor(self._theme.right if figures.right else self._theme.wrong)
        return QColor(self._theme.muted if kind in ("number", "input") else self._theme.text)


def shown_hidden_units(network: NetworkSpec) -> int:
    """How many units of the last hidden layer have a column: few, so that the table stays readable."""
    units = network.layers[-2].units if has_hidden_codes(network) else 0
    return units if units <= MOST_HIDDEN else 0


def _alignment(kind: str) -> int:
    """Figures stand at the right, so that their digits stand under each other."""
    side = Qt.AlignmentFlag.AlignLeft if kind == "right" else Qt.AlignmentFlag.AlignRight
    return int((side | Qt.AlignmentFlag.AlignVCenter).value)
