"""The places where failed starts got stuck, as a table: one row a place."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from engine.analysis.success_tally import StuckPlace, SuccessFigures
from engine.data.dataset import Dataset
from engine.training.starts.success_rate import kept_rows
from gui.toolkit.theme import Theme
from gui.words.number_text import exact, few_figures, four_figures, grouped, percent, table_number
from gui.words.plot_names import word_at
from gui.words.plot_numbers import fixed

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_RIGHT = int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value)
_WRONG = (Qt.ItemDataRole.ForegroundRole, Qt.ItemDataRole.FontRole)
_TOLD = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, *_WRONG)
SHARE = 0
"""The column of the share."""
_MOST_INPUTS, _FIGURES = 4, 3  # of a sample, in a heading
MOST_OUTPUTS = 24
"""Columns; where a sample set has more outputs than these, only the first ones are shown."""


@dataclass(frozen=True)
class _Cell:
    """What one cell of the table shows; written once, since painting a table asks for it a hundred times."""

    text: str
    hint: str | None = None
    is_wrong: bool = False


class PlacesModel(QAbstractTableModel):
    """Share, starts, error, samples right, and then what the network answers to each sample."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._data: Dataset | None = None
        self._n_tried = 0
        self._heads: list[tuple[str, str]] = []
        self._cells: list[list[_Cell]] = []
        self.places: tuple[StuckPlace, ...] = ()

    def apply_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self.refresh()

    def refresh(self) -> None:
        """Write everything anew in the language and colours in force."""
        self._write()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, len(self._heads) - 1))
        self._tell_cells()

    def show_figures(self, data: Dataset | None, figures: SuccessFigures | None) -> None:
        """Show the places of `figures`, found on `data`."""
        places = () if figures is None else figures.places
        is_same_shape = data is self._data and len(places) == len(self.places)
        if not is_same_shape:
            self.beginResetModel()
        self._data, self.places = data, places
        self._n_tried = 0 if figures is None else figures.n_tried
        self._write()
        if is_same_shape:
            self._tell_cells()
        else:
            self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._cells)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT
        if role not in _TOLD or not index.isValid():
            return None
        cell = self._cells[index.row()][index.column()]
        if role in _WRONG:  # bold as well: a chosen row has the colours of the choice
            return self._mark(role) if cell.is_wrong else None
        return cell.text if role == Qt.ItemDataRole.DisplayRole else cell.hint

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        title, hint = self._heads[section]
        return title if role == Qt.ItemDataRole.DisplayRole else hint

    def _mark(self, role: int) -> QColor | QFont:
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(self._theme.wrong)
        bold = QFont()
        bold.setBold(True)
        return bold

    def _tell_cells(self) -> None:
        if self._cells:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._cells) - 1, len(self._heads) - 1))

    # ------------------------------------------------------------------ writing

    def _write(self) -> None:
        data = self._data
        if data is None:
            self._heads, self._cells = [], []
            return
        samples = [(int(row), output) for row in kept_rows(data.n_samples) for output in range(data.n_outputs)]
        samples = samples[:MOST_OUTPUTS]
        spans = np.ptp(data.targets, axis=0)
        self._heads = [*self._figure_heads(), *(self._sample_head(data, *each) for each in samples)]
        self._cells = [
            [*self._figure_cells(data, place), *_output_cells(data, place, samples, spans)] for place in self.places
        ]

    def _figure_heads(self) -> list[tuple[str, str]]:
        """Titles and hints of the columns of figures."""
        return [
            (self.tr("Share"), self.tr("Of all starts that were tried")),
            (self.tr("Starts"), self.tr("How many ended here")),
            (self.tr("Error"), self.tr("The summed error of the training set, at the first of them")),
            (self.tr("Right"), self.tr("Training samples right, at the first of them")),
        ]

    def _sample_head(self, data: Dataset, sample: int, output: int) -> tuple[str, str]:
        """The sample's inputs in the user's units, or its words, and its target; and a hint."""
        values = enumerate(data.raw_inputs[sample][:_MOST_INPUTS].tolist())
        inputs = [word_at(data, k, value) or few_figures(value, _FIGURES) for k, value in values]
        dots = ", …" if data.n_raw_inputs > len(inputs) else ""
        title = f"({', '.join(inputs)}{dots})\n→ {table_number(float(data.targets[sample, output]))}"
        return title, self.tr("What the network answers to this sample, and behind the arrow what it should answer")

    def _figure_cells(self, data: Dataset, place: StuckPlace) -> list[_Cell]:
        first = place.first
        error = self.tr("diverged") if place.diverged else four_figures(first.loss_sum)
        return [
            _Cell(percent(place.n_starts / self._n_tried) if self._n_tried else "–"),
            _Cell(grouped(place.n_starts)),
            _Cell(error, exact(first.loss_sum)),
            _Cell("–" if first.n_right is None else f"{first.n_right}/{data.n_samples}"),
        ]


def _output_cells(
    data: Dataset, place: StuckPlace, samples: list[tuple[int, int]], spans: NDArray[np.float64]
) -> list[_Cell]:
    """The outputs; one is wrong where it is nearer to the other end of its targets than to its own."""
    cells = []
    for value, (sample, output) in zip(place.first.outputs.array.flat, samples, strict=False):
        is_wrong = abs(value - data.targets[sample, output]) > spans[output] / 2
        cells.append(_Cell(fixed(float(value)), exact(value), bool(is_wrong)))
    return cells
