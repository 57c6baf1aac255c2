"""This module defines a table of numbers; Ctrl+C copies what is selected, or everything."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gui.toolkit.theme import Theme
from gui.toolkit.view import View

MOST_COPIED = 200_000
"""Cells; more would stop the window for seconds."""


class PlainTable(View, QTableView):
    """Shows a table model; only the cells on screen cost anything. `hint` is written where there is nothing to show.

    `resized`: the room for the columns has changed.
    """

    resized = Signal()

    def __init__(self, name: str, model: QAbstractTableModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._theme = theme
        self.hint = ""
        self.setModel(model)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
            header.setMinimumSectionSize(8)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.apply_theme(theme)

    def choose_rows(self) -> None:
        """Let one whole row be chosen at a time; rows have no numbers then."""
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.verticalHeader().setDefaultSectionSize(theme.px(22))
        self.viewport().update()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(48))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.text())
            event.accept()
            return
        super().keyPressEvent(event)

    def text(self) -> str:
        """The selected cells, or all of them, as lines of values between tabs, with the headers; every digit."""
        model = self.model()
        chosen = self.selectionModel().selectedIndexes()
        rows = sorted({index.row() for index in chosen}) if len(chosen) > 1 else range(model.rowCount())
        columns = sorted({index.column() for index in chosen}) if len(chosen) > 1 else range(model.columnCount())
        columns = [column for column in columns if not self.isColumnHidden(column)]
        heads = [str(model.headerData(column, Qt.Orientation.Horizontal) or "") for column in columns]
        lines = ["\t".join(head.replace("\n", " ") for head in heads)]
        for row in list(rows)[: MOST_COPIED // max(1, len(columns))]:
            lines.append("\t".join(self._cell(row, column) for column in columns))
        return "\n".join(lines) + "\n"

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hint and self.model().rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(self._theme.muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect().adjusted(16, 0, -16, 0), int(flags), self.hint)
            painter.end()

    def _cell(self, row: int, column: int) -> str:
        index = self.model().index(row, column)
        value = index.data(Qt.ItemDataRole.UserRole)
        return repr(value) if isinstance(value, float) else str(index.data() or "")
