"""This module defines the ledger's table; it follows the newest step and goes back to a clicked one."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gui.features.ledger.ledger_model import COLUMNS, LedgerModel
from gui.toolkit.theme import Theme
from gui.toolkit.view import View

_MARGIN_STEPS = 6


class LedgerTable(View, QTableView):
    """`step_chosen`: a click or Enter on a row. `looked_at`: other steps came into view."""

    step_chosen = Signal(int)
    looked_at = Signal()

    def __init__(self, model: LedgerModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ledger_table")
        self._ledger = model
        self._theme = theme
        self._follows = True
        self._widths: dict[str, int] = {}
        self._widths_key: tuple[object, ...] = ()
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(8)
        self.horizontalHeader().setMinimumSectionSize(8)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.clicked.connect(self._on_clicked)
        self.verticalScrollBar().valueChanged.connect(self._on_scroll_bar_value_changed)
        self.verticalScrollBar().rangeChanged.connect(self._on_scroll_bar_range_changed)
        self.apply_theme(theme)
        self.retranslate()

    @property
    def follows(self) -> bool:
        """Whether the table keeps its end, the newest step, in view."""
        return self._follows

    def follow(self) -> None:
        """Keep the newest step in view from now on."""
        self._follows = True
        self.scrollToBottom()

    def show_step(self, step: int) -> None:
        """Bring `step` into view, if it is in the table."""
        row = self._ledger.row_of(step)
        if row >= 0:
            self._follows = False
            self.scrollTo(self._ledger.index(row, 0), QAbstractItemView.ScrollHint.EnsureVisible)

    def steps_on_show(self) -> tuple[int, int]:
        """The first and the last step in view, with a few around them."""
        top, bottom = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        if top < 0:
            return 0, 30
        last = self._ledger.rowCount() - 1 if bottom < 0 else bottom
        return max(self._ledger.step_of(top) - _MARGIN_STEPS, 0), self._ledger.step_of(last) + _MARGIN_STEPS

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._ledger.apply_theme(theme)
        self._widths = {}
        self._use_type(_POINT_SIZES[0])
        self.verticalHeader().setDefaultSectionSize(theme.px(21))
        self.fit_columns()
        self.viewport().update()

    def retranslate(self) -> None:
        self._widths = {}
        self.setAccessibleName(self.tr("Ledger: the steps of the run"))
        self.setToolTip(self.tr("A click or Enter on a row brings weights and line back to that step"))
        self._ledger.refresh()
        self.fit_columns()

    def fit_columns(self) -> None:
        """Every column as wide as what stands in it.

        Where there is no room, first the spaces between give way, then the type; then inputs and changes are cut.
        """
        several = self._ledger.n_units > 1
        if self.isColumnHidden(COLUMNS.index("unit")) == several:
            self.setColumnHidden(COLUMNS.index("unit"), not several)
        columns = [column for column in range(len(COLUMNS)) if not self.isColumnHidden(column)]
        room = self.viewport().width()
        self._use_type(_POINT_SIZES[0])
        widths = {column: self._wanted_width(column) for column in columns}
        for size in _POINT_SIZES:
            if sum(widths.values()) <= room:
                break
            self._use_type(size)
            widths = {column: self._tight_width(column) for column in columns}
        spare = room - sum(widths.values())
        for kind in ("inputs", "change"):
            column = COLUMNS.index(kind)
            taken = min(max(-spare, 0), max(widths[column] - self._theme.px(_LEAST_VECTOR), 0))
            widths[column] -= taken
            spare += taken
        widths[len(COLUMNS) - 1] += max(spare, 0)
        for column, width in widths.items():
            if width != self.columnWidth(column):
                self.setColumnWidth(column, width)

    def _wanted_width(self, column: int) -> int:
        """Room for the heading and for all in view; it only grows while the same kind of numbers is on show."""
        kind, model, space = COLUMNS[column], self._ledger, self.fontMetrics().horizontalAdvance
        heading = space(str(model.headerData(column, Qt.Orientation.Horizontal))) + self._theme.px(13)
        texts = [_LEAST.get(kind, "")]
        texts += [str(model.data(model.index(row, column)) or "") for row in range(*self._rows_on_show())]
        width = max(heading, max(space(text) for text in texts) + self._theme.px(8))
        key = (model.n_units, model.all_digits, self._theme.scale, model.columnCount())
        if key != self._widths_key:
            self._widths_key, self._widths = key, {}
        self._widths[kind] = max(width, self._widths.get(kind, 0))
        return self._widths[kind]

    def _use_type(self, point_size: float) -> None:
        font = self.font()
        font.setPointSizeF(point_size * self._theme.scale)
        if font != self.font():
            self.setFont(font)
            self.horizontalHeader().setFont(font)

    def _tight_width(self, column: int) -> int:
        """Room for what is in view and for the heading, and hardly more."""
        model, space = self._ledger, self.fontMetrics().horizontalAdvance
        heading = self.horizontalHeader().sectionSizeHint(column)
        texts = [space(str(model.data(model.index(row, column)) or "")) for row in range(*self._rows_on_show())]
        return max(heading, max(texts, default=0) + self._theme.px(7))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.step_chosen.emit(self._ledger.step_of(index.row()))
        elif event.matches(QKeySequence.StandardKey.Copy) and index.isValid():
            self._copy(index.row())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._follows:
            self.scrollToBottom()
        self.fit_columns()
        self.looked_at.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.looked_at.emit()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(60))

    def _rows_on_show(self) -> tuple[int, int]:
        top, bottom = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        count = self._ledger.rowCount()
        return (max(top, 0), (count - 1 if bottom < 0 else bottom) + 1) if count else (0, 0)

    def _copy(self, row: int) -> None:
        """The row with all digits, ready for a spreadsheet."""
        step, unit = self._ledger.step_of(row), row % self._ledger.n_units
        cells = (self._ledger.text(step, unit, kind, all_digits=True) for kind in COLUMNS)
        QGuiApplication.clipboard().setText("\t".join(cells))

    def _on_clicked(self, index: QModelIndex) -> None:
        self.step_chosen.emit(self._ledger.step_of(index.row()))

    def _on_scroll_bar_value_changed(self, value: int) -> None:
        self._follows = value >= self.verticalScrollBar().maximum()
        self.looked_at.emit()

    def _on_scroll_bar_range_changed(self, _low: int, _high: int) -> None:
        if self._follows:
            self.scrollToBottom()


_LEAST_VECTOR = 48
_POINT_SIZES = (8.75, 8.25, 7.75)  # a little below the panels' size: ten columns side by side
_LEAST = {"step": "0000", "net": "−0.00", "output": "−1", "target": "−1", "error": "−2"}
