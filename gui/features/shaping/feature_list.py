"""The features on offer, each with a little map of it over the plane, to be ticked."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from engine.data.dataset import Dataset
from engine.data.features import common_features, read_feature
from gui.toolkit.drawing.feature_map import feature_image
from gui.toolkit.theme import Theme

_FORMULA = Qt.ItemDataRole.UserRole


class FeatureList(QListWidget):
    """Common features and those that the user has written; the space bar ticks, a click anywhere on a row too."""

    changed = Signal()

    def __init__(self, data: Dataset, chosen: tuple[str, ...], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shape_features")
        self._data, self._theme = data, theme
        self.setSpacing(theme.px(1))
        self.setIconSize(QSize(theme.px(36), theme.px(36)))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        names = data.preprocessing.number_names
        shown = {read_feature(text, names).name for text in chosen}
        offered = [text for text in common_features(names) if read_feature(text, names).name not in shown]
        for text in chosen:
            self._add(text, is_chosen=True)
        for text in offered:
            self._add(text, is_chosen=False)
        self.setCurrentRow(0)
        self._pressed_box: Qt.CheckState | None = None
        self.itemPressed.connect(self._on_self_item_pressed)
        self.itemClicked.connect(self._on_self_item_clicked)
        self.itemChanged.connect(lambda _item: self.changed.emit())

    @property
    def chosen(self) -> tuple[str, ...]:
        """The formulas that are ticked, from top to bottom."""
        items = (self.item(row) for row in range(self.count()))
        return tuple(str(item.data(_FORMULA)) for item in items if item.checkState() == Qt.CheckState.Checked)

    def holds(self, name: str) -> bool:
        """Whether a feature is in the list already that is written `name` in print."""
        return bool(self.findItems(name, Qt.MatchFlag.MatchExactly))

    def add(self, text: str) -> None:
        """Put the formula `text` behind the ticked ones, ticked too; where it stands already, tick that."""
        name = read_feature(text, self._data.preprocessing.number_names).name
        known = self.findItems(name, Qt.MatchFlag.MatchExactly)
        if known:
            known[0].setCheckState(Qt.CheckState.Checked)
            self.setCurrentItem(known[0])
            return
        ticked = [row for row in range(self.count()) if self.item(row).checkState() == Qt.CheckState.Checked]
        self.setCurrentItem(self._add(text, is_chosen=True, row=max(ticked, default=-1) + 1))
        self.changed.emit()

    def _add(self, text: str, is_chosen: bool, row: int | None = None) -> QListWidgetItem:
        feature = read_feature(text, self._data.preprocessing.number_names)
        side = self.iconSize().width()
        picture = QPixmap.fromImage(feature_image(feature, self._data, self._theme)).scaled(side, side)
        map_of_it = QIcon()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # else Qt tints that of the row in hand
            map_of_it.addPixmap(picture, mode)
        item = QListWidgetItem(map_of_it, feature.name)
        item.setData(_FORMULA, text)
        item.setToolTip(text)
        item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        item.setCheckState(Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked)
        self.insertItem(self.count() if row is None else row, item)
        return item

    def _on_self_item_pressed(self, item: QListWidgetItem) -> None:
        self._pressed_box = item.checkState()

    def _on_self_item_clicked(self, item: QListWidgetItem) -> None:
        """A click beside the box ticks it too; one into the box has done so already."""
        if item.checkState() == self._pressed_box:
            is_on = item.checkState() == Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked)
