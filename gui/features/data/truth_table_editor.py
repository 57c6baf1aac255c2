"""The truth table of a gate, where a click on a desired output changes it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gui.document.commands import set_truth_table
from gui.document.document import Document
from gui.features.data.truth_table_model import TruthTableModel
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.dataset_choices import truth_table_of
from gui.words.notation import Notation

MOST_CASES = 8  # more would be too narrow to hit; the sample table has room for them


class TruthTableEditor(View, QTableView):
    """Shows itself for gates of up to three inputs only; every flip is one undoable step."""

    def __init__(
        self, document: Document, themes: ThemeManager, notation: Notation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("truth_table")
        self._document = document
        self._themes = themes
        self._notation = notation
        self._model = TruthTableModel(themes.theme, self)
        self.setModel(self._model)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(8)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setMinimumSectionSize(8)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setSectionsClickable(False)
        self.clicked.connect(self._on_self_clicked)
        notation.changed.connect(self._on_notation_changed)
        self.follow_themes(themes)
        self.sync()

    def sync(self) -> None:
        """Show the truth table of the project's data set, or nothing."""
        table = truth_table_of(self._document.project.dataset)
        self._model.show_table(table)
        self.setVisible(0 < len(table) <= MOST_CASES)
        self.setFixedHeight(self.sizeHint().height())

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Truth table"))
        self.setToolTip(self.tr("A column is one case; click in the last row to change what it should give"))

    def apply_theme(self, theme: Theme) -> None:
        self._model.set_look(theme, self._notation.target())
        self.verticalHeader().setDefaultSectionSize(theme.px(20))
        self.verticalHeader().setFixedWidth(theme.px(34))
        self.setFixedHeight(self.sizeHint().height())

    def sizeHint(self) -> QSize:
        rows = self._model.rowCount()
        return QSize(self._themes.theme.px(200), rows * self.verticalHeader().defaultSectionSize() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._themes.theme.px(100), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_self_clicked(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _on_self_clicked(self, index: QModelIndex) -> None:
        if index.isValid() and index.row() == self._model.n_inputs:
            set_truth_table(self._document, self._model.flipped(index.column()))

    def _on_notation_changed(self) -> None:
        self._model.set_look(self._themes.theme, self._notation.target())
