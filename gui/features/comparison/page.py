"""The page that compares decision regions by depth (lecture: half-plane, convex region, arbitrary)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from engine.data.datasets import DatasetSpec
from engine.project.comparison import COUNTEREXAMPLE, ComparisonMoment, ComparisonSetup, candidates
from gui.features.comparison.candidate_panel import CandidatePanel
from gui.features.comparison.controls import ComparisonControls
from gui.features.comparison.printed_candidate import PrintedCandidate
from gui.features.comparison.worker import ComparisonWorker
from gui.toolkit.containers.card_frame import CardFrame
from gui.toolkit.export.offscreen_copy import OffscreenPicture
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.error_text import failure_text

OWN, ISLANDS, FIRST = "own", "islands", "xor"
PULL_MS = 33  # 30 pictures a second


class ComparisonPage(View, QWidget):
    """Networks of growing depth on one data set, trained by a thread of their own.

    choices: the data sets on offer with their titles in the language in force; recipe: from a name to the set.
    """

    def __init__(
        self,
        themes: ThemeManager,
        choices: Callable[[], Sequence[tuple[str, str]]],
        recipe: Callable[[str], DatasetSpec],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("comparison_page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._themes = themes
        self._choices, self._recipe = choices, recipe
        self._worker = ComparisonWorker()
        self._setup: ComparisonSetup | None = None
        self._moment: ComparisonMoment | None = None
        self._training = False
        self._name = FIRST
        self.controls = ComparisonControls(self)
        self.panels = {name: CandidatePanel(name, themes, self) for name in _names()}
        self._problem, self._note = QLabel(self), QLabel(self)
        self._timer = QTimer(self)
        self._timer.setInterval(PULL_MS)
        self._timer.timeout.connect(self._pull)
        self.controls.show_setup(ComparisonSetup())
        self._arrange()
        self._connect()
        self.follow_themes(themes)

    @property
    def moment(self) -> ComparisonMoment | None:
        """What is on show."""
        return self._moment

    @property
    def data_name(self) -> str:
        """The name of the data set that is compared on."""
        return self._name

    @property
    def is_training(self) -> bool:
        """Whether the networks are in training."""
        return self._training

    @property
    def problem(self) -> str:
        """Why nothing can be compared; "" where all is well."""
        return self._problem.text()

    def picture(self) -> OffscreenPicture | None:
        """All networks side by side as they are now, for paper; None while nothing is compared."""
        moment = self._moment
        if moment is None:
            return None
        shown = [(candidate, self.panels[candidate.name].texts()) for candidate in moment.candidates]

        def make(theme: Theme) -> list[PrintedCandidate]:
            return [PrintedCandidate(theme, moment, candidate, texts) for candidate, texts in shown]

        return OffscreenPicture(self.tr("Regions by depth"), QSize(260 * len(shown), 400), make)

    def state(self) -> tuple[str, ComparisonSetup]:
        """The name of the data and what is compared, for `restore`; the training itself is not kept."""
        return self._name, self.controls.setup(self._recipe(self._name))

    def restore(self, name: str, setup: ComparisonSetup) -> None:
        """Compare on the data set called `name` as `setup` says, from its start, at rest."""
        self._set_training(False)
        self.controls.show_setup(setup)
        self._name = name
        self.controls.data.show_name(name)
        self._begin(anew=True)

    def choose_data(self, name: str) -> None:
        """Compare on the data set called `name`."""
        self._name = name
        self.controls.data.show_name(name)
        self._begin()

    def train(self) -> None:
        """Train all networks, or pause."""
        self._set_training(not self._training)

    def reset(self) -> None:
        """Back to epoch 0, at rest."""
        self._set_training(False)
        self._begin(anew=True)

    def show_counterexample(self) -> None:
        """Train on two islands, which one hidden layer of sigmoid units learns."""
        self.restore(ISLANDS, COUNTEREXAMPLE)
        self._set_training(True)

    def follow_data(self) -> None:
        """Take up what the project's own data have become, if they are being compared."""
        if self._name == OWN and self.isVisible():
            self._begin()

    def close_down(self) -> None:
        """End the thread; nothing is compared any more."""
        self._timer.stop()
        self._worker.close()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Regions by depth"))
        self.controls.retranslate(self._choices())
        self.controls.data.show_name(self._name)
        self._note.setText(
            self.tr(
                "Slides: what the lecture's table says; it holds for step units whose outputs are ANDed. Learned: the"
                " blue region, which answers 1. Trained sigmoid units weigh freely what they receive: with one hidden"
                " layer they also learn regions with dents or in several parts."
            )
        )

    def apply_theme(self, theme: Theme) -> None:
        self.controls.apply_theme(theme)

    # ------------------------------------------------------------------ making

    def _arrange(self) -> None:
        controls = CardFrame(self)
        inside = QVBoxLayout(controls)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.controls)
        row = QHBoxLayout()
        row.setSpacing(8)
        for panel in self.panels.values():
            row.addWidget(panel, 1)
        self._problem.setObjectName("comparison_problem")
        wear(self._problem, tone="wrong")
        self._problem.hide()
        self._note.setObjectName("comparison_note")
        self._note.setProperty("caption", True)
        for label in (self._problem, self._note):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setContentsMargins(4, 0, 4, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(6)
        layout.addWidget(controls)
        layout.addWidget(self._problem)
        layout.addLayout(row, 1)
        layout.addWidget(self._note)

    def _connect(self) -> None:
        controls = self.controls
        controls.train_clicked.connect(self.train)
        controls.reset_clicked.connect(self.reset)
        controls.counterexample_clicked.connect(self.show_counterexample)
        controls.data_chosen.connect(self.choose_data)
        controls.setup_edited.connect(self._begin)
        controls.speed_changed.connect(self._worker.set_speed)
        self._worker.set_speed(controls.epochs_per_second())

    # ------------------------------------------------------------------ the comparison

    def _begin(self, anew: bool = False) -> None:
        """Hand the setup to the thread, if it is another one or `anew`; training goes on from its start."""
        setup = self.controls.setup(self._recipe(self._name))
        if setup == self._setup and not anew:
            return
        self._setup, self._moment = setup, None
        self._worker.begin(setup)
        for panel in self.panels.values():
            panel.retranslate()
        self._worker.set_training(self._training)
        self._show_problem("")

    def _set_training(self, training: bool) -> None:
        if training and self.problem:
            return
        self._training = training
        self._worker.set_training(training)
        self.controls.set_training(training)

    def _pull(self) -> None:
        moment, problem = self._worker.take()
        if problem is not None:
            self._training = False
            self.controls.set_training(False)
            self._show_problem(failure_text(problem))
            for panel in self.panels.values():
                panel.region.waiting_text = ""
            self._show(None)
        elif moment is not None and moment.setup == self._setup:
            self._show(moment)

    def _show(self, moment: ComparisonMoment | None) -> None:
        self._moment = moment
        shown = {candidate.name: candidate for candidate in moment.candidates} if moment is not None else {}
        for name, panel in self.panels.items():
            panel.show_moment(moment, shown.get(name))
        self.controls.show_epoch(moment.epoch if moment is not None else 0)

    def _show_problem(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    # ------------------------------------------------------------------ appearance, keys, coming and going

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._begin()
        self._worker.set_training(self._training)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        self._worker.set_training(False)  # a page that nobody sees costs no time
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.train()
        elif event.key() == Qt.Key.Key_Home:
            self.reset()
        else:
            super().keyPressEvent(event)


def _names() -> list[str]:
    setup = replace(ComparisonSetup(), data=DatasetSpec("xor"))
    return list(candidates(setup, setup.data.build()))
