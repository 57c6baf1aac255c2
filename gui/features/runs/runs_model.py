"""The saved runs as a table: one row a run, its name to be edited in place."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import (
    QAbstractTableModel,
    QDateTime,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPixmap

from engine.project.saved_run import SavedRun
from gui.toolkit.theme import Theme
from gui.words.curve_mark_texts import ended_text, marks_text
from gui.words.number_text import exact, four_figures, grouped

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_RIGHT = int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value)
NAME, EPOCHS, ERROR, RIGHT, TEST, ENDED, WHEN = range(7)


class RunsModel(QAbstractTableModel):
    """`renamed` carries a run's key and its new name; the table changes when the document does."""

    renamed = Signal(object, str)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.runs: tuple[SavedRun, ...] = ()

    def apply_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self.refresh()

    def set_runs(self, runs: tuple[SavedRun, ...]) -> None:
        """Show these runs, the newest first. A row that only gets another name is not taken away from who edits it."""
        if len(runs) == len(self.runs):
            self.runs = tuple(reversed(runs))
            self.refresh()
            return
        self.beginResetModel()
        self.runs = tuple(reversed(runs))
        self.endResetModel()

    def refresh(self) -> None:
        """Write everything anew in the language and colours in force."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, WHEN)
        if self.runs:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.runs) - 1, WHEN))

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.runs)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else WHEN + 1

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == NAME else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        run, column = self.runs[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(run, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._hint(run, column)
        if role == Qt.ItemDataRole.DecorationRole and column == NAME:
            return self._swatch(run)
        numbers = (EPOCHS, ERROR, RIGHT, TEST)
        return _RIGHT if role == Qt.ItemDataRole.TextAlignmentRole and column in numbers else None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not str(value).strip():
            return False
        self.renamed.emit(self.runs[index.row()].key, str(value))
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                self.tr("Run"),
                self.tr("Epochs"),
                self.tr("Error"),
                self.tr("Right"),
                self.tr("Test"),
                self.tr("Ended"),
                self.tr("Kept"),
            )[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and EPOCHS <= section <= TEST:
            return _RIGHT
        if role == Qt.ItemDataRole.ToolTipRole:
            return {
                ERROR: self.tr("The summed error of the training set"),
                RIGHT: self.tr("Training samples right"),
                TEST: self.tr("Test samples right"),
            }.get(section)
        return None

    def _text(self, run: SavedRun, column: int) -> str:
        figures = run.figures
        if column == NAME:
            return run.name
        if column == EPOCHS:
            return grouped(run.epoch)
        if column == ERROR:
            return "–" if figures.loss_sum is None else four_figures(figures.loss_sum)
        if column == RIGHT:
            return _share(figures.n_right, figures.n_samples)
        if column == TEST:
            return _share(figures.n_test_right, figures.n_test_samples)
        return ended_text(run) if column == ENDED else moment_text(run.when)

    def _hint(self, run: SavedRun, column: int) -> str | None:
        if column == ERROR and run.figures.loss_sum is not None:
            return exact(run.figures.loss_sum)
        if column == ENDED and run.marks:
            return marks_text(run.marks)
        if column != NAME:
            return None
        notes = [run.name]
        if run.was_steered:
            notes.append(self.tr("Settings, data or weights were changed while it trained; shown are the last ones."))
        if run.state is None:
            notes.append(self.tr("Its end took too much room: Restore goes to its start."))
        if run.dataset is None:
            notes.append(self.tr("Its samples took too much room: open the same data before Restore."))
        return "\n".join([*notes, self.tr("F2 or a double click gives it another name")])

    def _swatch(self, run: SavedRun) -> QPixmap:
        side = self._theme.px(10)
        swatch = QPixmap(side, side)
        swatch.fill(QColor(colour_of(run, self._theme)))
        return swatch


def colour_of(run: SavedRun, theme: Theme) -> str:
    """A run's colour in list and chart; never the two that stand for the signs and the first two classes."""
    return theme.class_colour(2 + run.number % 8)


def moment_text(when: str) -> str:
    """A time as it is written where the user lives; other text as it stands."""
    try:
        moment = datetime.fromisoformat(when)
    except ValueError:
        return when
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(moment.timestamp())), QLocale.FormatType.ShortFormat)


def _share(right: int | None, count: int) -> str:
    return "–" if right is None else f"{right}/{count}"
