"""The settings of several runs side by side; those that differ come first and are marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from engine.project.saved_run import SavedRun
from gui.toolkit.theme import Theme
from gui.words.setting_texts import Setting, data_settings, network_settings, training_settings

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ComparisonModel(QAbstractTableModel):
    """One row a setting, one column a run behind the setting's name."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._runs: tuple[SavedRun, ...] = ()
        self._rows: list[tuple[str, list[str]]] = []
        self.n_different = 0

    def apply_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self.set_runs(self._runs)

    def set_runs(self, runs: Sequence[SavedRun]) -> None:
        """Compare these runs, in the language in force."""
        self.beginResetModel()
        self._runs = tuple(runs)
        rows = _rows([_settings(run) for run in runs])
        different = [row for row in rows if len(set(row[1])) > 1]
        self.n_different = len(different)
        self._rows = different + [row for row in rows if len(set(row[1])) <= 1]
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else 1 + len(self._runs)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        label, values = self._rows[index.row()]
        differs = index.row() < self.n_different
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return f"{'≠ ' if differs else ''}{label}" if index.column() == 0 else values[index.column() - 1]
        if role == Qt.ItemDataRole.FontRole and differs:
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.BackgroundRole and differs:
            tint = QColor(self._theme.accent)
            tint.setAlpha(36)
            return tint
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(self._theme.text if differs or index.column() else self._theme.muted)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical or not 0 <= section <= len(self._runs):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.tr("Setting") if section == 0 else self._runs[section - 1].name
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value)
        return None


def _settings(run: SavedRun) -> list[Setting]:
    return [
        *data_settings(run.dataset),
        *network_settings(run.network, run.parameters),
        *training_settings(run.training),
    ]


def _rows(columns: list[list[Setting]]) -> list[tuple[str, list[str]]]:
    """One row a setting that any run has; a run that has no such setting shows a dash."""
    labels = {setting.key: setting.label for column in columns for setting in column}
    values = [{setting.key: setting.value for setting in column} for column in columns]
    return [(label, [column.get(key, "–") for column in values]) for key, label in labels.items()]
