"""The controls of the page: how many starts, how long, what is varied; begin, cancel, and how far it has come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from engine.project.sweep import Axis
from gui.features.how_often.axis_fields import AxisFields
from gui.features.how_often.computers import can_reach_a_cluster
from gui.features.how_often.trial import Wish
from gui.toolkit.dialogs.form_dialog import progress_bar
from gui.toolkit.entries.count_box import CountBox
from gui.toolkit.labels.caption import Caption
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme
from gui.toolkit.view import View

LEAST_STARTS, MOST_STARTS, DEFAULT_STARTS = 100, 10_000, 1_000
_MOST_EPOCHS = 10_000_000
_STEPS = 1000  # of the bar


class TrialControls(View, QWidget):
    """`start_clicked` is about Start and Cancel alike: which of them, the page knows."""

    start_clicked = Signal()
    export_clicked = Signal()
    export_sweep_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("how_often_controls")
        self._is_running = False
        self._offered: tuple[Sequence[Axis], int] = ((), 1)
        self.start, self.export, self.export_sweep = (QToolButton(self) for _ in range(3))
        wear(self.start, primary=True)
        for button in (self.export, self.export_sweep):
            wear(button, chip=True)
        self.starts = CountBox(LEAST_STARTS, MOST_STARTS, step=None, parent=self)
        self.limit = CountBox(1, _MOST_EPOCHS, step=None, parent=self)
        self.starts.show_number(DEFAULT_STARTS)
        self.progress, self.done = progress_bar("how_often_progress", _STEPS, self), QLabel(self)
        self._cluster_caption, self.cluster = Caption(self), QLineEdit(self)
        self._cluster_caption.setBuddy(self.cluster)
        for widget in (self._cluster_caption, self.cluster):
            widget.setVisible(can_reach_a_cluster())
        for name in ("cluster", "start", "export", "export_sweep", "starts", "limit", "done"):
            getattr(self, name).setObjectName(f"how_often_{name}")
        for button in (self.start, self.export, self.export_sweep):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.axes = (AxisFields(1, self), AxisFields(2, self))
        self._starts_caption, self._limit_caption = Caption(self), Caption(self)
        self._starts_caption.setBuddy(self.starts)
        self._limit_caption.setBuddy(self.limit)
        self._arrange()
        self._connect()

    def wish(self) -> Wish:
        """What the fields say. Raises EngineError where values of a setting are no numbers."""
        axes = tuple(axis for fields in self.axes if (axis := fields.axis()) is not None)
        return Wish(self.starts.value(), self.limit.value(), axes, self.cluster.text().strip())

    def offer_axes(self, axes: Sequence[Axis], n_hidden: int) -> None:
        """Offer these settings to vary; the second one is another than the first."""
        self._offered = (axes, n_hidden)
        first, second = self.axes
        first.offer(axes, n_hidden)
        second.offer(axes, n_hidden, without=first.name)
        second.setVisible(bool(first.name))

    def show_exports(self, has_starts: bool, is_sweep: bool) -> None:
        """Whether there is something to be exported, and whether it is a sweep."""
        self.export.setEnabled(has_starts)
        self.export_sweep.setEnabled(has_starts)
        self.export_sweep.setVisible(is_sweep)

    def show_state(self, is_running: bool, share: float, done: str) -> None:
        """Whether it runs, how much of it is done, and that in words."""
        self._is_running = is_running
        self.progress.setValue(round(share * _STEPS))
        self.progress.setVisible(is_running)
        self.done.setText(done)
        self._show_start()

    def retranslate(self) -> None:
        self._starts_caption.setText(self.tr("Starts"))
        self.starts.setAccessibleName(self.tr("Number of starts"))
        self.starts.setToolTip(self.tr("How many starts are tried, from seed 0 on"))
        self._limit_caption.setText(self.tr("Epochs at most"))
        self.limit.setAccessibleName(self.tr("Epochs at most"))
        self.limit.setToolTip(self.tr("A start that has not reached the goal by then has failed"))
        for button, text, hint in (
            (self.export, self.tr("Export …"), self.tr("Write every start that was tried into a table (CSV)")),
            (
                self.export_sweep,
                self.tr("Export the rates …"),
                self.tr("Write the rate of every value into a table (CSV)"),
            ),
        ):
            button.setText(text)
            button.setAccessibleName(text)
            button.setToolTip(hint)
        self._cluster_caption.setText(self.tr("Cluster"))
        self.cluster.setAccessibleName(self.tr("Address of a cluster"))
        self.cluster.setPlaceholderText(self.tr("none: this computer"))
        self.cluster.setToolTip(
            self.tr("The address of a dask scheduler, such as tcp://10.0.0.5:8786, whose workers are to try the starts")
        )
        self.progress.setAccessibleName(self.tr("Progress"))
        for fields in self.axes:
            fields.retranslate()
        self._show_start()

    def apply_theme(self, theme: Theme) -> None:
        for box in (self.starts, self.limit):
            box.setFixedWidth(theme.px(110))
        self.progress.setMinimumWidth(theme.px(80))
        self.cluster.setFixedWidth(theme.px(110))
        self._rows.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        for fields in self.axes:
            fields.apply_theme(theme)

    def _arrange(self) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        for widget in (self.start, self._starts_caption, self.starts, self._limit_caption, self.limit):
            above.addWidget(widget)
        above.addSpacing(8)
        above.addWidget(self.progress, 1)
        above.addWidget(self.done)
        above.addWidget(self.export)
        for fields in self.axes:
            below.addWidget(fields, 3)
        below.addStretch(1)
        below.addWidget(self._cluster_caption)
        below.addWidget(self.cluster)
        below.addWidget(self.export_sweep)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(above)
        self._rows.addLayout(below)

    def _connect(self) -> None:
        self.start.clicked.connect(self.start_clicked)
        self.export.clicked.connect(self.export_clicked)
        self.export_sweep.clicked.connect(self.export_sweep_clicked)
        self.axes[0].chosen.connect(lambda: self.offer_axes(*self._offered))

    def _show_start(self) -> None:
        self.start.setText(self.tr("Cancel") if self._is_running else self.tr("Start"))
        self.start.setAccessibleName(self.start.text())
        self.start.setToolTip(
            self.tr("Stop; what was found stays (Space)")
            if self._is_running
            else self.tr("Train the present network from many random starts, beside the window (Space)")
        )
