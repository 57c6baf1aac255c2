"""The table view of the samples; only rows on screen cost anything."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from engine.snapshot import Frame
from gui.entries.entry_text import short
from gui.panels.sample_delegate import SampleDelegate
from gui.panels.sample_model import SampleModel
from gui.theme import Theme

_SHARES = ("input", "target", "hidden", "output", "error")  # what takes the room that is left


class SampleTable(QTableView):
    """Announces the selected sample: training samples first, then test samples; -1 for none."""

    sample_selected = Signal(int)

    def __init__(self, model: SampleModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sample_table")
        self._samples = model
        self._theme = theme
        self._delegate = SampleDelegate(model, theme, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(8)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setMinimumSectionSize(8)
        model.modelReset.connect(self._fit_columns)
        self.set_theme(theme)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take colours and sizes from `theme`."""
        self._theme = self._delegate.theme = theme
        self._samples.set_theme(theme)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Highlight, QColor(0, 0, 0, 0))  # the delegate tints what is selected
        self.setPalette(palette)
        self.verticalHeader().setDefaultSectionSize(theme.px(22))
        self._fit_columns()
        self.viewport().update()

    def retranslate(self) -> None:
        """Set all texts in the language in force."""
        self.setAccessibleName(self.tr("Samples"))
        self._samples.refresh_headers()
        self.viewport().update()

    def show_frame(self, frame: Frame) -> None:
        """Show the outputs of `frame` in the rows on screen."""
        height = self.viewport().height()
        first, last = self.rowAt(0), self.rowAt(height - 1)
        self._samples.show_frame(frame, first, self._samples.rowCount() - 1 if last < 0 else last)

    def show_selected(self, row: int) -> None:
        """Select a row without announcing it; −1 for none."""
        with QSignalBlocker(self):
            if row < 0:
                self.clearSelection()
                self.setCurrentIndex(QModelIndex())
            elif not self.selectionModel().isRowSelected(row, QModelIndex()):
                self.selectRow(row)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.rowAt(event.position().toPoint().y())
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and row >= 0 and self.selectionModel().isRowSelected(row, QModelIndex()):
            self.clearSelection()  # a second click lets go
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()  # the second press of a double click does not let go

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.selectionModel().hasSelection():
            self.clearSelection()
            return
        super().keyPressEvent(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        rows = self.selectionModel().selectedRows()
        self.sample_selected.emit(rows[0].row() if rows else -1)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._samples.rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(self._theme.muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            text = self.tr("No samples yet: click in the decision region to add the first point.")
            area = self.viewport().rect().adjusted(16, 0, -16, 0)
            painter.drawText(area, int(flags), text)
            painter.end()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(90))

    def _fit_columns(self) -> None:
        """Number and verdict as wide as they need, the figures share the rest; many columns scroll."""
        columns = self._samples.columns
        kinds = [columns.kind(column)[0] for column in range(columns.count)]
        least = self._least_widths()
        room = self.viewport().width() - sum(least[kind] for kind in kinds)
        if room < 0 and columns.has_right:
            header = str(self._samples.headerData(columns.count - 1, Qt.Orientation.Horizontal))
            narrow = self.fontMetrics().horizontalAdvance(header) + self._theme.px(14)
            room += least["right"] - narrow
            least["right"] = narrow  # ✓ and ✗ say it without the word
        figures = sum(kind in _SHARES for kind in kinds)
        for column, kind in enumerate(kinds):
            extra = max(room, 0) // figures if kind in _SHARES else 0
            self.setColumnWidth(column, least[kind] + extra)

    def _least_widths(self) -> dict[str, int]:
        """The width that each kind of column needs; inputs and targets by what stands in them."""
        space, px, data = self.fontMetrics().horizontalAdvance, self._theme.px, self._samples.dataset
        rows = str(self._samples.rowCount())
        number = self.tr("test {number}").format(number=rows) if data.n_test_samples else rows
        words = (self.tr("right"), self.tr("wrong"))
        return {
            "number": max(space(number), space("000")) + px(30),
            "input": max((space(short(value)) for value in data.inputs[:40, :12].flat), default=px(30)) + px(22),
            "target": max((space(short(value)) for value in data.targets[:40, :12].flat), default=px(20)) + px(22),
            "hidden": space("0.0000") + px(14),
            "output": space("0.000e−00") + px(14),
            "error": space("0.000e−00") + px(14),
            "right": max(space(word) for word in words) + px(13 + 4 + 14),
        }
