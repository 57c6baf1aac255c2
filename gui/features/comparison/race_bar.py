"""The controls that drive the race: train, step, reset, how fast, and in step or for the same time."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QToolButton, QWidget

from engine.spec.plural import filled
from gui.features.comparison.worker import Pace
from gui.toolkit.buttons import name_button
from gui.toolkit.entries.segments import Segments
from gui.toolkit.flow_layout import FlowLayout
from gui.toolkit.icons import icon
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme
from gui.words.number_text import grouped

SPEEDS = (5, 10, 20, 50, 100, 200, 500, 1_000, 2_000)
DEFAULT_SPEED = SPEEDS.index(200)  # XOR takes its shape within some five seconds
IN_STEP, SAME_TIME = "in_step", "same_time"
REGIONS, PATHS = "regions", "paths"


class RaceBar(QWidget):
    """Announces what a person wants; the page says what is shown."""

    pace_changed = Signal(object)  # Pace
    train_clicked = Signal()
    step_clicked = Signal()
    reset_clicked = Signal()
    view_chosen = Signal(str)  # REGIONS or PATHS

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparison_controls")
        self._training, self._has_plane = False, True
        self._theme: Theme | None = None
        self.train, self.step, self.reset = (self._button(name) for name in ("train", "step", "reset"))
        wear(self.train, primary=True)
        self.speed = QSlider(Qt.Orientation.Horizontal, self)
        self.speed.setObjectName("comparison_speed")
        self.speed.setRange(0, len(SPEEDS))
        self.speed.setValue(DEFAULT_SPEED)
        self.pace = Segments((IN_STEP, SAME_TIME), "comparison_pace_", self)
        self.pace.setObjectName("comparison_pace")
        self.pace.show_chosen(IN_STEP)
        self._in_step = True
        self.view = Segments((REGIONS, PATHS), "comparison_view_", self)
        self.view.setObjectName("comparison_view")
        self.view.show_chosen(REGIONS)
        self.epoch = QLabel("0", self)
        self.epoch.setObjectName("comparison_epoch")
        wear(self.epoch, figure=True)
        self._captions = {name: QLabel(self) for name in ("speed", "epoch")}
        self._speed_text = QLabel(self)
        self._arrange()
        self.train.clicked.connect(self.train_clicked)
        self.step.clicked.connect(self.step_clicked)
        self.reset.clicked.connect(self.reset_clicked)
        self.speed.valueChanged.connect(lambda _value: self._on_pace_changed())
        self.pace.chosen.connect(self._on_pace_chosen)
        self.view.chosen.connect(self.view_chosen)

    def wanted_pace(self) -> Pace:
        """What speed and segments say."""
        unlimited = self.speed.value() == len(SPEEDS)
        return Pace(None if unlimited else float(SPEEDS[self.speed.value()]), self._in_step)

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
        self.step.setIcon(icon("step_epoch", theme))
        for button in (self.train, self.step, self.reset):
            button.setIconSize(QSize(theme.px(16), theme.px(16)))
        self.speed.setFixedWidth(theme.px(100))
        self._speed_text.setMinimumWidth(theme.px(92))
        self.epoch.setMinimumWidth(theme.px(70))
        self.set_training(self._training)

    def retranslate(self) -> None:
        """Put all texts into the language in force."""
        speed, epoch = self.tr("Speed"), self.tr("epoch")
        for caption, text in zip(self._captions.values(), (speed, epoch), strict=True):
            caption.setText(text)
        self.speed.setAccessibleName(speed)
        self.speed.setToolTip(self.tr("How fast to train: slow motion on the left, unlimited on the right"))
        self.epoch.setAccessibleName(epoch)
        self.epoch.setToolTip(self.tr("Passes over the data that the furthest contender has made"))
        self.train.setToolTip(self.tr("Train all contenders together, or pause (Space)"))
        name_button(self.step, self.tr("Step"), self.tr("One pass over the data for every contender (Right)"))
        name_button(self.reset, self.tr("Reset"), self.tr("Back to the same start, epoch 0 (Home)"))
        self.pace.set_words(IN_STEP, self.tr("In step"), self.tr("All make the same number of passes"))
        self.pace.set_words(
            SAME_TIME,
            self.tr("Same time"),
            self.tr("At full speed: all compute for the same time, and make as many passes as that allows"),
        )
        self.show_plane(self._has_plane)
        self.view.set_words(
            PATHS,
            self.tr("Paths"),
            self.tr("The ways of all contenders through the weights, on the error surface that they share"),
        )
        self.set_training(self._training)
        self._show_speed()

    def show_plane(self, has_plane: bool) -> None:
        """Whether there are regions to show, or the curves alone."""
        self._has_plane = has_plane
        regions = self.tr("Regions"), self.tr("Each contender's decision region")
        curves = self.tr("Curves"), self.tr("The error curves of all contenders")
        self.view.set_words(REGIONS, *(regions if has_plane else curves))

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"comparison_{name}_button")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setMinimumHeight(28)
        return button

    def _arrange(self) -> None:
        row = FlowLayout(self, spacing=8)
        for button in (self.train, self.step, self.reset, self.pace):
            row.addWidget(button)
        for group in ((self._captions["speed"], self.speed, self._speed_text), (self.epoch, self._captions["epoch"])):
            together = QWidget(self)
            inside = QHBoxLayout(together)
            inside.setContentsMargins(0, 0, 0, 0)
            for widget in group:
                inside.addWidget(widget)
            row.addWidget(together)
        row.addWidget(self.view)
        self.epoch.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for caption in self._captions.values():
            wear(caption, caption=True)

    def _on_pace_chosen(self, name: str) -> None:
        self._in_step = name == IN_STEP
        for widget in (self._captions["speed"], self.speed, self._speed_text):
            widget.setEnabled(self._in_step)  # with the same time, there is no other speed than the full one
        self._on_pace_changed()

    def _on_pace_changed(self) -> None:
        self._show_speed()
        self.pace_changed.emit(self.wanted_pace())

    def _show_speed(self) -> None:
        speed = self.wanted_pace().speed
        text = self.tr("unlimited") if speed is None else filled(self.tr("{count} epochs/s"), count=round(speed))
        self._speed_text.setText(text)
