"""The card with the success rate, its interval, and the histogram of the epochs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from engine.analysis.success_tally import SuccessFigures
from engine.spec.plural import filled
from gui.features.how_often.epochs_chart import EpochsChart
from gui.features.how_often.texts import epochs_text, goal_text, interval_text
from gui.features.how_often.trial import Trial
from gui.toolkit.containers.card_frame import CardFrame
from gui.toolkit.labels.hint_label import HintLabel
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.number_text import grouped, percent

_WIDEST = "88.8 %"


class RatePanel(View, CardFrame):
    """Shows the figures of one cell of a trial."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("how_often_rate_panel")
        self._trial: Trial | None = None
        self._cell = 0
        self._figures: SuccessFigures | None = None
        self._heading, self._rate, self._interval, self._count = (QLabel(self) for _ in range(4))
        wear(self._heading, heading=True)
        wear(self._rate, letters="display")
        self._goal, self._epochs = HintLabel(self), HintLabel(self)
        names = {"rate": self._rate, "interval": self._interval, "count": self._count}
        for name, label in (names | {"goal": self._goal, "epochs": self._epochs}).items():
            label.setObjectName(f"how_often_{name}")
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.chart = EpochsChart(themes.theme, self)
        self._build()
        self.follow_themes(themes)

    @property
    def figures(self) -> SuccessFigures | None:
        """What is on show."""
        return self._figures

    def show_figures(self, trial: Trial | None, cell: int, figures: SuccessFigures | None) -> None:
        """Show the figures of a cell of `trial`; None before there are any."""
        self._trial, self._cell, self._figures = trial, cell, figures
        self._show()

    def sentence(self) -> str | None:
        """The figures in words, in the language in force; None before there are any."""
        trial, figures = self._trial, self._figures
        if trial is None or figures is None or figures.rate is None:
            return None
        said = (percent(figures.rate), interval_text(figures), goal_text(trial, self._cell), epochs_text(figures))
        return " · ".join(each for each in said if each)

    def retranslate(self) -> None:
        self._heading.setText(self.tr("Success rate"))
        self.setAccessibleName(self._heading.text())
        self._interval.setToolTip(
            self.tr(
                "Other starts would have another share; that of all possible starts lies in this interval 95 times"
                " of 100 (Wilson). Ten times the starts make it about a third as wide."
            )
        )
        self._show()

    def apply_theme(self, theme: Theme) -> None:
        self._layout.setContentsMargins(theme.px(12), theme.px(4), theme.px(12), theme.px(8))
        self._layout.setSpacing(theme.px(4))
        self._row.setSpacing(theme.px(16))
        self.chart.apply_theme(theme)

    def _build(self) -> None:
        beside = QVBoxLayout()
        beside.addWidget(self._count)
        beside.addWidget(self._interval)
        self._row = QHBoxLayout()
        self._row.addWidget(self._rate)
        self._row.addLayout(beside)
        self._row.addStretch(1)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self._heading)
        self._layout.addLayout(self._row)
        self._layout.addWidget(self._goal)
        self._layout.addWidget(self.chart, 1)
        self._layout.addWidget(self._epochs)

    def _show(self) -> None:
        trial, figures = self._trial, self._figures
        is_known = trial is not None and figures is not None and figures.rate is not None
        for label in (self._rate, self._interval, self._count, self._epochs):
            label.setVisible(is_known)
        self.chart.show_figures(figures, 1 if trial is None else trial.wish.limit)
        if not is_known or trial is None or figures is None or figures.rate is None:
            self._rate.setProperty("value", None)
            self._goal.setText(
                self.tr("How often does this network learn this data? It depends on the random start: try many.")
            )
            return
        self._rate.ensurePolished()
        self._rate.setMinimumWidth(self._rate.fontMetrics().horizontalAdvance(_WIDEST))  # nothing moves as digits come
        self._rate.setText(percent(figures.rate))
        self._rate.setProperty("value", figures.rate)
        self._count.setText(
            filled(
                self.tr("{right} of {count} starts"), right=grouped(figures.n_succeeded), count=grouped(figures.n_tried)
            )
        )
        self._interval.setText(interval_text(figures))
        self._goal.setText(goal_text(trial, self._cell))
        self._epochs.setText(epochs_text(figures))
        said = (self._rate.text(), self._count.text(), self._interval.text(), self._epochs.text())
        self.chart.setAccessibleName(" ".join(said))
