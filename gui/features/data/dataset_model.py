"""The gallery's items: title, the engine's name, and a picture that is painted when it is first seen.

The samples that the pictures show are made beside the window: some are read from files, some need the formulas' rooms.
"""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPixmap

from engine.data.dataset import Dataset
from engine.data.datasets import DatasetSpec
from engine.spec.errors import EngineError
from gui.features.data.dataset_thumbnail import draw_thumbnail, draw_tile
from gui.toolkit.background_job import Background
from gui.toolkit.theme import Theme
from gui.words.dataset_choices import CUSTOM, gallery_names, starting_spec, title

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_TITLE_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


class DatasetModel(QAbstractListModel):
    """One row a data set; UserRole holds its name."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = gallery_names()
        self._own: Dataset | None = None
        self._present: Dataset | None = None
        self._present_name = ""
        self._pictures: dict[tuple[str, Theme, int, float], QPixmap] = {}
        self._ready_made: dict[str, Dataset | None] = {}
        self._making = Background("pictures of data sets", self)
        self._making.done.connect(self._on_making_done)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._names)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        name = self._names[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return name
        if role in _TITLE_ROLES:
            return title(name)
        return None

    def index_of(self, name: str) -> QModelIndex:
        """The item called `name`; invalid where there is none."""
        return self.index(self._names.index(name)) if name in self._names else QModelIndex()

    def picture(self, index: _Index, theme: Theme, side: int, ratio: float) -> QPixmap:
        """The picture of an item, painted once for each theme, size and screen; a bare tile until there are samples."""
        name = self._names[index.row()]
        key = (name, theme, side, ratio)
        if key not in self._pictures:
            if self._waits(name):
                return draw_tile(theme, side, ratio)
            self._pictures[key] = draw_thumbnail(self._dataset(name), theme, side, ratio)
        return self._pictures[key]

    def show_present(self, name: str, dataset: Dataset) -> None:
        """The picture of `name` shows these samples, as they are set at present; own points keep theirs."""
        before = self._present_name
        self._present_name, self._present = name, dataset
        if name == CUSTOM:
            self._own = dataset
        for changed in {before, name} & set(self._names):
            self._pictures = {key: picture for key, picture in self._pictures.items() if key[0] != changed}
            index = self.index_of(changed)
            self.dataChanged.emit(index, index)

    def retranslate(self) -> None:
        """Show the titles in the language in force."""
        self.dataChanged.emit(self.index(0), self.index(len(self._names) - 1))

    def _waits(self, name: str) -> bool:
        """Whether the samples of `name` are still to be made, which is begun here."""
        if name in (self._present_name, CUSTOM) or name in self._ready_made:
            return False
        if not self._making.is_busy:
            names = [name for name in self._names if name != CUSTOM]
            self._making.submit(lambda _given_up: {name: _starting_samples(name) for name in names})
        return True

    def _on_making_done(self, made: dict[str, Dataset | None]) -> None:
        self._ready_made = made
        self.dataChanged.emit(self.index(0), self.index(len(self._names) - 1))

    def _dataset(self, name: str) -> Dataset | None:
        if name == self._present_name:
            return self._present
        return self._own if name == CUSTOM else self._ready_made[name]


def _starting_samples(name: str) -> Dataset | None:
    try:
        return starting_spec(name, DatasetSpec()).build()
    except EngineError:
        return None  # the sign for own points is a better picture than none
