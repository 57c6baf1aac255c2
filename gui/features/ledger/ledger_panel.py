"""This module defines the ledger tab: verdict, start vector, the step on show, and the steps of the run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from engine.analysis.frame import Frame
from gui.document.document import Document
from gui.features.ledger.ledger_model import LedgerModel
from gui.features.ledger.ledger_table import LedgerTable
from gui.features.ledger.start_entry import StartEntry
from gui.features.ledger.verdict import Verdict
from gui.features.ledger.verdict_strip import VerdictStrip
from gui.toolkit.entries.count_box import CountBox
from gui.toolkit.icons import icon
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.notation import Notation
from gui.words.number_text import grouped

if TYPE_CHECKING:
    from engine.training.ledger import LedgerView

_MOST = 2_000_000_000


class LedgerPanel(View, QWidget):
    """`step_chosen`: the run shall stand at that step. `steps_wanted`: first (None: the newest) and count of the rows
    that frames shall hold. `start_typed`, `start_refused`: see `StartEntry`.
    """

    step_chosen = Signal(int)
    steps_wanted = Signal(object, int)
    start_typed = Signal(object)
    start_refused = Signal(str)
    hidden_layer_wanted = Signal()
    export_wanted = Signal()

    def __init__(
        self, document: Document, themes: ThemeManager, notation: Notation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ledger_panel")
        self._document = document
        self._model = LedgerModel(notation, themes.theme, self)
        self.verdict = VerdictStrip(notation, self)
        self.start = StartEntry(document, notation, self)
        self._step = _StepBox(self)
        self._digits = QPushButton(self)
        self._digits.setObjectName("ledger_all_digits")
        self._digits.setCheckable(True)
        self._digits.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._export = QToolButton(self)
        self._export.setObjectName("ledger_export")
        self._table = LedgerTable(self._model, themes.theme, self)
        self._arrange()
        self._connect()
        notation.changed.connect(self._on_notation_changed)
        self.follow_themes(themes)

    @property
    def view(self) -> LedgerView | None:
        """The ledger on show."""
        return self._model.view

    def show_frame(self, frame: Frame) -> None:
        """Show what `frame` holds of the ledger; a frame of another network is ignored."""
        page = frame.ledger
        if page is None or frame.network != self._document.project.network:
            return
        follows = self._table.follows
        self._model.show_page(page, frame.snapshot.run_id)
        if follows and self._table.isVisible():
            self._table.follow()
        if self._table.isVisible():
            self._table.fit_columns()
        self._step.show_moment(page.view)
        self.want_rows()

    def show_verdict(self, verdict: Verdict) -> None:
        """Say `verdict`."""
        self.verdict.show_verdict(verdict)

    def clear(self) -> None:
        """The run has no ledger."""
        self._model.clear()

    def want_rows(self) -> None:
        """Ask for the rows in view; for none while the table is hidden."""
        if not self._table.isVisible():
            self.steps_wanted.emit(None, 0)
            return
        first, last = self._table.steps_on_show()
        self.steps_wanted.emit(None if self._table.follows else first, last - first + 1)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Ledger"))
        self._digits.setText(self.tr("All digits"))
        self._digits.setAccessibleName(self.tr("All digits"))
        self._digits.setToolTip(self.tr("Show every number with all its digits instead of four significant ones"))
        self._export.setText(self.tr("CSV …"))
        self._export.setAccessibleName(self.tr("Export the ledger as CSV"))
        self._export.setToolTip(self.tr("Write all steps with all digits into a table that spreadsheets can read"))

    def apply_theme(self, theme: Theme) -> None:
        self._top.setContentsMargins(theme.px(8), theme.px(2), theme.px(8), 0)
        self._top.setSpacing(theme.px(3))
        self.verdict.apply_theme(theme)
        self.start.apply_theme(theme)
        self._table.apply_theme(theme)
        for button in (self._digits, self._export):
            button.setMinimumHeight(theme.px(24))
        self._step.apply_theme(theme)
        self._export.setIcon(icon("table", theme, theme.muted))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def _arrange(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(6)
        bar.addWidget(self.start, 1)
        for widget in (self._step, self._digits, self._export):
            bar.addWidget(widget)
        self._top = QVBoxLayout()
        self._top.addWidget(self.verdict)
        self._top.addLayout(bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(self._top)
        layout.addWidget(self._table, 1)

    def _connect(self) -> None:
        self._table.step_chosen.connect(self.step_chosen)
        self._table.looked_at.connect(self.want_rows)
        self._step.chosen.connect(self._on_step_chosen)
        self._digits.toggled.connect(self._on_digits_toggled)
        self._export.clicked.connect(self.export_wanted)
        self.start.typed.connect(self.start_typed)
        self.start.refused.connect(self.start_refused)
        self.verdict.hidden_layer_wanted.connect(self.hidden_layer_wanted)

    def _on_step_chosen(self, step: int) -> None:
        if self._model.row_of(step) < 0:
            self._model.look_around(step)
        self._table.show_step(step)
        self.want_rows()
        self.step_chosen.emit(step)

    def _on_digits_toggled(self, on: bool) -> None:
        self._model.all_digits = on
        self._model.refresh()
        self._table.fit_columns()

    def _on_notation_changed(self) -> None:
        for part in (self.start, self.verdict, self._table):
            part.retranslate()


class _StepBox(View, QWidget):
    """The step that the window shows, of all that are known; another one can be typed."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._name, self._length = QLabel(self), QLabel(self)
        self._box = CountBox(0, _MOST, parent=self)
        self._box.setObjectName("ledger_step")
        self._box.valueChanged.connect(self.chosen)
        self._view: LedgerView | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self._name, self._box, self._length):
            layout.addWidget(widget)
        self.retranslate()

    def apply_theme(self, theme: Theme) -> None:
        self._box.setMinimumHeight(theme.px(24))

    def show_moment(self, view: LedgerView) -> None:
        """The run stands at `view.current`."""
        self._view = view
        self._write()
        if self._box.value() != view.current:
            self._box.show_number(view.current)

    def retranslate(self) -> None:
        self._name.setText(self.tr("Step"))
        self._box.setAccessibleName(self.tr("Step on show"))
        hint = self.tr("The moment of the run that the window shows; another number goes there, Train goes on from it")
        self._box.setToolTip(hint)
        self._write()

    def _write(self) -> None:
        length = self._view.length if self._view is not None else 0
        self._length.setText(self.tr("of {length}").format(length=grouped(length)))
