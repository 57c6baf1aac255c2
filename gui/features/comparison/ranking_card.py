"""The card below the curves: to which goal, who has arrived after what, and what to do with a contender."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.project.race.goal import Goal
from engine.project.race.moment import RaceMoment
from gui.features.comparison.ranking_model import ERROR, MEASURES, TITLE, RankingModel
from gui.toolkit.buttons import name_button
from gui.toolkit.containers.card_frame import CardFrame
from gui.toolkit.entries.choice_box import ChoiceBox
from gui.toolkit.entries.number_box import NumberBox
from gui.toolkit.look import wear
from gui.toolkit.plain_table import PlainTable
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View

ALL_RIGHT, ERROR_SUM = "all_right", "error"
FIRST_ERROR = 0.1


class RankingCard(View, CardFrame):
    """`chosen` carries the name of a contender; `open_wanted` is for that one, `keep_wanted` for all."""

    goal_edited = Signal()
    chosen = Signal(str)
    open_wanted = Signal()
    keep_wanted = Signal()

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._title, self._by_caption = QLabel(self), QLabel(self)
        wear(self._title, heading=True)
        wear(self._by_caption, caption=True)
        self.goal, self.measure = ChoiceBox(self), ChoiceBox(self)
        self.error = NumberBox(1e-9, 1e6, parent=self)
        self.error.show_number(FIRST_ERROR)
        for name in ("goal", "measure", "error"):
            getattr(self, name).setObjectName(f"comparison_goal_{name}")
        self.model = RankingModel(themes.theme, self)
        self.table = PlainTable("comparison_ranking", self.model, themes.theme, self)
        self.table.choose_rows()
        self.table.setItemDelegateForColumn(ERROR, _ApartDelegate(self.table))
        self.open, self.keep = QToolButton(self), QToolButton(self)
        for name, button in (("open", self.open), ("keep", self.keep)):
            button.setObjectName(f"comparison_{name}_button")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setMinimumHeight(28)
        self._chosen = ""
        self._wanted_goal = Goal()
        self._arrange()
        self._connect()
        self.follow_themes(themes)

    def wanted_goal(self) -> Goal:
        """What the user chose; data that do not allow it get another one, which the boxes show."""
        return self._wanted_goal

    def show_moment(self, moment: RaceMoment | None, titles: dict[str, str]) -> None:
        """Show the ranking at that moment."""
        self.model.show_moment(moment, titles)
        if moment is not None:
            self._show_goal(moment.goal)
        self.keep.setEnabled(moment is not None)
        self.choose(self._chosen)

    def choose(self, name: str) -> None:
        """Mark the row of the contender called `name`, announcing nothing."""
        self._chosen = name
        row = self.model.row_of(name)
        self.open.setEnabled(row >= 0)
        selection = self.table.selectionModel()
        if row >= 0 and [index.row() for index in selection.selectedRows()] != [row]:
            selection.blockSignals(True)
            flags = QItemSelectionModel.SelectionFlag
            selection.setCurrentIndex(self.model.index(row, TITLE), flags.ClearAndSelect | flags.Rows)
            selection.blockSignals(False)
            self.table.viewport().update()

    def retranslate(self) -> None:
        self._title.setText(self.tr("First to"))
        self._by_caption.setText(self.tr("by"))
        self.goal.offer([(ALL_RIGHT, self.tr("all right")), (ERROR_SUM, self.tr("error sum ≤"))])
        self._show_goal(self._wanted_goal)
        names = (self.tr("epochs"), self.tr("updates"), self.tr("computing time"))
        self.measure.offer(list(zip(MEASURES, names, strict=True)))
        for control, name, hint in (
            (self.goal, self.tr("Goal"), self.tr("Where the race ends for a contender; the training begins anew")),
            (self.error, self.tr("Error sum"), self.tr("The error, summed over the training set, that is the goal")),
            (self.measure, self.tr("Ranked by"), self.tr("What decides the ranking")),
        ):
            control.setAccessibleName(name)
            control.setToolTip(hint)
        self.table.setAccessibleName(self.tr("Ranking"))
        name_button(
            self.open,
            self.tr("Open this one"),
            self.tr("Take the network, weights, data and settings of the chosen contender into the workbench"),
        )
        name_button(
            self.keep,
            self.tr("Keep as runs"),
            self.tr("Add the runs of all contenders to the list of runs"),
        )
        self.model.refresh()
        self._fit_columns()

    def apply_theme(self, theme: Theme) -> None:
        self.model.apply_theme(theme)
        self.table.apply_theme(theme)
        self.error.setMaximumWidth(theme.px(100))
        self._fit_columns()

    def _arrange(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        for widget in (self._title, self.goal, self.error, self._by_caption, self.measure):
            head.addWidget(widget)
        head.addStretch(1)
        foot.addWidget(self.open)
        foot.addWidget(self.keep)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 6)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.table)
        layout.addLayout(foot)
        layout.addStretch(1)

    def _connect(self) -> None:
        self.goal.chosen.connect(lambda _name: self._on_goal_edited())
        self.error.valueChanged.connect(lambda _value: self._on_goal_edited())
        self.measure.chosen.connect(lambda name: self._on_measure_chosen(str(name)))
        self.open.clicked.connect(self.open_wanted)
        self.keep.clicked.connect(self.keep_wanted)
        self.table.doubleClicked.connect(lambda _index: self.open_wanted.emit())
        self.table.selectionModel().selectionChanged.connect(lambda *_change: self._on_selection_changed())
        self.table.resized.connect(self._fit_columns)
        self.model.modelReset.connect(self._fit_columns)

    def _show_goal(self, goal: Goal) -> None:
        self.goal.show_name(ALL_RIGHT if goal.error_sum is None else ERROR_SUM)
        if goal.error_sum is not None:
            self.error.show_number(goal.error_sum)
        self.error.setVisible(goal.error_sum is not None)

    def _on_goal_edited(self) -> None:
        self._wanted_goal = Goal(self.error.value() if self.goal.name() == ERROR_SUM else None)
        self._show_goal(self._wanted_goal)
        self.goal_edited.emit()

    def _on_measure_chosen(self, measure: str) -> None:
        self.model.rank_by(measure)
        self.choose(self._chosen)

    def _on_selection_changed(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        if rows:
            self._chosen = self.model.name_at(rows[0].row())
            self.open.setEnabled(True)
            self.chosen.emit(self._chosen)

    def _fit_columns(self) -> None:
        rows = self.table.verticalHeader().length() + self.table.horizontalHeader().height() + 4
        self.table.setFixedHeight(max(rows, self.table.minimumSizeHint().height()))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)


class _ApartDelegate(QStyledItemDelegate):
    """Keeps a number apart from a dash in the column before, which would look like its minus."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index) + QSize(option.fontMetrics.averageCharWidth(), 0)
