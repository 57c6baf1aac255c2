"""The controls of the comparison: what is compared, and how fast."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QSlider, QToolButton, QWidget

from engine.data.datasets import DatasetSpec
from engine.project.comparison import MOST_UNITS, ComparisonSetup
from engine.spec.plural import filled
from engine.spec.value_checks import LARGEST_SEED
from gui.toolkit.entries.choice_box import ChoiceBox
from gui.toolkit.entries.count_box import CountBox
from gui.toolkit.entries.number_box import NumberBox
from gui.toolkit.icons import icon
from gui.toolkit.theme import Theme
from gui.words.number_text import grouped

SPEEDS = (5, 10, 20, 50, 100, 200, 500, 1_000, 2_000)
DEFAULT_SPEED = SPEEDS.index(200)  # XOR takes its shape within some five seconds


class ComparisonControls(QWidget):
    """Announces what a person changes; the page says what is shown."""

    setup_edited = Signal()
    data_chosen = Signal(str)
    speed_changed = Signal(object)  # epochs a second, None = unlimited
    train_clicked = Signal()
    reset_clicked = Signal()
    counterexample_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparison_controls")
        self._training = False
        self._theme: Theme | None = None
        self.train, self.reset, self.counterexample = (
            self._button(name) for name in ("train", "reset", "counterexample")
        )
        self.train.setProperty("primary", True)
        self.data = ChoiceBox(self)
        self.units = CountBox(1, MOST_UNITS, parent=self)
        self.seed = CountBox(0, LARGEST_SEED, parent=self)
        self.rate = NumberBox(0.0001, 10.0, parent=self)
        self.speed = QSlider(Qt.Orientation.Horizontal, self)
        self.speed.setRange(0, len(SPEEDS))
        self.speed.setValue(DEFAULT_SPEED)
        self.epoch = QLabel("0", self)
        self.epoch.setProperty("figure", True)
        for name in ("data", "units", "seed", "rate", "speed", "epoch"):
            getattr(self, name).setObjectName(f"comparison_{name}")
        self._captions = {name: QLabel(self) for name in ("speed", "epoch", "data", "units", "rate", "seed")}
        self._speed_text = QLabel(self)
        self._arrange()
        self._connect()

    def setup(self, data: DatasetSpec) -> ComparisonSetup:
        """What the fields say, for `data`."""
        return ComparisonSetup(data, self.units.value(), self.seed.value(), self.rate.value())

    def show_setup(self, setup: ComparisonSetup) -> None:
        """Put units, seed and rate of `setup` into the fields, without announcing it."""
        self.units.show_number(setup.units)
        self.seed.show_number(setup.seed)
        self.rate.show_number(setup.learning_rate)

    def epochs_per_second(self) -> float | None:
        """The chosen speed; None is unlimited."""
        return None if self.speed.value() == len(SPEEDS) else float(SPEEDS[self.speed.value()])

    def show_epoch(self, epoch: int) -> None:
        """Show how many passes have been made."""
        self.epoch.setText(grouped(epoch))
        self.epoch.setProperty("value", epoch)

    def set_training(self, training: bool) -> None:
        """Whether the button offers Pause or Train."""
        self._training = training
        self.train.setText(self.tr("Pause") if training else self.tr("Train"))
        self.train.setAccessibleName(self.train.text())
        if self._theme is not None:
            self.train.setIcon(icon("pause" if training else "play", self._theme, self._theme.accent_text))

    def apply_theme(self, theme: Theme) -> None:
        """Icons and sizes at the theme's scale."""
        self._theme = theme
        self.reset.setIcon(icon("reset", theme))
        for button in (self.train, self.reset, self.counterexample):
            button.setIconSize(QSize(theme.px(16), theme.px(16)))
        for box in (self.units, self.seed, self.rate):
            box.setMaximumWidth(theme.px(96))
        self.data.setMinimumWidth(theme.px(170))
        self.speed.setFixedWidth(theme.px(110))
        self._speed_text.setMinimumWidth(theme.px(92))
        self.epoch.setMinimumWidth(theme.px(90))
        self.set_training(self._training)

    def retranslate(self, choices: Sequence[tuple[str, str]]) -> None:
        """Put all texts into the language in force; `choices` are the data sets with their titles."""
        self.data.offer(choices)
        texts = {
            "speed": (self.tr("Speed"), self.tr("How fast to train: slow motion on the left, unlimited on the right")),
            "epoch": (self.tr("epoch"), self.tr("Passes over the data that every network has made")),
            "data": (self.tr("Data"), self.tr("What all networks learn: this project's data, or another set")),
            "units": (self.tr("Units a layer"), self.tr("Units in every hidden layer")),
            "rate": (self.tr("Learning rate"), self.tr("The same for all networks (Adam, the whole set at a time)")),
            "seed": (self.tr("Seed"), self.tr("Draws the start weights of all networks")),
        }
        for name, (text, hint) in texts.items():
            self._captions[name].setText(text)
            control: QWidget = getattr(self, name)
            control.setAccessibleName(text)
            control.setToolTip(hint)
        self.train.setToolTip(self.tr("Train all networks together, or pause (Space)"))
        self.reset.setText(self.tr("Reset"))
        self.reset.setToolTip(self.tr("Back to the same start, epoch 0 (Home)"))
        self.counterexample.setText(self.tr("Counterexample"))
        self.counterexample.setToolTip(
            self.tr("Two islands: one hidden layer of sigmoid units learns a region that is not convex")
        )
        for button in (self.reset, self.counterexample):
            button.setAccessibleName(button.text())
        self.set_training(self._training)
        self._show_speed()

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"comparison_{name}_button")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setMinimumHeight(28)
        return button

    def _arrange(self) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        for line in (above, below):
            line.setSpacing(6)
        above.addWidget(self.train)
        above.addWidget(self.reset)
        above.addSpacing(12)
        for widget in (self._captions["speed"], self.speed, self._speed_text):
            above.addWidget(widget)
        above.addStretch(1)
        above.addWidget(self.counterexample)
        above.addSpacing(12)
        above.addWidget(self.epoch)
        above.addWidget(self._captions["epoch"])
        for name in ("data", "units", "rate", "seed"):
            control: QWidget = getattr(self, name)
            control.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            self._captions[name].setBuddy(control)
            below.addWidget(self._captions[name])
            below.addWidget(control)
            below.addSpacing(12)
        below.addStretch(1)
        self.epoch.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for caption in self._captions.values():
            caption.setProperty("caption", True)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 4, 12, 4)
        grid.setVerticalSpacing(4)
        grid.addLayout(above, 0, 0)
        grid.addLayout(below, 1, 0)

    def _connect(self) -> None:
        self.train.clicked.connect(self.train_clicked)
        self.reset.clicked.connect(self.reset_clicked)
        self.counterexample.clicked.connect(self.counterexample_clicked)
        self.data.chosen.connect(lambda name: self.data_chosen.emit(str(name)))
        for box in (self.units, self.seed, self.rate):
            box.valueChanged.connect(lambda _value: self.setup_edited.emit())
        self.speed.valueChanged.connect(self._on_speed_changed)

    def _on_speed_changed(self) -> None:
        self._show_speed()
        self.speed_changed.emit(self.epochs_per_second())

    def _show_speed(self) -> None:
        speed = self.epochs_per_second()
        text = self.tr("unlimited") if speed is None else filled(self.tr("{count} epochs/s"), count=round(speed))
        self._speed_text.setText(text)
