"""The page "Compare": two to nine contenders race; their regions, their curves over each other, and who is first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.data.datasets import DatasetSpec
from engine.project.project import Project
from engine.project.race.depth import COUNTEREXAMPLE, DEPTHS, ONE_HIDDEN
from engine.project.race.goal import Goal
from engine.project.race.moment import RaceMoment
from engine.project.race.race import RacePlan
from gui.features.comparison.colours import contender_colour
from gui.features.comparison.plan_bar import PlanBar
from gui.features.comparison.printed_race import Look, race_picture
from gui.features.comparison.race_bar import PATHS, RaceBar
from gui.features.comparison.race_chart import standing
from gui.features.comparison.race_choice import DEPTH, ISLANDS, RaceChoice
from gui.features.comparison.race_room import RaceRoom
from gui.features.comparison.race_words import race_title
from gui.features.comparison.regions.drawing import RegionDrawing
from gui.features.comparison.regions.panel import ContenderPanel
from gui.features.comparison.titles import contender_titles
from gui.features.comparison.worker import RaceWorker, RunsWanted
from gui.toolkit.containers.card_frame import CardFrame
from gui.toolkit.export.offscreen_copy import OffscreenPicture
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.error_text import failure_text
from gui.words.notation import Notation

PULL_MS = 33  # 30 pictures a second; of many contenders half as many, each in two turns
_MANY = 4
NO_DRAWINGS: Mapping[str, RegionDrawing] = {}


class ComparisonPage(View, QWidget):
    """A race, trained by a thread of its own. `runs_found` carries what was asked for by Open or Keep: RunsFound.
    `shown`: what is on show is another moment.

    project: the project on screen; choices: the data sets on offer with their titles in the language in force;
    recipe: from a name to the set.
    """

    runs_found = Signal(object)
    shown = Signal()

    def __init__(
        self,
        themes: ThemeManager,
        notation: Notation,
        *,
        project: Callable[[], Project],
        choices: Callable[[], Sequence[tuple[str, str]]],
        recipe: Callable[[str], DatasetSpec],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("comparison_page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._themes, self._notation = themes, notation
        self._worker = RaceWorker()
        self._wanted: tuple[RacePlan, Goal] | None = None
        self._moment: RaceMoment | None = None
        self._coming: RaceMoment | None = None  # its regions and curves are on show, its numbers not yet
        self._projects: dict[str, Project] = {}
        self._titles: dict[str, str] = {}
        self._training = False
        self.plan_bar = PlanBar(project, choices, recipe, self)
        self.controls = RaceBar(self)
        self.panels: dict[str, ContenderPanel] = {}
        self.room = RaceRoom(themes, notation, self)
        self.regions, self.curves, self.ranking = self.room.regions, self.room.curves, self.room.ranking
        self.paths = self.room.paths
        self._chosen = ""
        self._has_plane = self._shows_paths = self._is_half_shown = False
        self._problem, self._note = QLabel(self), QLabel(self)
        self._timer = QTimer(self)
        self._timer.setInterval(PULL_MS)
        self._timer.timeout.connect(self._pull)
        self._arrange()
        self._connect()
        self.follow_themes(themes)

    @property
    def moment(self) -> RaceMoment | None:
        """What is on show."""
        return self._moment

    @property
    def data_name(self) -> str:
        """The name of the data set that is raced on."""
        return self.plan_bar.choice.data

    @property
    def is_training(self) -> bool:
        """Whether the contenders are in training."""
        return self._training

    @property
    def problem(self) -> str:
        """Why nothing can be raced; "" where all is well."""
        return self._problem.text()

    def picture(self) -> OffscreenPicture | None:
        """All contenders and their curves as they are now, for paper; None while there is no race."""
        moment = self._moment
        if moment is None:
            return None
        titles = contender_titles(self._projects)  # in the language in force, which may be that of a report
        texts = {name: (titles[name], panel.texts()[1]) for name, panel in self.panels.items()}
        look = Look(self._notation, self.curves.chart.is_logarithmic, self.paths.printed())
        return race_picture(self.tr("Compare"), moment, texts, titles, look)

    def caption(self) -> str | None:
        """What is raced, on which data, and how it stands; None before the first pass."""
        moment, choice = self._moment, self.plan_bar.choice
        if moment is None or moment.epoch == 0:
            return None
        race, data = race_title(choice.race), self.plan_bar.data_title()
        return f"{race}, {data}. {standing(moment, contender_titles(self._projects))}."

    def state(self) -> RaceChoice:
        """What is raced, for `restore`; the training itself is not kept."""
        return self.plan_bar.choice

    def facts(self) -> dict[str, object]:
        """How long the contenders have trained, on what, and into how many parts one hidden layer cuts its region."""
        moment = self._moment
        networks = {} if moment is None else {network.name: network for network in moment.contenders}
        shape = networks[ONE_HIDDEN].shape if ONE_HIDDEN in networks else None
        return {
            "comparison.epochs": moment.epoch if moment is not None else 0,
            "comparison.counterexample": self.data_name == ISLANDS,
            "comparison.parts": shape.parts if shape is not None else 0,
        }

    def restore(self, choice: RaceChoice) -> None:
        """Race as `choice` says, from its start, at rest."""
        self._set_training(False)
        self.plan_bar.show_choice(choice)
        self._begin(anew=True)

    def train(self) -> None:
        """Train all contenders, or pause."""
        self._set_training(not self._training)

    def step(self) -> None:
        """One pass for every contender, at rest before and after."""
        self._set_training(False)
        if not self.problem:
            self._worker.step()

    def reset(self) -> None:
        """Back to epoch 0, at rest."""
        self._set_training(False)
        self._begin(anew=True)

    def show_counterexample(self) -> None:
        """Train on two islands, which one hidden layer of sigmoid units learns."""
        setup = COUNTEREXAMPLE
        self.restore(RaceChoice(DEPTH, ISLANDS, setup.units, setup.seed, setup.learning_rate))
        self._set_training(True)

    def follow_project(self) -> None:
        """Take up what the project has become, if it is raced."""
        if self.isVisible():
            self.plan_bar.follow_project()
            self._begin()

    def close_down(self) -> None:
        """End the thread; nothing is raced any more."""
        self._timer.stop()
        self._worker.close()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Compare"))
        self.plan_bar.retranslate()
        self.controls.retranslate()
        self._note.setText(
            self.tr(
                "Slides: the lecture's table, which holds for step units whose outputs are ANDed. Learned: the blue"
                " region, which answers 1; trained sigmoid units also learn dents and several parts."
            )
        )
        self._name_contenders()

    def apply_theme(self, theme: Theme) -> None:
        self.plan_bar.apply_theme(theme)
        self.controls.apply_theme(theme)
        self._name_contenders()
        self.room.share()

    # ------------------------------------------------------------------ making

    def _arrange(self) -> None:
        controls = CardFrame(self)
        inside = QVBoxLayout(controls)
        inside.setContentsMargins(12, 4, 12, 4)
        inside.setSpacing(4)
        inside.addWidget(self.plan_bar)
        inside.addWidget(self.controls)
        self._beside = QWidget(self)
        self._problem.setObjectName("comparison_problem")
        wear(self._problem, tone="wrong")
        self._problem.hide()
        self._note.setObjectName("comparison_note")
        wear(self._note, caption=True)
        for label in (self._problem, self._note):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setContentsMargins(4, 0, 4, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 4)
        layout.setSpacing(6)
        layout.addWidget(controls)
        layout.addWidget(self._problem)
        layout.addWidget(self.room, 1)
        layout.addWidget(self._note)

    def _connect(self) -> None:
        controls, ranking = self.controls, self.ranking
        controls.train_clicked.connect(self.train)
        controls.step_clicked.connect(self.step)
        controls.reset_clicked.connect(self.reset)
        controls.pace_changed.connect(self._worker.set_pace)
        controls.view_chosen.connect(self._on_controls_view_chosen)
        self.plan_bar.edited.connect(self._begin)
        self.plan_bar.counterexample_clicked.connect(self.show_counterexample)
        ranking.goal_edited.connect(self._begin)
        ranking.chosen.connect(self._choose)
        ranking.open_wanted.connect(lambda: self._ask_for_runs(to_open=True))
        ranking.keep_wanted.connect(lambda: self._ask_for_runs(to_open=False))
        self._worker.set_pace(controls.wanted_pace())

    # ------------------------------------------------------------------ the race

    def _begin(self, anew: bool = False) -> None:
        """Hand the plan to the thread, if it is another one or `anew`; training goes on from its start."""
        wanted = self.plan_bar.plan(), self.ranking.wanted_goal()
        if wanted == self._wanted and not anew:
            return
        self._wanted, self._is_half_shown = wanted, False
        self._moment = self._coming = None
        self._worker.begin(*wanted)
        self.paths.forget_place()
        for panel in self.panels.values():
            panel.retranslate()
        self._worker.set_training(self._training)
        self._show_problem("")
        self.curves.chart.hint = self.tr("Preparing …")

    def _set_training(self, training: bool) -> None:
        if training and self.problem:
            return
        self._training = training
        if self._is_half_shown:
            self._show_rest()
        self._worker.set_training(training)
        self.controls.set_training(training)

    def _pull(self) -> None:
        """Take the newest moment; of many contenders, one turn shows regions and curves, the next one all numbers."""
        if self._is_half_shown:
            self._show_rest()
            return
        shot, problem = self._worker.take()
        if problem is not None:
            self._set_training(False)
            self._show_problem(failure_text(problem))
            self.curves.chart.hint = ""
            self._show(None)
        elif shot is not None and self._wanted is not None and shot.moment.plan == self._wanted[0]:
            self._show(shot.moment, shot.drawings)
        if self._training and not self._worker.is_training:  # the last one has arrived
            self._set_training(False)
        runs = self._worker.take_runs()
        if runs is not None:
            self.runs_found.emit(runs)

    def _show(self, moment: RaceMoment | None, drawings: Mapping[str, RegionDrawing] = NO_DRAWINGS) -> None:
        self._coming = moment
        projects = {} if moment is None else {each.name: each.project for each in moment.contenders}
        has_plane = moment is not None and moment.plane is not None
        is_other_race = projects != self._projects or has_plane != self._has_plane
        if is_other_race:
            self._moment, self._projects, self._has_plane = moment, projects, has_plane
            self._make_panels(has_plane)
        for name, panel in self.panels.items():
            panel.show_region(moment, drawings.get(name))
        self.curves.chart.show_moment(moment, self._titles)
        shown = next(iter(self.panels.values()), None) if self.regions.isVisible() else None
        self._worker.set_canvas(None if shown is None else shown.region.canvas)
        self._is_half_shown = True
        if is_other_race or not (self._training and shown is not None and len(self.panels) > _MANY):
            self._show_rest()

    def _show_rest(self) -> None:
        """All numbers, and the paths, of the moment whose regions and curves are on show."""
        self._is_half_shown, moment = False, self._coming
        self._moment = moment
        for panel in self.panels.values():
            panel.show_numbers(moment)
        self.ranking.show_moment(moment, self._titles)
        self.paths.show_moment(moment, self._titles, self._chosen)
        self.controls.show_epoch(moment.epoch if moment is not None else 0)
        self.shown.emit()

    def _make_panels(self, has_plane: bool) -> None:
        """A panel for every contender where there are regions to show; else the curves have the room."""
        names = list(self._projects) if has_plane else []
        if names != list(self.panels):
            self.panels = {name: ContenderPanel(name, self._themes, self._notation, self.regions) for name in names}
            for panel in self.panels.values():
                panel.chosen.connect(self._choose)
            self.regions.show_panels(list(self.panels.values()))
        self.controls.show_plane(has_plane)
        self._choose(next(iter(self._projects), ""))
        self._name_contenders()
        self._share()

    def _share(self) -> None:
        """Regions or paths beside the curves, as chosen."""
        shows_regions = self._has_plane and not self._shows_paths
        self.regions.setVisible(shows_regions)
        self.paths.setVisible(self._shows_paths)
        self._note.setVisible(shows_regions and set(self.panels) <= set(DEPTHS))
        self.room.share()

    def _on_controls_view_chosen(self, view: str) -> None:
        self._shows_paths = view == PATHS
        self._share()
        self.paths.show_moment(self._moment, self._titles, self._chosen)

    def _name_contenders(self) -> None:
        self._titles = contender_titles(self._projects)
        for place, (name, panel) in enumerate(self.panels.items()):
            panel.show_title(self._titles.get(name, ""), contender_colour(place, self._themes.theme))
        self.curves.chart.show_moment(self._coming, self._titles)
        self.ranking.show_moment(self._moment, self._titles)
        self.paths.show_moment(self._moment, self._titles, self._chosen)

    def _choose(self, name: str) -> None:
        self._chosen = name
        self.ranking.choose(name)
        for panel_name, panel in self.panels.items():
            panel.choose(panel_name == name)
        self.paths.show_moment(self._moment, self._titles, name)

    def _ask_for_runs(self, to_open: bool) -> None:
        """The runs of all contenders, or that of the chosen one, from the thread; the race rests meanwhile."""
        names = [self._chosen] if to_open else list(self._projects)
        titles = {name: self._titles[name] for name in names if name in self._titles}
        if titles:
            self._set_training(False)
            when = datetime.now().astimezone().isoformat()
            self._worker.ask_for_runs(RunsWanted(titles, when, to_open))

    def _show_problem(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    # ------------------------------------------------------------------ keys, coming and going

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.plan_bar.follow_project()
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
        elif event.key() == Qt.Key.Key_Right:
            self.step()
        elif event.key() == Qt.Key.Key_Home:
            self.reset()
        else:
            super().keyPressEvent(event)
