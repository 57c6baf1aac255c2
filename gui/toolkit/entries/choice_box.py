"""This module defines a combo box of named choices, some of which may be impossible at present."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

_NAME = Qt.ItemDataRole.UserRole


class ChoiceBox(QComboBox):
    """Every item holds the engine's name in UserRole; `chosen` gives it when a person picks one.

    is_whole: it never gets narrower than its longest text.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None, is_whole: bool = False) -> None:
        super().__init__(parent)
        self._is_whole = is_whole
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.currentIndexChanged.connect(self._on_self_index_changed)

    def offer(self, choices: Sequence[tuple[object, str]]) -> None:
        """Show these (name, text) pairs; a call with the same names changes the texts only."""
        with QSignalBlocker(self):
            if [name for name, _ in choices] != self.names():
                self.clear()
                for name, text in choices:
                    self.addItem(text, name)
            for index, (_, text) in enumerate(choices):
                self.setItemText(index, text)
        self.updateGeometry()
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 24)  # long names are not cut in the list

    def names(self) -> list[object]:
        """The names on offer, in order."""
        return [self.itemData(index, _NAME) for index in range(self.count())]

    def name(self) -> object:
        """The chosen name."""
        return self.currentData(_NAME)

    def show_name(self, name: object) -> None:
        """Show `name` as chosen without announcing it; nothing is chosen where it is not on offer."""
        names = self.names()
        with QSignalBlocker(self):
            self.setCurrentIndex(names.index(name) if name in names else -1)

    def explain(self, hints: Mapping[object, str], refused: Sequence[object] = ()) -> None:
        """Give each item its tooltip and make the `refused` ones impossible to pick."""
        for index, name in enumerate(self.names()):
            item = self._item(index)
            item.setToolTip(hints.get(name, ""))
            item.setEnabled(name not in refused)

    def _item(self, index: int) -> QStandardItem:
        model = self.model()
        assert isinstance(model, QStandardItemModel)
        return model.item(index)

    def _on_self_index_changed(self, index: int) -> None:
        if index >= 0:
            self.chosen.emit(self.itemData(index, _NAME))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()  # the wheel is scrolling the panel, not editing what passes under it

    def minimumSizeHint(self) -> QSize:
        hint, space = super().minimumSizeHint(), self.fontMetrics().horizontalAdvance
        shown = ["0.0000", *(self.itemText(index) for index in range(self.count() if self._is_whole else 0))]
        return QSize(max(map(space, shown)) + hint.height(), hint.height())
