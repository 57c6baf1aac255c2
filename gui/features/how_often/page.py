"""The page "How often": many starts of the present network, or of several that differ in one or two settings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from engine.analysis.success_tally import SuccessFigures
from engine.data.dataset import Dataset
from engine.project.sweep import Axis
from gui.features.how_often.controls import TrialControls
from gui.features.how_often.places_panel import PlacesPanel
from gui.features.how_often.rate_panel import RatePanel
from gui.features.how_often.sweep_chart import SweepChart
from gui.features.how_often.texts import cell_title
from gui.features.how_often.trial import Progress, Trial
from gui.toolkit.containers.card_frame import CardFrame
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.error_text import error_text
from gui.words.number_text import grouped


class HowOftenPage(View, QWidget):
    """Shows what others find out, as it comes in.

    `start_wanted`, `cancel_wanted`; `open_wanted` carries a cell and a seed; `export_wanted`, of all starts as a table,
    and `export_sweep_wanted`, of the rates of a sweep.
    """

    start_wanted = Signal()
    cancel_wanted = Signal()
    open_wanted = Signal(int, int)
    export_wanted = Signal()
    export_sweep_wanted = Signal()

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("how_often_page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._trial: Trial | None = None
        self._data: Dataset | None = None
        self._progress: Progress | None = None
        self._cell = 0
        self._is_running = self._is_outdated = False
        self.controls = TrialControls(self)
        self.rate, self.places = RatePanel(themes, self), PlacesPanel(themes, self)
        self.sweep = SweepChart(themes.theme, self)
        self._sweep_card, self._cell_title = CardFrame(self), QLabel(self)
        self._problem, self._note = QLabel(self), QLabel(self)
        self._build()
        self._connect()
        self.follow_themes(themes)

    @property
    def trial(self) -> Trial | None:
        """What is on show, or being tried."""
        return self._trial

    @property
    def progress(self) -> Progress | None:
        """What is known of it."""
        return self._progress

    @property
    def figures(self) -> SuccessFigures | None:
        """Those of the cell that is on show."""
        return None if self._progress is None else self._progress.figures[self._cell]

    @property
    def is_running(self) -> bool:
        """Whether more will come."""
        return self._is_running

    @property
    def is_known(self) -> bool:
        """Whether the share on show is that of the project as it is, and is no longer being counted."""
        return self.figures is not None and not self._is_running and not self._is_outdated

    def caption(self) -> str | None:
        """The success rate and what it is of; None where it is not known of the project as it is now."""
        return self.rate.sentence() if self.is_known else None

    def offer_axes(self, axes: Sequence[Axis], n_hidden: int) -> None:
        """Offer these settings to be varied."""
        self.controls.offer_axes(axes, n_hidden)

    def begin(self, trial: Trial, data: Dataset) -> None:
        """Show an empty result of `trial` on `data`, which fills."""
        self._trial, self._data, self._progress, self._cell = trial, data, None, 0
        self._is_running, self._is_outdated = True, False
        self.show_problem("")
        self._show()

    def show_progress(self, progress: Progress) -> None:
        """Show what is known so far."""
        self._progress = progress
        self._show()

    def finish(self) -> None:
        """Nothing more will come."""
        self._is_running = False
        self._show()

    def show_problem(self, sentence: str) -> None:
        """Say why it cannot be found out; "" where nothing is wrong."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        if sentence:
            self._is_running = False
            self._show()

    def mark_outdated(self, outdated: bool) -> None:
        """Whether the project is no longer what is on show here."""
        if outdated != self._is_outdated and self._trial is not None:
            self._is_outdated = outdated
            self._show()

    def choose_cell(self, cell: int) -> None:
        """Show the figures of this cell of a sweep."""
        self._cell = cell
        self._show()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("How often"))
        self.controls.retranslate()
        self.sweep.retranslate()
        self._show()

    def apply_theme(self, theme: Theme) -> None:
        self.controls.apply_theme(theme)
        self.sweep.apply_theme(theme)
        inside = self._sweep_card.layout()
        assert inside is not None
        inside.setContentsMargins(theme.px(8), theme.px(4), theme.px(8), theme.px(4))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._on_start_clicked()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------ making

    def _build(self) -> None:
        controls = CardFrame(self)
        QVBoxLayout(controls).setContentsMargins(1, 1, 1, 1)
        controls.layout().addWidget(self.controls)  # type: ignore[union-attr]
        self._problem.setObjectName("how_often_problem")
        self._note.setObjectName("how_often_note")
        self._cell_title.setObjectName("how_often_cell")
        wear(self._cell_title, heading=True)
        wear(self._problem, tone="wrong")
        wear(self._note, tone="warning")
        for label in (self._problem, self._note):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.hide()
        sweep = QVBoxLayout(self._sweep_card)
        sweep.addWidget(self.sweep, 1)
        sweep.addWidget(self._cell_title)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.rate, 2)
        row.addWidget(self.places, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(6)
        layout.addWidget(controls)
        layout.addWidget(self._problem)
        layout.addWidget(self._note)
        layout.addWidget(self._sweep_card, 1)
        layout.addLayout(row, 1)

    def _connect(self) -> None:
        self.controls.start_clicked.connect(self._on_start_clicked)
        self.controls.export_clicked.connect(self.export_wanted)
        self.controls.export_sweep_clicked.connect(self.export_sweep_wanted)
        self.places.open_wanted.connect(lambda seed: self.open_wanted.emit(self._cell, seed))
        self.sweep.chosen.connect(self.choose_cell)

    # ------------------------------------------------------------------ showing

    def _show(self) -> None:
        trial, progress = self._trial, self._progress
        figures = self.figures
        self.rate.show_figures(trial, self._cell, figures)
        self.places.show_figures(self._data, figures)
        is_sweep = trial is not None and bool(trial.wish.axes)
        self._sweep_card.setVisible(is_sweep)
        self.sweep.show_progress(trial, progress, self._cell)
        if is_sweep and trial is not None:
            problem = None if progress is None else progress.problems[self._cell]
            told = cell_title(trial, self._cell)
            self._cell_title.setText(told if problem is None else f"{told}: {error_text(problem)}")
        self._show_state()

    def _show_state(self) -> None:
        trial, progress = self._trial, self._progress
        n_tried, n_all = 0 if progress is None else progress.n_tried, 0 if trial is None else trial.n_all
        words = ""
        if trial is not None and not self._problem.text():
            words = self.tr("{done} of {count} tried").format(done=grouped(n_tried), count=grouped(n_all))
            if not self._is_running and n_tried < n_all:
                words = self.tr("Cancelled after {done} of {count}").format(done=grouped(n_tried), count=grouped(n_all))
        self.controls.show_state(self._is_running, n_tried / max(n_all, 1), words)
        self.controls.show_exports(n_tried > 0, trial is not None and bool(trial.wish.axes))
        note = ""
        if self._is_outdated:
            note = self.tr(
                "This is about the network, data and settings as they were when it began: the project has changed"
                " since. Start tries the present one."
            )
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def _on_start_clicked(self) -> None:
        (self.cancel_wanted if self._is_running else self.start_wanted).emit()
