"""The words of a column in their order, the lowest first, which the mouse or two buttons change."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from gui.toolkit.buttons import name_button
from gui.toolkit.theme import Theme
from gui.toolkit.view import View

_ROWS = 4


class WordOrderList(View, QWidget):
    """`ordered` tells the words in their new order."""

    ordered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self._list = QListWidget(self)
        self._list.setObjectName("shape_word_order")
        self._list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self._list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self._up, self._down = QPushButton(self), QPushButton(self)
        buttons = QVBoxLayout()
        for button, name in ((self._up, "shape_word_up"), (self._down, "shape_word_down")):
            button.setObjectName(name)
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._list, 1)
        layout.addLayout(buttons)
        self._up.clicked.connect(lambda: self._move(-1))
        self._down.clicked.connect(lambda: self._move(1))
        self._list.model().rowsMoved.connect(lambda *_: self._on_list_rows_moved())
        self._list.currentRowChanged.connect(lambda _row: self._show_possible())
        self.retranslate()

    def show_words(self, words: tuple[str, ...]) -> None:
        """Show these words, without announcing them."""
        self._words = words
        self._list.clear()
        self._list.addItems(list(words))
        self._list.setCurrentRow(0)

    def retranslate(self) -> None:
        self._list.setAccessibleName(self.tr("Order of the words, the lowest first"))
        self._list.setToolTip(self.tr("The first word counts 0, the next 1 and so on; drag a word to its place"))
        name_button(self._up, self.tr("Up"), self.tr("Move the chosen word up"))
        name_button(self._down, self.tr("Down"), self.tr("Move the chosen word down"))

    def apply_theme(self, theme: Theme) -> None:
        self._list.setFixedHeight(theme.px(24) * _ROWS)

    def _move(self, step: int) -> None:
        """Move the chosen word by a place."""
        row = self._list.currentRow()
        if 0 <= row + step < self._list.count():
            self._list.insertItem(row + step, self._list.takeItem(row))
            self._list.setCurrentRow(row + step)
            self._announce()

    def _on_list_rows_moved(self) -> None:
        self._announce()
        self._show_possible()

    def _announce(self) -> None:
        words = tuple(self._list.item(row).text() for row in range(self._list.count()))
        if words != self._words:
            self._words = words
            self.ordered.emit(words)

    def _show_possible(self) -> None:
        row = self._list.currentRow()
        self._up.setEnabled(row > 0)
        self._down.setEnabled(0 <= row < self._list.count() - 1)
