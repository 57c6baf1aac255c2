"""The user's control of training: the Train menu, the bar on top, and what is said when a run ends."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QLabel

from engine import warm_up
from engine.analysis.frame import Frame
from gui.features.context import WindowContext
from gui.features.feature import Feature
from gui.toolkit.services.actions import spec
from gui.toolkit.services.screen_reader import announce
from gui.window.notices.edit_notices import EditNotices
from gui.window.training.speed import DEFAULT_POSITION, epochs_per_second
from gui.window.training.training_bar import TrainingBar

TRAIN = (
    spec(
        "train",
        QT_TRANSLATE_NOOP("Actions", "&Train"),
        QT_TRANSLATE_NOOP("Actions", "Train the network, or pause"),
        "Space",
        icon="play",
        checkable=True,
    ),
    spec(
        "step_epoch",
        QT_TRANSLATE_NOOP("Actions", "One &epoch"),
        QT_TRANSLATE_NOOP("Actions", "Train for one pass over the data"),
        "Right",
        icon="step_epoch",
    ),
    spec(
        "step_sample",
        QT_TRANSLATE_NOOP("Actions", "One &sample"),
        QT_TRANSLATE_NOOP("Actions", "Make one update: one sample, or one batch"),
        "Shift+Right",
        icon="step_sample",
    ),
    spec(
        "reset",
        QT_TRANSLATE_NOOP("Actions", "&Reset"),
        QT_TRANSLATE_NOOP("Actions", "Back to the same start, epoch 0"),
        "Ctrl+R",
        icon="reset",
    ),
    spec(
        "go_back",
        QT_TRANSLATE_NOOP("Actions", "&Back to the last finite state"),
        QT_TRANSLATE_NOOP("Actions", "After a divergence: go back to the last weights that were finite numbers"),
        "Ctrl+B",
    ),
    spec("slower", QT_TRANSLATE_NOOP("Actions", "S&lower"), QT_TRANSLATE_NOOP("Actions", "One step slower"), "Ctrl+["),
    spec("faster", QT_TRANSLATE_NOOP("Actions", "&Faster"), QT_TRANSLATE_NOOP("Actions", "One step faster"), "Ctrl+]"),
    spec(
        "unlimited",
        QT_TRANSLATE_NOOP("Actions", "&Unlimited speed"),
        QT_TRANSLATE_NOOP("Actions", "Train as fast as this computer can"),
        "Ctrl+U",
    ),
)


class RunControl(Feature):
    """Connects the commands and the bar with the training session. `preparing` says how the kernels stand."""

    actions = TRAIN

    def __init__(self, context: WindowContext, bar: TrainingBar) -> None:
        super().__init__(context)
        self._bar = bar
        self._end_text = ""
        self._has_to_tell = False
        self.preparing = QLabel(context.window)
        self.preparing.setObjectName("preparing_text")
        # The speed is not remembered: every start is one that a newcomer can follow.
        context.session.set_speed(epochs_per_second(DEFAULT_POSITION))
        context.clock.add(self._show_figures)
        context.pages.shown.connect(lambda _name: self._on_pages_shown())
        context.themes.changed.connect(bar.apply_theme)
        context.document.changed.connect(lambda _before, _after: self._tell_units())
        self._tell_units()
        bar.apply_theme(context.themes.theme)
        bar.cover_as(context.hidden_answer, context.themes)
        self._connect_actions()
        self._connect_session()

    def retranslate(self) -> None:
        self._show_training()

    def _connect_actions(self) -> None:
        session, speed = self.context.session, self._bar.speed
        for name, slot in {
            "train": self._on_train_triggered,
            "step_epoch": session.step_epoch,
            "step_sample": session.step_sample,
            "reset": session.reset,
            "go_back": session.go_back,
            "slower": lambda: speed.setValue(speed.value() - 1),
            "faster": lambda: speed.setValue(speed.value() + 1),
            "unlimited": lambda: speed.setValue(speed.maximum()),
        }.items():
            self.context.actions[name].triggered.connect(lambda _checked=False, slot=slot: slot())

    def _connect_session(self) -> None:
        session = self.context.session
        session.state_changed.connect(self._on_session_state_changed)
        EditNotices(self.context, self)
        session.was_reset.connect(self.context.messages.notice)
        session.failed.connect(self._on_session_failed)
        session.finished.connect(self._on_session_finished)
        session.prepared.connect(self._show_training)
        self._bar.speed_changed.connect(session.set_speed)
        self._on_session_state_changed(session.state)

    def _on_train_triggered(self) -> None:
        session = self.context.session
        if session.state == "training":
            session.pause()
        else:
            session.train()
        self._show_training()

    def _on_session_state_changed(self, state: str) -> None:
        session, messages = self.context.session, self.context.messages
        self._show_training()
        actions = self.context.actions
        actions["go_back"].setEnabled(session.can_recover and self.context.pages.shows_run)
        if state != "failed":
            messages.withdraw_offer()
        if state not in ("finished", "failed"):  # how a run ended says nothing of the next one, or of another project
            messages.withdraw(self._end_text)
        self._show_start()
        self._has_to_tell = state in ("paused", "finished")
        self._tell_figures()

    def _tell_units(self) -> None:
        self._bar.set_scaled(not self.context.document.dataset.preprocessing.targets.is_none)

    def _show_start(self) -> None:
        """The figures of the start, until the first frame comes; from then on they tell of the frame on show."""
        snapshot = self.context.session.snapshot
        if snapshot is not None and self.context.clock.newest is None:
            self._bar.show_snapshot(snapshot, self.context.document.dataset.n_samples)

    def _on_pages_shown(self) -> None:
        """A page that does not show the run has no use for its bar, and its keys must not change what nobody sees."""
        shows_run = self.context.pages.shows_run
        self._bar.setVisible(shows_run)
        for name in (*(entry.name for entry in TRAIN), "new_start"):
            possible = name != "go_back" or self.context.session.can_recover
            self.context.actions[name].setEnabled(shows_run and possible)

    def _on_session_failed(self, text: str) -> None:
        self._end_text = text
        session, messages = self.context.session, self.context.messages
        if session.can_recover:
            messages.warn(text, self.tr("Go back"), session.go_back)
        else:
            messages.warn(text)

    def _on_session_finished(self, reason: str) -> None:
        texts = {
            "target_error": self.tr("Done: the error has reached its target."),
            "all_right": self.tr("Done: all samples are right."),
            "max_epochs": self.tr("Stopped: the limit of epochs is reached. Train goes on from here."),
        }
        self._end_text = texts.get(reason, "")
        if self._end_text:
            self.context.messages.notice(self._end_text)

    def _show_figures(self, frame: Frame) -> None:
        self._bar.show_snapshot(frame.snapshot, self.context.document.dataset.n_samples)
        self._tell_figures()

    def _tell_figures(self) -> None:
        """A screen reader says where training has stopped, once the last moment's figures are on show."""
        last = self.context.session.snapshot
        if self._has_to_tell and last is not None and self._bar.epoch_label.property("value") == last.epoch:
            self._has_to_tell = False
            announce(self._bar, self.tr("Training stands: {figures}.").format(figures=self._bar.figures_sentence()))

    def _show_training(self) -> None:
        """Whether it trains, or would if the engine were there."""
        session = self.context.session
        self._bar.set_training(session.state == "training", session.preparing)
        self._show_preparing()

    def _show_preparing(self) -> None:
        text = hint = ""
        session = self.context.session
        if session.preparing and session.state == "training":
            text = self.tr("Preparing the engine for this computer, once: training starts by itself in some seconds …")
        elif session.preparing:
            text = self.tr("Preparing the engine for this computer, once …")
        elif not warm_up.can_compile():
            text = self.tr("Engine not compiled: training is slow")
            hint = self.tr("Numba is not installed, or not made for this computer. The numbers are the same.")
        self.preparing.setText(text)
        self.preparing.setToolTip(hint)
        self.preparing.setVisible(bool(text))
