"""The table view of the samples; only rows on screen cost anything."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QLine,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from engine.analysis.frame import Frame
from gui.features.samples.sample_delegate import SampleDelegate
from gui.features.samples.sample_entry import SampleEntry
from gui.features.samples.sample_keys import command_of, step_of
from gui.features.samples.sample_model import SampleModel
from gui.features.samples.sample_widths import column_widths
from gui.toolkit.theme import Theme
from gui.toolkit.view import View

MOST_STRETCHES = 2_000  # a tenth of a second


class SampleTable(View, QTableView):
    """Announces the chosen sample, training samples first, then test samples; -1 for none; of several the current one.

    `wanted` carries the name of a command that a key asks for: "add", "remove", "copy", "copy_named", "paste".
    """

    sample_selected = Signal(int)
    _fit_became_due = Signal()
    wanted = Signal(str)

    def __init__(self, model: SampleModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sample_table")
        self._samples = model
        self._theme = theme
        self._delegate = SampleDelegate(model, theme, self)
        self._filled_row = -1
        self._is_fit_due = False
        self._fit_became_due.connect(self._fit_columns_if_due, Qt.ConnectionType.QueuedConnection)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(8)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(True)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.horizontalHeader().setMinimumSectionSize(8)
        self.horizontalHeader().sectionClicked.connect(self._on_header_section_clicked)
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            changed.connect(self._fit_columns)
        self.apply_theme(theme)
        self.retranslate()

    # ------------------------------------------------------------------ what is on show

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._delegate.apply_theme(theme)
        self._samples.apply_theme(theme)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Highlight, QColor(0, 0, 0, 0))  # the delegate tints what is selected
        self.setPalette(palette)
        self.verticalHeader().setDefaultSectionSize(theme.px(22))
        self._fit_columns_soon()
        self.viewport().update()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Samples"))
        self._samples.refresh_headers()
        self.viewport().update()
        self._fit_columns()

    def show_frame(self, frame: Frame) -> None:
        """Show the outputs of `frame` in the rows on screen."""
        height = self.viewport().height()
        first, last = self.rowAt(0), self.rowAt(height - 1)
        self._samples.show_frame(frame, first, self._samples.rowCount() - 1 if last < 0 else last)

    # ------------------------------------------------------------------ what is chosen

    @property
    def chosen_samples(self) -> list[int]:
        """The selected samples, in the order in which they stand here."""
        is_chosen = np.zeros(self._samples.rowCount(), dtype=bool)
        for part in self.selectionModel().selection().toList():
            is_chosen[part.top() : part.bottom() + 1] = True
        samples: list[int] = self._samples.samples_of(np.flatnonzero(is_chosen)).tolist()
        return samples

    @property
    def current_sample(self) -> int | None:
        """The sample in whose row the keyboard is."""
        row = self.currentIndex().row()
        return self._samples.sample_of(row) if row >= 0 else None

    @property
    def current_cell(self) -> int | None:
        """The cell, inputs counted first and then targets, in which the keyboard is; None elsewhere."""
        index = self.currentIndex()
        return self._samples.columns.cell(index.column()) if index.isValid() else None

    def samples_from(self, row: int, count: int) -> list[int]:
        """At most `count` samples from `row` on, in the order in which they stand here."""
        rows = np.arange(row, min(row + count, self._samples.rowCount()))
        samples: list[int] = self._samples.samples_of(rows).tolist()
        return samples

    def show_selected(self, sample: int) -> None:
        """Select a sample without announcing it, unless it is among those selected; −1 for none."""
        with QSignalBlocker(self):
            if sample < 0:
                self.clearSelection()
                self.setCurrentIndex(QModelIndex())
            elif not self.selectionModel().isRowSelected(row := self._samples.row_of(sample), QModelIndex()):
                column = max(self.currentIndex().column(), 0)
                self.setCurrentIndex(self._samples.index(row, column))
        self.viewport().update()

    def show_chosen(self, samples: NDArray[np.intp]) -> None:
        """Select the rows of all these samples, and no others, without announcing it; the first comes into sight.

        Qt slows down with the square of the stretches of rows: of very many, as many are selected as it bears.
        """
        rows = np.sort(self._samples.rows_of(samples))
        stretches = np.split(rows, np.flatnonzero(np.diff(rows) > 1) + 1)[:MOST_STRETCHES]
        wanted = QItemSelection()
        for stretch in stretches if len(rows) else ():
            wanted.select(self._samples.index(int(stretch[0]), 0), self._samples.index(int(stretch[-1]), 0))
        flags = QItemSelectionModel.SelectionFlag
        with QSignalBlocker(self):
            if len(rows):
                first = self._samples.index(int(rows[0]), max(self.currentIndex().column(), 0))
                self.selectionModel().setCurrentIndex(first, flags.NoUpdate)
                self.scrollTo(first, QAbstractItemView.ScrollHint.PositionAtTop)
            self.selectionModel().select(wanted, flags.ClearAndSelect | flags.Rows)
        self.viewport().update()

    def choose_sample(self, sample: int) -> None:
        """Select the row of a sample, and no other, and bring it into sight."""
        index = self._samples.index(self._samples.row_of(sample), max(self.currentIndex().column(), 0))
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def fill_in(self, sample: int) -> None:
        """Let the cells of a new sample be typed one after the other; Enter leads on to the next."""
        self.choose_sample(sample)
        self._filled_row = self._samples.row_of(sample)
        index = self._samples.index(self._filled_row, 1)
        self.setCurrentIndex(index)
        self.setFocus()
        self.edit(index)

    @property
    def filled_sample(self) -> int | None:
        """The new sample whose cells are being typed."""
        return self._samples.sample_of(self._filled_row) if 0 <= self._filled_row < self._samples.rowCount() else None

    # ------------------------------------------------------------------ events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.rowAt(event.position().toPoint().y())
        if row >= 0:
            self._samples.tell(row)
        is_plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        if is_plain and row >= 0 and self._is_alone(row):
            self.clearSelection()  # a second click lets go
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()  # the second press of a double click does not let go
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and self._samples.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.setCurrentIndex(index)
            self.begin_entry(index)

    def begin_entry(self, index: QModelIndex) -> None:
        """Open the field of a cell, with the list of what can be chosen."""
        self.edit(index)
        entry = self.indexWidget(index)
        if isinstance(entry, SampleEntry):
            entry.show_choices()

    def event(self, event: QEvent) -> bool:
        # the window's own shortcuts of these keys belong to other views
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (command_of(event) or event.matches(QKeySequence.StandardKey.SelectAll))
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if command := command_of(event):
            self.wanted.emit(command)
        elif event.key() == Qt.Key.Key_Escape and self.selectionModel().hasSelection():
            self.clearSelection()
        elif step := step_of(event):
            self._samples.choose_near(self.currentIndex(), step)
        elif event.key() == Qt.Key.Key_Space:
            event.ignore()  # nothing is typed with a blank
        elif event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._samples.flags(self.currentIndex()) & Qt.ItemFlag.ItemIsEditable:
                self.begin_entry(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Numbers are typed, not looked for."""

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        hints = QAbstractItemDelegate.EndEditHint
        index = self.currentIndex()
        if hint == hints.RevertModelCache or index.row() != self._filled_row:
            self._filled_row = -1
        elif hint == hints.SubmitModelCache:
            hint = hints.EditNextItem
        if hint == hints.EditNextItem and self._filled_row >= 0 and self._is_last_cell(index):
            self._filled_row, hint = -1, hints.SubmitModelCache
        super().closeEditor(editor, hint)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """The Tab key goes from cell to cell that can be typed into, and on to the next row."""
        steps = {QAbstractItemView.CursorAction.MoveNext: 1, QAbstractItemView.CursorAction.MovePrevious: -1}
        index = self.currentIndex()
        if action not in steps or not index.isValid():
            return super().moveCursor(action, modifiers)
        cells = self._samples.columns.first_live - 1
        place = index.row() * cells + min(max(index.column() - 1, 0), cells - 1) + steps[action]
        if not 0 <= place < self._samples.rowCount() * cells:
            return QModelIndex()
        return self._samples.index(place // cells, place % cells + 1)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        if current.row() != self._filled_row:
            self._filled_row = -1

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        sample = self._sample_announced()
        if sample >= 0:
            self._samples.tell(self._samples.row_of(sample))  # its numbers stand in the diagram, too
        self.sample_selected.emit(sample)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_columns_soon()

    def paintEvent(self, event: QPaintEvent) -> None:
        first, last = self.rowAt(event.rect().top()), self.rowAt(event.rect().bottom())
        self._samples.prepare(first, self._samples.rowCount() - 1 if last < 0 else last)
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(QColor(self._theme.grid))
        painter.drawLines(self._lines(event.rect()))
        if self._samples.rowCount() == 0:
            painter.setPen(QColor(self._theme.muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            text = self.tr(
                "No samples yet: click in the decision region, press Insert here, or paste cells of a spreadsheet."
            )
            area = self.viewport().rect().adjusted(16, 0, -16, 0)
            painter.drawText(area, int(flags), text)
        painter.end()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(90))

    # ------------------------------------------------------------------ inside

    def _lines(self, area: QRect) -> list[QLine]:
        """A line under each row in `area`, as far as the columns go: once a row, not once a cell."""
        header, height = self.horizontalHeader(), self.verticalHeader().defaultSectionSize()
        right = min(area.right(), header.length() - header.offset() - 1)
        first = self.rowAt(area.top())
        if first < 0:
            return []
        end = min(self.rowViewportPosition(self._samples.rowCount() - 1) + height, area.bottom() + 2)
        below = range(self.rowViewportPosition(first) + height - 1, end, height)
        return [QLine(area.left(), y, right, y) for y in below]

    def _is_alone(self, row: int) -> bool:
        """Whether a row is selected, and no other."""
        selection = self.selectionModel()
        ranges = selection.selection().toList()
        return selection.isRowSelected(row, QModelIndex()) and all(
            part.top() == part.bottom() == row for part in ranges
        )

    def _sample_announced(self) -> int:
        selection, current = self.selectionModel(), self.currentIndex().row()
        if current >= 0 and selection.isRowSelected(current, QModelIndex()):
            return self._samples.sample_of(current)
        ranges = selection.selection().toList()
        return self._samples.sample_of(ranges[0].top()) if ranges else -1

    def _is_last_cell(self, index: QModelIndex) -> bool:
        return index.column() + 1 >= self._samples.columns.first_live

    def _on_header_section_clicked(self, column: int) -> None:
        """Ascending, descending, back to the order of the data."""
        sorted_by = self._samples.sorted_by
        if sorted_by is None or sorted_by[0] != column:
            self._samples.sort_by(column)
        elif not sorted_by[1]:
            self._samples.sort_by(column, descending=True)
        else:
            self._samples.sort_by(None)

    def _fit_columns_soon(self) -> None:
        """Once for all that changes meanwhile: another size of the window comes in several steps."""
        if not self._is_fit_due:
            self._is_fit_due = True
            self._fit_became_due.emit()

    def _fit_columns_if_due(self) -> None:
        if self._is_fit_due:
            self._fit_columns()

    def _fit_columns(self) -> None:
        """Number and verdict as wide as they need, the figures share the rest; many columns scroll."""
        self._is_fit_due = False
        numbering = self.tr("test {number}") if self._samples.dataset.n_test_samples else "{number}"
        words = (numbering, self.tr("right"), self.tr("wrong"))
        widths = column_widths(self._samples, self.fontMetrics(), self._theme, self.viewport().width(), words)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
