"""The ranking as a table: who has arrived after how many epochs and updates and how much time, and who has not."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPixmap

from engine.project.race.moment import ContenderMoment, RaceMoment
from gui.features.comparison.colours import contender_colour
from gui.toolkit.theme import Theme
from gui.words.number_text import few_figures, four_figures, grouped

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
TITLE, EPOCHS, _, _, ERROR, RIGHT = range(6)
MEASURES = ("epoch", "updates", "seconds")
_SIDES = Qt.AlignmentFlag


@dataclass(frozen=True)
class _Row:
    name: str
    colour: str
    cells: tuple[str, ...]
    has_diverged: bool


class RankingModel(QAbstractTableModel):
    """One row a contender, the first one first."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[_Row, ...] = ()
        self._by = MEASURES[0]
        self._moment: RaceMoment | None = None
        self._titles: dict[str, str] = {}

    def apply_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self.refresh()

    def rank_by(self, measure: str) -> None:
        """Rank by epochs, updates or seconds."""
        self._by = measure
        self.refresh()

    def show_moment(self, moment: RaceMoment | None, titles: dict[str, str]) -> None:
        """Rank the contenders, which are called so."""
        self._moment, self._titles = moment, titles
        self.refresh()

    def name_at(self, row: int) -> str:
        """The name of the contender in this row."""
        return self._rows[row].name

    def row_of(self, name: str) -> int:
        """The row of a contender; -1 where it has none."""
        return next((place for place, row in enumerate(self._rows) if row.name == name), -1)

    def refresh(self) -> None:
        """Write everything again, in the language in force; the rows stay where there are as many."""
        before, self._rows = self._rows, self._made()
        if len(before) != len(self._rows):
            self.beginResetModel()
            self.endResetModel()
        elif before != self._rows:
            first, last = _changed_columns(before, self._rows)
            self.dataChanged.emit(self.index(0, first), self.index(len(self._rows) - 1, last))

    def _made(self) -> tuple[_Row, ...]:
        moment = self._moment
        if moment is None:
            return ()
        places = {contender.name: place for place, contender in enumerate(moment.contenders)}
        return tuple(
            _Row(
                contender.name,
                contender_colour(places[contender.name], self._theme),
                self._cells(rank, contender, moment.data.n_samples),
                contender.diverged,
            )
            for rank, contender in moment.ranking(self._by)
        )

    def _cells(self, rank: int | None, contender: ContenderMoment, n_samples: int) -> tuple[str, ...]:
        title, arrival = self._titles.get(contender.name, ""), contender.arrival
        right = "–" if contender.n_right is None else f"{contender.n_right}/{n_samples}"
        error = four_figures(contender.loss_sum)
        if contender.diverged and arrival is None:
            return title, self.tr("diverged"), "–", "–", error, right
        if arrival is None:
            return title, self.tr("not yet"), "–", "–", error, right
        figures = (grouped(arrival.epoch), grouped(arrival.updates), self._time(arrival.seconds))
        return f"{rank}. {title}", *figures, error, right

    def _time(self, seconds: float) -> str:
        if seconds < 1:
            return self.tr("{time} ms").format(time=few_figures(1000 * seconds, 3))
        return self.tr("{time} s").format(time=few_figures(seconds, 3))

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else RIGHT + 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.cells[column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int((_SIDES.AlignLeft if column == TITLE else _SIDES.AlignRight) | _SIDES.AlignVCenter)
        if role == Qt.ItemDataRole.DecorationRole and column == TITLE:
            return self._swatch(row.colour)
        if role == Qt.ItemDataRole.ForegroundRole and column == EPOCHS and row.has_diverged:
            return QColor(self._theme.warning)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical or not 0 <= section <= RIGHT:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads()[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._hints()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int((_SIDES.AlignLeft if section == TITLE else _SIDES.AlignRight) | _SIDES.AlignVCenter)
        return None

    def _heads(self) -> tuple[str, ...]:
        return (
            self.tr("Contender"),
            self.tr("Epochs"),
            self.tr("Updates"),
            self.tr("Time"),
            self.tr("Error"),
            self.tr("Right"),
        )

    def _hints(self) -> tuple[str, ...]:
        return (
            self.tr("Named by what differs between the contenders"),
            self.tr("Passes over the data until the goal was reached"),
            self.tr("Changes of the weights until the goal was reached"),
            self.tr(
                "Computing time until the goal was reached, measured on this computer while the contender computes,"
                " with the evaluation after every pass; each measurement gives a slightly different time"
            ),
            self.tr("The error now, summed over the training set"),
            self.tr("Training samples that are right now"),
        )

    def _swatch(self, colour: str) -> QPixmap:
        side = self._theme.px(10)
        swatch = QPixmap(side, side)
        swatch.fill(QColor(colour))
        return swatch


def _changed_columns(before: tuple[_Row, ...], after: tuple[_Row, ...]) -> tuple[int, int]:
    """From which column to which one something is to be painted; while all train, it is the errors alone."""
    if any(
        (old.name, old.colour, old.has_diverged) != (new.name, new.colour, new.has_diverged)
        for old, new in zip(before, after, strict=True)
    ):
        return TITLE, RIGHT
    changed = [
        column
        for old, new in zip(before, after, strict=True)
        for column, (cell, now) in enumerate(zip(old.cells, new.cells, strict=True))
        if cell != now
    ]
    return min(changed), max(changed)
