"""The controls that say what is raced: which race, on which data, which setting with which values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from engine.data.datasets import DatasetSpec
from engine.project.project import Project
from engine.project.race.classics import CLASSICS, ClassicPlan
from engine.project.race.depth import MOST_UNITS, DepthPlan
from engine.project.race.race import RacePlan
from engine.project.race.varied import VariedPlan
from engine.project.variables import VARIABLES, at_its_start, variables_of
from engine.spec.value_checks import LARGEST_SEED
from gui.features.comparison.race_choice import DEPTH, OWN, OWN_PROJECT, RaceChoice
from gui.features.comparison.race_words import race_hint, race_title, value_title
from gui.features.comparison.value_entry import ValueEntry
from gui.toolkit.buttons import name_button
from gui.toolkit.entries.choice_box import ChoiceBox
from gui.toolkit.entries.count_box import CountBox
from gui.toolkit.entries.number_box import NumberBox
from gui.toolkit.flow_layout import FlowLayout
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme
from gui.words.setting_words import varied_title

RACES = (OWN_PROJECT, DEPTH, *CLASSICS)


class PlanBar(QWidget):
    """`edited`: something else is to be raced.

    project: the project on screen; choices: the data sets on offer, with their titles; recipe: from a name to the set.
    """

    edited = Signal()
    counterexample_clicked = Signal()

    def __init__(
        self,
        project: Callable[[], Project],
        choices: Callable[[], Sequence[tuple[str, str]]],
        recipe: Callable[[str], DatasetSpec],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("comparison_plan")
        self._project, self._choices, self._recipe = project, choices, recipe
        self._choice = RaceChoice()
        self.race, self.data, self.setting = ChoiceBox(self), ChoiceBox(self), ChoiceBox(self)
        self.units = CountBox(1, MOST_UNITS, parent=self)
        self.seed = CountBox(0, LARGEST_SEED, parent=self)
        self.rate = NumberBox(0.0001, 10.0, parent=self)
        self.values = ValueEntry(value_title, self)
        for name in ("race", "data", "setting", "units", "rate", "seed"):
            getattr(self, name).setObjectName(f"comparison_{name}")
        self.counterexample = QToolButton(self)
        self.counterexample.setObjectName("comparison_counterexample_button")
        self.counterexample.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.counterexample.setMinimumHeight(28)
        self._captions = {name: QLabel(self) for name in ("race", "data", "setting", "values", "units", "rate", "seed")}
        self._pairs = {name: QWidget(self) for name in self._captions}
        self._arrange()
        self._connect()

    @property
    def choice(self) -> RaceChoice:
        """What is chosen."""
        return self._choice

    def data_title(self) -> str:
        """The name of the data that are raced on, in the language in force."""
        choice = self._choice
        return dict(self._choices())[OWN if choice.race == OWN_PROJECT else choice.data]

    def show_choice(self, choice: RaceChoice) -> None:
        """Show what is chosen, announcing nothing."""
        self._choice = choice
        self.race.show_name(choice.race)
        self.data.show_name(choice.data)
        self.units.show_number(choice.units)
        self.seed.show_number(choice.seed)
        self.rate.show_number(choice.learning_rate)
        self._show_setting()
        self._show_what_counts()

    def follow_project(self) -> None:
        """Offer what can be varied in the project as it is now."""
        if self._choice.race == OWN_PROJECT:
            self._show_setting()

    def plan(self) -> RacePlan:
        """What is to be raced."""
        choice = self._choice
        if choice.race == OWN_PROJECT:
            return VariedPlan(at_its_start(self._project()), self._setting(), self.values.values)
        data = self._recipe(choice.data)
        if choice.race == DEPTH:
            return DepthPlan(data, choice.units, choice.seed, choice.learning_rate)
        return ClassicPlan(choice.race, data, self.values.values, choice.seed)

    def apply_theme(self, theme: Theme) -> None:
        """Sizes at the theme's scale."""
        for box in (self.units, self.seed, self.rate):
            box.setMaximumWidth(theme.px(100))
        self.race.setMinimumWidth(theme.px(200))
        self.data.setMinimumWidth(theme.px(140))
        self.setting.setMinimumWidth(theme.px(150))
        self.values.setFixedWidth(theme.px(320))
        self.values.setFixedHeight(max(theme.px(28), 28))

    def retranslate(self) -> None:
        """Put all texts into the language in force."""
        self.race.offer([(name, race_title(name)) for name in RACES])
        self.race.explain({name: race_hint(name) for name in RACES})
        self.data.offer(self._choices())
        texts = {
            "race": (self.tr("Race"), self.tr("What is raced: this project with one setting varied, or a classic")),
            "data": (self.tr("Data"), self.tr("What all contenders learn: this project's data, or another set")),
            "setting": (self.tr("Vary"), self.tr("The setting in which the contenders differ")),
            "values": (
                self.tr("Values"),
                self.tr("One contender for each, two to nine, with commas between them; batch size 0 is the whole set"),
            ),
            "units": (self.tr("Units a layer"), self.tr("Units in every hidden layer")),
            "rate": (self.tr("Learning rate"), self.tr("The same for all contenders (Adam, the whole set at a time)")),
            "seed": (self.tr("Seed"), self.tr("Draws the start weights of all contenders")),
        }
        for name, (text, hint) in texts.items():
            self._captions[name].setText(text)
            control: QWidget = getattr(self, name)
            control.setAccessibleName(text)
            control.setToolTip(hint)
        self.values.set_words(*texts["values"])
        name_button(
            self.counterexample,
            self.tr("Counterexample"),
            self.tr("Two islands: one hidden layer of sigmoid units learns a region that is not convex"),
        )
        self.show_choice(self._choice)

    def _arrange(self) -> None:
        row = FlowLayout(self, spacing=6)
        for name, caption in self._captions.items():
            control: QWidget = getattr(self, name)
            caption.setBuddy(control)
            wear(caption, caption=True)
            pair = QHBoxLayout(self._pairs[name])
            pair.setContentsMargins(0, 0, 6, 0)
            pair.setSpacing(6)
            pair.addWidget(caption)
            pair.addWidget(control)
            row.addWidget(self._pairs[name])
        row.addWidget(self.counterexample)

    def _connect(self) -> None:
        self.race.chosen.connect(lambda name: self._edit(race=str(name), values=(), **self._usual_data(str(name))))
        self.data.chosen.connect(lambda name: self._edit(data=str(name)))
        self.setting.chosen.connect(lambda name: self._edit(setting=str(name), values=()))
        self.units.valueChanged.connect(lambda value: self._edit(units=value))
        self.seed.valueChanged.connect(lambda value: self._edit(seed=value))
        self.rate.valueChanged.connect(lambda value: self._edit(learning_rate=value))
        self.values.edited.connect(lambda: self._edit(values=self.values.values))
        self.counterexample.clicked.connect(self.counterexample_clicked)

    def _usual_data(self, race: str) -> dict[str, str]:
        return {"data": CLASSICS[race].data} if race in CLASSICS else {}

    def _edit(self, **changes: object) -> None:
        self.show_choice(replace(self._choice, **changes))  # type: ignore[arg-type]
        self.edited.emit()

    def _setting(self) -> str:
        """The setting that is varied: of the project the chosen one, or the first where that makes no sense now."""
        if self._choice.race in CLASSICS:
            return CLASSICS[self._choice.race].setting
        offered = variables_of(self._project())
        return self._choice.setting if self._choice.setting in offered else offered[0]

    def _show_setting(self) -> None:
        choice = self._choice
        if choice.race == DEPTH:
            return
        project, name = self._project(), self._setting()
        if choice.race == OWN_PROJECT:
            self.setting.offer([(each, varied_title(each)) for each in variables_of(project)])
            self.setting.show_name(name)
            usual = VARIABLES[name].usual(project)
        else:
            usual = CLASSICS[choice.race].values
        self.values.show_values(VARIABLES[name], choice.values or usual)

    def _show_what_counts(self) -> None:
        race = self._choice.race
        shown = {
            "race": True,
            "data": race != OWN_PROJECT,
            "setting": race == OWN_PROJECT,
            "values": race != DEPTH,
            "units": race == DEPTH,
            "rate": race == DEPTH,
            "seed": race != OWN_PROJECT,
        }
        for name, is_shown in shown.items():
            self._pairs[name].setVisible(is_shown)
        self.counterexample.setVisible(race == DEPTH)
