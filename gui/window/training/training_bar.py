"""This module defines the bar on top: train, step, reset, speed, and the three live figures."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QToolBar,
    QToolButton,
    QWidget,
)

from engine.spec.plural import filled
from engine.training.snapshot import Snapshot
from gui.toolkit.icons import icon
from gui.toolkit.labels.cover import Cover
from gui.toolkit.labels.steady_label import SteadyLabel
from gui.toolkit.look import put_on, wear
from gui.toolkit.services.actions import Actions
from gui.toolkit.services.hidden_answer import HiddenAnswer
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.window.training.speed import DEFAULT_POSITION, UNLIMITED_POSITION, epochs_per_second
from gui.words.number_text import four_figures, grouped

_ICON_AND_TEXT = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
_ICON_ONLY = Qt.ToolButtonStyle.ToolButtonIconOnly
_RIGHT = Qt.AlignmentFlag.AlignRight
_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
ICON_GAP, _BESIDE = 12, 6
_SHARE_ON_STAGE = 0.66
"""Of the window's width, at most; the timeline has the rest, and messages over it."""
_STEPS, _OFF_STAGE = ("step_epoch", "step_sample", "reset", "new_start"), ("reset", "new_start")
_LONG_FIGURES = {"epoch": "5,000,000", "error": "0.0001234", "accuracy": "200/200", "test": "99.9 %", "slide": "12/12"}


class TrainingBar(View, QToolBar):
    """Buttons of the training actions, the speed slider, epoch, error and right ones."""

    speed_changed = Signal(object)  # epochs per second, None = unlimited

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("training_bar")
        self.setMovable(False)
        self.setToolButtonStyle(_ICON_AND_TEXT)
        self._train = actions["train"]
        self._training = self._preparing = False
        self._answer = HiddenAnswer()
        self._is_scaled = False
        self._theme: Theme | None = None
        self._on_stage = False
        self._actions_off_stage = [actions[name] for name in _OFF_STAGE]
        self._separator = self.addSeparator()
        for name in ("train", *_STEPS):
            self._add_button(actions[name])
        wear(self._button(self._train), primary=True)
        self._add_speed()
        self._add_spacer()
        self._captions: dict[str, QLabel] = {}
        self._boxes: dict[str, QAction] = {}
        self.epoch_label = self._add_figure("epoch")
        self.error_label = self._add_figure("error")
        self.accuracy_label = self._add_figure("accuracy")
        self.test_label = self._add_figure("test")
        self.slide_label = self._add_figure("slide")
        self._show_test(None)
        self.show_slide("")
        self.retranslate()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setIconSize(QSize(theme.px(18), theme.px(18)))
        self.speed.setFixedWidth(110)
        self._speed_caption.setVisible(not theme.on_stage)
        self._speed_value.setMinimumWidth(theme.px(92))
        for name, text in _LONG_FIGURES.items():  # room from the start, so that nothing moves while numbers grow
            label: QLabel = getattr(self, f"{name}_label")
            label.ensurePolished()
            label.setMinimumWidth(label.fontMetrics().horizontalAdvance(text) + 2)
        self._show_train_state()
        self._fit_train_button()
        self.fit_words()

    @property
    def figures(self) -> tuple[QLabel, ...]:
        """What the numbers of the run stand in."""
        return self.epoch_label, self.error_label, self.accuracy_label, self.test_label, self.slide_label

    def show_snapshot(self, snapshot: Snapshot, n_samples: int) -> None:
        """Show the figures of `snapshot`; each label's `value` property holds the exact number.

        n_samples: of the training set now; when all are taken out, the last moment's figures tell of none of them.
        """
        self._show(self.epoch_label, grouped(snapshot.epoch), snapshot.epoch)
        if n_samples:
            self._show(self.error_label, four_figures(snapshot.loss_sum), snapshot.loss_sum)
        else:
            self._show(self.error_label, "–", None)
        if snapshot.n_right is None or not n_samples:
            self._show(self.accuracy_label, "–", None)
        else:
            self._show(
                self.accuracy_label, f"{grouped(snapshot.n_right)}/{grouped(snapshot.n_samples)}", snapshot.accuracy
            )
        self._show_test(snapshot.test_accuracy)

    def set_scaled(self, is_scaled: bool) -> None:
        """Whether the error is that of scaled targets, which its hint says then."""
        if is_scaled != self._is_scaled:
            self._is_scaled = is_scaled
            self.retranslate()

    def set_training(self, training: bool, preparing: bool = False) -> None:
        """Whether the button offers Pause or Train; or says that training is ordered, and why it has not begun."""
        self._training, self._preparing = training, preparing
        self._show_train_state()
        self._fit_train_button()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Training"))
        self._speed_caption.setText(self.tr("Speed"))
        self.speed.setAccessibleName(self.tr("Speed"))
        self.speed.setToolTip(self.tr("How fast to train: slow motion on the left, unlimited on the right"))
        captions = {
            "epoch": self.tr("epoch"),
            "error": self.tr("error (sum)"),
            "accuracy": self.tr("right"),
            "test": self.tr("test right"),
            "slide": self.tr("slide"),
        }
        hints = {
            "epoch": self.tr("Passes over the training set"),
            "error": self.tr("Sum of the samples' errors over the training set, in the units of the scaled targets")
            if self._is_scaled
            else self.tr("Sum of the samples' errors over the training set"),
            "accuracy": self.tr("Training samples on the right side of the threshold"),
            "test": self.tr("Share of the test samples, which are never trained on, that are right"),
            "slide": self.tr("The slide on show, of how many; Page Down and Page Up lead on and back"),
        }
        for name, caption in self._captions.items():
            caption.setText(captions[name])
            label: QLabel = getattr(self, f"{name}_label")
            label.setToolTip(hints[name])
            self._name_figure(label)
        for button in (self._button(self._train), *self._step_buttons):
            button.setAccessibleName(button.defaultAction().iconText())
        self._show_speed(self.speed.value())
        self._show_train_state()
        self._fit_train_button()
        self.fit_words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit_words()
        super().resizeEvent(event)

    def _fit_train_button(self) -> None:
        """As wide as the longer of its two words, so that nothing beside it moves when they change."""
        button = self._button(self._train)
        button.setMinimumWidth(0)
        button.ensurePolished()
        words = [self.tr("Pause"), self.tr("Train"), self._train.iconText()]
        widths = [button.fontMetrics().horizontalAdvance(word) for word in words]
        now = button.fontMetrics().horizontalAdvance(self._train.iconText())
        button.setMinimumWidth(button.sizeHint().width() + max(widths) - now)

    def fit_words(self) -> None:
        """The words on the step buttons give way before the figures have to, or on stage the timeline beside them."""
        needed = self.sizeHint().width()
        if self._step_buttons[0].toolButtonStyle() == _ICON_ONLY:
            words = [button.defaultAction().iconText() for button in self._step_buttons]
            needed += sum(self.fontMetrics().horizontalAdvance(word) + ICON_GAP for word in words)
        if not (self._on_stage or self._speed_box.isVisible()):
            needed += self._slider_width()
        room = round(_SHARE_ON_STAGE * self.window().width()) if self._on_stage else self.width()
        style = _ICON_AND_TEXT if needed <= room else _ICON_ONLY
        for button in self._step_buttons:
            button.setToolButtonStyle(style)
        if not self._on_stage:
            self._fit_speed()

    def _fit_speed(self) -> None:
        """Then the speed in numbers, which the slider shows as well."""
        needed = self.sizeHint().width()
        if self._speed_value.isHidden():
            needed += max(self._speed_value.sizeHint().width(), self._speed_value.minimumWidth()) + 8
        self._speed_value.setHidden(needed > self.width() and self.isVisible())
        self._fit_slider()

    def _fit_slider(self) -> None:
        """At last the slider: the menu has its commands as well, but the figures stand here alone."""
        needed = self.sizeHint().width()
        if not self._speed_box.isVisible():
            needed += self._slider_width()
        has_room = needed <= self.width() or not self.isVisible()
        if self._speed_box.isVisible() != has_room:
            self._speed_box.setVisible(has_room)

    def _slider_width(self) -> int:
        return self.widgetForAction(self._speed_box).sizeHint().width() + 8

    def _button(self, action: QAction) -> QToolButton:
        button = self.widgetForAction(action)
        assert isinstance(button, QToolButton)
        return button

    def _add_button(self, action: QAction) -> None:
        """In front of the separator."""
        self.insertAction(self._separator, action)
        button = self._button(action)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setObjectName(f"button_{action.objectName().removeprefix('action_')}")
        button.setAccessibleName(action.iconText())

    @property
    def _step_buttons(self) -> list[QToolButton]:
        """Those beside Train."""
        actions = self.actions()
        return [self._button(action) for action in actions[1 : actions.index(self._separator)]]

    def be_slim(self, on: bool) -> None:
        """Take, with the next style sheet, as little height as the buttons need."""
        put_on(self, slim=on)

    def set_on_stage(self, on: bool) -> None:
        """One slim line of what a lecture needs: train, step, and the figures with their captions beside them."""
        self._on_stage = on
        for action in self._actions_off_stage:
            if on:
                self.removeAction(action)
            else:
                self._add_button(action)
        for part in (self._separator, self._spacer, self._speed_box):
            part.setVisible(not on)
        for label in self._captions.values():
            layout = label.parentWidget().layout()  # type: ignore[union-attr]
            assert isinstance(layout, QBoxLayout)
            beside, below = QBoxLayout.Direction.RightToLeft, QBoxLayout.Direction.TopToBottom
            layout.setDirection(beside if on else below)
            layout.setSpacing(_BESIDE if on else 0)
            label.setAlignment(_MIDDLE if on else _RIGHT)
        for name in self._captions:
            getattr(self, f"{name}_label").setAlignment(_MIDDLE if on else _RIGHT)
        self.fit_words()

    def _add_speed(self) -> None:
        box = QWidget(self)
        box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._speed_caption = QLabel(box)
        wear(self._speed_caption, caption=True)
        self.speed = QSlider(Qt.Orientation.Horizontal, box)
        self.speed.setObjectName("speed")
        self.speed.setRange(0, UNLIMITED_POSITION)
        self.speed.setPageStep(3)
        self.speed.setValue(DEFAULT_POSITION)
        self.speed.valueChanged.connect(self._on_speed_changed)
        self._speed_value = QLabel(box)
        layout = QHBoxLayout(box)
        layout.setContentsMargins(4, 0, 4, 0)
        layout.setSpacing(8)
        for widget in (self._speed_caption, self.speed, self._speed_value):
            layout.addWidget(widget)
        self._speed_box = self.addWidget(box)

    def _add_spacer(self) -> None:
        spacer = QWidget(self)
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._spacer = self.addWidget(spacer)

    def _add_figure(self, name: str) -> SteadyLabel:
        box = QFrame(self)
        caption = QLabel(box)
        wear(caption, caption=True)
        caption.setAlignment(_RIGHT)
        value = SteadyLabel("–", box)
        value.setObjectName(f"{name}_label")
        wear(value, figure=True)
        value.setAlignment(_RIGHT)
        layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, box)
        layout.setContentsMargins(5, 0, 5, 0)
        layout.setSpacing(0)
        layout.addWidget(value)
        layout.addWidget(caption)
        self._boxes[name] = self.addWidget(box)
        self._captions[name] = caption
        return value

    def _show(self, label: QLabel, text: str, value: object) -> None:
        label.setProperty("value", value)
        if label.text() != text:
            is_wider = len(text) > len(label.text())
            label.setText(text)
            self._name_figure(label)
            if is_wider and (box := label.parentWidget()) is not None:
                box.updateGeometry()  # else the bar goes by how wide it was before
                self.fit_words()

    def _name_figure(self, label: QLabel) -> None:
        """A screen reader says the accessible name alone, so it holds the number as well."""
        caption = self._captions[label.objectName().removesuffix("_label")]
        is_hidden = self._answer.is_on and label in (self.accuracy_label, self.test_label)
        shown = self.tr("hidden") if is_hidden else label.text()
        label.setAccessibleName(f"{caption.text()} {shown}")

    def cover_as(self, answer: HiddenAnswer, themes: ThemeManager) -> None:
        """Cover how many are right while `answer` is hidden."""
        self._answer = answer
        for label in (self.accuracy_label, self.test_label):
            Cover(label, answer, themes)
        answer.changed.connect(self._on_answer_changed)

    def _on_answer_changed(self) -> None:
        for label in (self.accuracy_label, self.test_label):
            self._name_figure(label)

    def figures_sentence(self) -> str:
        """The figures on show, one after the other."""
        labels = [self.epoch_label, self.error_label, self.accuracy_label, self.test_label]
        return ", ".join(label.accessibleName() for label in labels if label.property("value") is not None)

    def _show_test(self, share: float | None) -> None:
        """The test rate stands beside the training figure only while there is one."""
        text = "–" if share is None else f"{100 * share:.1f}".removesuffix(".0") + " %"
        self._show(self.test_label, text, share)
        self._show_box("test", share is not None)

    def show_slide(self, place: str) -> None:
        """Show which slide of how many is on show, such as "3/12"; "" for none."""
        self._show(self.slide_label, place or "–", place or None)
        self._show_box("slide", bool(place))

    def _show_box(self, name: str, is_there: bool) -> None:
        if self._boxes[name].isVisible() != is_there:
            self._boxes[name].setVisible(is_there)
            self.fit_words()

    def _on_speed_changed(self, position: int) -> None:
        self._show_speed(position)
        self.speed_changed.emit(epochs_per_second(position))

    def _show_speed(self, position: int) -> None:
        speed = epochs_per_second(position)
        if speed is None:
            text = self.tr("unlimited")
        else:
            text = filled(self.tr("{speed} epochs/s"), speed=grouped(round(speed)) if speed >= 1 else f"{speed:.1f}")
        self._speed_value.setText(text)

    def _show_train_state(self) -> None:
        self._train.setChecked(self._training)
        running = self.tr("Preparing …") if self._preparing else self.tr("Pause")
        self._train.setIconText(running if self._training else self.tr("Train"))
        self._button(self._train).setAccessibleName(self._train.iconText())
        if self._theme is not None:
            name = "pause" if self._training else "play"
            self._train.setIcon(icon(name, self._theme, self._theme.accent_text))
