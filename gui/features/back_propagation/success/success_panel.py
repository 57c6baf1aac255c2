"""This module shows how often training succeeds from many random starts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from engine.spec.plural import filled
from engine.training.success_rate import DEFAULT_ATTEMPTS, Attempt
from gui.features.back_propagation.success.success_chart import SuccessChart
from gui.toolkit.export.offscreen_copy import OffscreenPicture
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.number_text import four_figures, grouped


@dataclass(frozen=True)
class Trial:
    """What is being tried: how many starts, up to which epoch, with which goal (None: all samples right)."""

    count: int
    limit: int
    target_error: float | None
    sizes: tuple[int, ...]


class SuccessPanel(View, QWidget):
    """`wanted`: begin; `cancelled`: stop. Shows what others find out, as it comes in."""

    wanted = Signal()
    cancelled = Signal()

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("success_panel")
        self._trial: Trial | None = None
        self._attempts: tuple[Attempt, ...] = ()
        self._is_running = False
        self._is_outdated = False
        self._problem = ""
        self._build(themes.theme)
        self._button.clicked.connect(self._on_button_clicked)
        self.follow_themes(themes)

    @property
    def attempts(self) -> tuple[Attempt, ...]:
        """What is on show."""
        return self._attempts

    @property
    def is_known(self) -> bool:
        """Whether the share on show is that of the project as it is, and is no longer being counted."""
        return bool(self._attempts) and not self._is_running and not self._is_outdated

    def picture(self) -> OffscreenPicture | None:
        """The chart as it is now, for paper."""
        return self._chart.picture()

    @property
    def is_running(self) -> bool:
        """Whether more will come."""
        return self._is_running

    def begin(self, trial: Trial) -> None:
        """Show an empty result that fills."""
        self._trial, self._attempts, self._problem = trial, (), ""
        self._is_running, self._is_outdated = True, False
        self._show()

    def show_attempts(self, attempts: Sequence[Attempt]) -> None:
        """Show what is known so far."""
        self._attempts = tuple(attempts)
        self._show()

    def finish(self) -> None:
        """Nothing more will come."""
        self._is_running = False
        self._show()

    def show_problem(self, sentence: str) -> None:
        """Say why it cannot be found out."""
        self._is_running, self._attempts, self._problem = False, (), sentence
        self._show()

    def mark_outdated(self) -> None:
        """The project has changed since."""
        if self._attempts and not self._is_outdated:
            self._is_outdated = True
            self._show()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Success rate"))
        self._show()

    def apply_theme(self, theme: Theme) -> None:
        self._top.setContentsMargins(theme.px(8), theme.px(4), theme.px(8), theme.px(2))
        self._top.setSpacing(theme.px(8))
        self._chart.apply_theme(theme)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 90)

    def _build(self, theme: Theme) -> None:
        self._button = QToolButton(self)
        self._button.setObjectName("success_start")
        wear(self._button, buttons="table")
        self._share, self._text = QLabel(self), QLabel(self)
        self._share.setObjectName("success_share")
        self._share.setProperty("figure", True)
        self._text.setObjectName("success_text")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._chart = SuccessChart(theme, self)
        self._top = QHBoxLayout()
        for widget in (self._share, self._text, self._button):
            self._top.addWidget(widget, 1 if widget is self._text else 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._top)
        layout.addWidget(self._chart, 1)

    def _show(self) -> None:
        trial, attempts = self._trial, self._attempts
        self._button.setText(
            self.tr("Cancel") if self._is_running else filled(self.tr("Try {count} starts"), count=DEFAULT_ATTEMPTS)
        )
        self._button.setAccessibleName(self._button.text())
        self._button.setToolTip(self.tr("Train the present network from random starts in the background"))
        right = sum(attempt.succeeded for attempt in attempts)
        self._share.setText(f"{right}/{len(attempts)}" if attempts else "")
        self._share.setProperty("value", right / len(attempts) if attempts else None)
        self._share.setVisible(bool(attempts))
        self._text.setText(self._problem or self._sentence(right))
        self._chart.setAccessibleName(self._text.text())
        self._chart.show_attempts(attempts, trial.limit if trial is not None else 1)

    def _sentence(self, right: int) -> str:
        trial = self._trial
        if trial is None:
            return self.tr("How often does this network learn this data? It depends on the random start: try many.")
        sizes, limit = "-".join(str(size) for size in trial.sizes), grouped(trial.limit)
        if trial.target_error is None:
            text = self.tr("{sizes}: starts that got all samples right within {limit} epochs.")
        else:
            text = self.tr("{sizes}: starts that reached the error {error} within {limit} epochs.")
        text = filled(text, sizes=sizes, limit=limit, error=four_figures(trial.target_error or 0))
        if self._is_running:
            text += " " + self.tr("{done} of {count} tried …").format(done=len(self._attempts), count=trial.count)
        elif self._is_outdated:
            text += " " + self.tr("The project has changed since: try again.")
        elif len(self._attempts) < trial.count:
            text += " " + self.tr("Cancelled.")
        elif right < len(self._attempts):
            text += " " + self.tr("The others did not get there: a new start (Ctrl+Shift+R) often helps.")
        return text

    def _on_button_clicked(self) -> None:
        (self.cancelled if self._is_running else self.wanted).emit()
