"""This module shows the network's training step as lines of NumPy, each with what it computes."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from engine.analysis.numpy_code.code_run import CodeLine, CodeRun
from gui.features.back_propagation.inside.code_model import CODE, SHAPE, VALUE, CodeModel
from gui.features.back_propagation.inside.code_sentences import line_sentence
from gui.features.back_propagation.inside.page_part import TAKES
from gui.features.back_propagation.inside.typed_array import ArrayDelegate
from gui.features.back_propagation.steps.short_label import ShortLabel
from gui.toolkit.buttons import TableButton, keep_whole
from gui.toolkit.plain_table import PlainTable
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.notation import Notation

_PAD = 12


class CodePanel(View, QWidget):
    """Shows a `CodeRun` that others compute. `line_chosen`: another line is looked at, see `line`.

    `samples_changed`: the code is to run on other samples, see `takes`. `typed`: a `CodeValue` that holds parameters
    and, by place in it, the numbers that someone has changed. `failed`: why what was typed is no array.
    """

    line_chosen = Signal()
    samples_changed = Signal()
    typed = Signal(object, object)
    failed = Signal(str)

    def __init__(self, themes: ThemeManager, notation: Notation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("code_panel")
        self._model = CodeModel(notation, themes.theme, self)
        self._build(themes.theme)
        self.back.clicked.connect(lambda: self.go(-1))
        self.forth.clicked.connect(lambda: self.go(1))
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._model.code()))
        self.samples.activated.connect(lambda _index: self.samples_changed.emit())
        self.table.selectionModel().selectionChanged.connect(self._on_table_selection_changed)
        self.table.resized.connect(self._fit_columns)
        self._model.typed.connect(self.typed)
        self._model.refused.connect(self._on_model_refused)
        notation.changed.connect(self._model.refresh)
        self.follow_themes(themes)

    @property
    def takes(self) -> str:
        """On which samples the code shall run, one of TAKES."""
        return TAKES[max(self.samples.currentIndex(), 0)]

    @property
    def line(self) -> CodeLine | None:
        """The line that is looked at."""
        return self._model.line_at(self.table.currentIndex().row())

    def show_run(self, run: CodeRun) -> None:
        """Show the lines with these values."""
        was_empty = self._model.rowCount() == 0
        self._model.show_run(run)
        self.table.hint = ""
        self._show_place()
        if was_empty:
            self._fit_columns()

    def show_problem(self, sentence: str) -> None:
        """Show nothing but why there is nothing to show."""
        self.table.hint = sentence
        self._model.show_run(None)
        self._show_place()

    def go(self, lines: int) -> None:
        """Go on by so many lines, or back; from no line to the first."""
        row, count = self.table.currentIndex().row(), self._model.rowCount()
        if count:
            self.table.setCurrentIndex(self._model.index(min(max(row + lines, 0), count - 1), CODE))

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("The step as code"))
        words = (
            (
                self.samples,
                self.tr("Samples"),
                self.tr("What x holds: the sample of the microscope, those of the next update, or all"),
            ),
            (self.back, self.tr("Line back"), self.tr("To the line before (Up in the table)")),
            (self.forth, self.tr("Next line"), self.tr("To the next line (Down in the table)")),
            (
                self._copy,
                self.tr("Copy"),
                self.tr("Copy these lines; File ▸ Export the network writes them with the data"),
            ),
        )
        for widget, name, hint in words:
            widget.setAccessibleName(name)
            widget.setToolTip(hint)
        self._copy.setText(self.tr("Copy"))
        keep_whole(self._copy)
        with QSignalBlocker(self.samples):
            self.samples.setItemText(0, self.tr("x: this sample"))
            self.samples.setItemText(1, self.tr("x: the next batch"))
            self.samples.setItemText(2, self.tr("x: all samples"))
        self.table.setAccessibleName(self.tr("Lines of the step"))
        self.table.setToolTip(self.tr("Up and Down go from line to line; pointing at a value shows the whole matrix"))
        self._model.refresh()
        self._show_place()

    def apply_theme(self, theme: Theme) -> None:
        self.table.apply_theme(theme)
        font = QFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family())
        font.setStyleHint(QFont.StyleHint.Monospace)
        font.setPixelSize(theme.px(12))
        self._model.apply_theme(theme, font)
        self._top.setContentsMargins(theme.px(8), theme.px(4), theme.px(8), theme.px(2))
        self._top.setSpacing(theme.px(3))
        keep_whole(self._copy)
        self._sentence.setContentsMargins(theme.px(8), 0, theme.px(8), theme.px(2))
        self._fit_columns()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_columns()

    def _build(self, theme: Theme) -> None:
        self.samples = QComboBox(self)
        self.samples.setObjectName("code_samples")
        self.samples.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.samples.addItems([""] * len(TAKES))
        self.back, self.forth, self._copy = TableButton(self), TableButton(self), TableButton(self)
        self.back.setArrowType(Qt.ArrowType.UpArrow)
        self.forth.setArrowType(Qt.ArrowType.DownArrow)
        for button, name in ((self.back, "code_back"), (self.forth, "code_forth"), (self._copy, "code_copy")):
            button.setObjectName(name)
        self._sentence = ShortLabel("code_sentence", self)
        self.table = PlainTable("code_table", self._model, theme, self)
        self.table.choose_rows()
        self.table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.table.setItemDelegateForColumn(VALUE, ArrayDelegate(self.table))
        self._top = QHBoxLayout()
        for widget in (self.samples, self.back, self.forth, self._copy):
            self._top.addWidget(widget)
        self._top.insertStretch(3, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._top)
        layout.addWidget(self._sentence)
        layout.addWidget(self.table, 1)

    def _fit_columns(self) -> None:
        """The code is whole; the value has as many numbers as fit; with little room there is no shape beside it."""
        space, room = self.fontMetrics().horizontalAdvance, self.table.viewport().width()
        code, shape = self.table.sizeHintForColumn(CODE) + _PAD, space("10 × 10, …") + _PAD
        least = space("−1.234e−05, …") + _PAD
        has_shape = room >= code + shape + least
        value = max(room - code - (shape if has_shape else 0), least)
        for column, width in ((CODE, code), (SHAPE, shape), (VALUE, value)):
            self.table.setColumnWidth(column, width)
        self.table.setColumnHidden(SHAPE, not has_shape)
        self._model.fit_values(value - _PAD, space)

    def _show_place(self) -> None:
        row, count = self.table.currentIndex().row(), self._model.rowCount()
        self.back.setEnabled(row > 0)
        self.forth.setEnabled(row < count - 1)
        line = self.line
        self._sentence.show_text("" if line is None else line_sentence(line))

    def _on_model_refused(self) -> None:
        self.failed.emit(self.tr("Change numbers alone: commas, brackets and how many there are stay."))

    def _on_table_selection_changed(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        self._show_place()
        self.line_chosen.emit()
