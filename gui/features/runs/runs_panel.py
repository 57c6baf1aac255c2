"""The tab of the runs that stay: a list, and beside it their curves or their settings."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from engine.project.project import Project
from engine.project.saved_run import SavedRun
from gui.document.document import Document
from gui.features.runs.comparison_model import ComparisonModel
from gui.features.runs.runs_chart import RunsChart
from gui.features.runs.runs_model import EPOCHS, NAME, RunsModel
from gui.toolkit.buttons import TableButton
from gui.toolkit.containers.splitter import QuietSplitter
from gui.toolkit.plain_table import PlainTable
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View

MOST_COMPARED = 8


class RunsPanel(View, QWidget):
    """Shows the document's runs; what is wanted of them goes out as signals.

    `keep_wanted`: keep the present run. `restore_wanted`, `rename_wanted`, `delete_wanted` carry keys of runs.
    """

    keep_wanted = Signal()
    restore_wanted = Signal(object)
    rename_wanted = Signal(object, str)
    delete_wanted = Signal(object)

    def __init__(self, document: Document, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("runs_panel")
        self._document = document
        self._model = RunsModel(themes.theme, self)
        self._comparison = ComparisonModel(themes.theme, self)
        self._build(themes)
        self._connect()
        self.follow_themes(themes)
        self._show_runs()

    @property
    def chosen(self) -> tuple[SavedRun, ...]:
        """The runs that are selected, oldest first."""
        rows = {index.row() for index in self.table.selectionModel().selectedIndexes()}
        return tuple(self._model.runs[row] for row in sorted(rows, reverse=True))

    def choose(self, keys: set[tuple[int, str]]) -> None:
        """Select these runs."""
        selection = self.table.selectionModel()
        selection.clearSelection()
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for row, run in enumerate(self._model.runs):
            if run.key in keys:
                selection.select(self._model.index(row, NAME), flags)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Runs"))
        for button, text, hint in (
            (self._keep, self.tr("Keep"), self.tr("Add the present run to the list (Ctrl+M)")),
            (self._restore, self.tr("Restore"), self.tr("Bring back data, network, settings and weights of this run")),
            (self._delete, self.tr("Delete"), self.tr("Take the selected runs off the list; Ctrl+Z brings them back")),
            (self._curves, self.tr("Curves"), self.tr("The error curves of the selected runs over each other")),
            (self._settings, self.tr("Settings"), self.tr("The settings side by side; what differs comes first")),
            (self._log, self.tr("log"), self.tr("Draw the error on a logarithmic scale")),
        ):
            button.setText(text)
            button.setAccessibleName(text)
            button.setToolTip(hint)
        self._splitter.name_parts(self.tr("Runs"), self.tr("Curves"))
        self.table.setAccessibleName(self.tr("Runs"))
        self.table.hint = self.tr("Runs that end are kept here, with their settings and error curve. Train one.")
        self.settings_table.setAccessibleName(self.tr("Settings of the selected runs"))
        self.settings_table.hint = self.tr("Select runs to compare their settings.")
        self.chart.setAccessibleName(self.tr("Error curves of the selected runs"))
        self.chart.hint = self.tr("Select one run or several to see their error curves.")
        self._model.refresh()
        self._comparison.set_runs(self.chosen[-MOST_COMPARED:])
        self._fit_columns()
        self._show_what_has_room()

    def apply_theme(self, theme: Theme) -> None:
        for bar in (self._left_bar, self._right_bar):
            bar.setContentsMargins(theme.px(6), theme.px(3), theme.px(6), theme.px(3))
            bar.setSpacing(theme.px(5))
        self._model.apply_theme(theme)
        self._comparison.apply_theme(theme)
        self.table.apply_theme(theme)
        self.settings_table.apply_theme(theme)
        self.chart.update()
        self._fit_columns()
        self._show_what_has_room()

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 90)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_what_has_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.chosen:
            self._on_delete_clicked()
            event.accept()
            return
        super().keyPressEvent(event)

    # ------------------------------------------------------------------ making

    def _build(self, themes: ThemeManager) -> None:
        names = ("keep_run", "runs_restore", "runs_delete", "runs_curves", "runs_settings", "runs_log")
        buttons = [TableButton(self) for _ in names]
        for button, name in zip(buttons, names, strict=True):
            button.setObjectName(name)
        self._keep, self._restore, self._delete, self._curves, self._settings, self._log = buttons
        for button in (self._curves, self._settings, self._log):
            button.setCheckable(True)
        for button in (self._curves, self._settings):
            button.setAutoExclusive(True)
        self._curves.setChecked(True)
        self.table = PlainTable("runs_table", self._model, themes.theme, self)
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.table.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.chart = RunsChart(themes, self)
        self.settings_table = PlainTable("runs_settings_table", self._comparison, themes.theme, self)
        self.settings_table.verticalHeader().hide()
        self._views = QStackedWidget(self)
        self._views.addWidget(self.chart)
        self._views.addWidget(self.settings_table)
        self._arrange()

    def _arrange(self) -> None:
        self._left_bar, self._right_bar = QHBoxLayout(), QHBoxLayout()
        self._sides: list[QWidget] = []
        for bar, buttons in (
            (self._left_bar, (self._keep, self._restore, self._delete)),
            (self._right_bar, (self._curves, self._settings, self._log)),
        ):
            for button in buttons:
                bar.addWidget(button)
            bar.addStretch(1)
        self._splitter = QuietSplitter("runs_splitter", Qt.Orientation.Horizontal, self)
        for bar, view in ((self._left_bar, self.table), (self._right_bar, self._views)):
            side = QWidget(self._splitter)
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addLayout(bar)
            column.addWidget(view, 1)
            self._splitter.addWidget(side)
            self._sides.append(side)
        self._splitter.setSizes([340, 200])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)

    def _connect(self) -> None:
        self._document.changed.connect(self._on_document_changed)
        self._keep.clicked.connect(self.keep_wanted)
        self._restore.clicked.connect(self._on_restore_clicked)
        self._delete.clicked.connect(self._on_delete_clicked)
        self._curves.toggled.connect(lambda on: self._views.setCurrentIndex(0 if on else 1))
        self._curves.toggled.connect(self._log.setVisible)
        self._log.toggled.connect(self.chart.set_logarithmic)
        self._model.renamed.connect(self.rename_wanted)
        self.table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.table.resized.connect(self._fit_columns)
        self.settings_table.resized.connect(self._fit_columns)

    # ------------------------------------------------------------------ showing

    def _show_what_has_room(self) -> None:
        """Where the buttons of both sides do not fit beside each other, there is the list alone; F12 makes room."""
        bars = (self._left_bar, self._right_bar)
        for bar in bars:
            bar.invalidate()  # a new font or language may have come just now
        widths = [bar.sizeHint().width() for bar in bars]
        has_room = self.width() >= sum(widths) + self._splitter.handleWidth()
        self._sides[1].setVisible(has_room)
        for side, width in zip(self._sides, widths, strict=True):
            side.setMinimumWidth(width if has_room else 0)

    def _show_runs(self) -> None:
        """Fill the list; what was selected stays so, and a run that has just come is selected as well."""
        before = {run.key for run in self._model.runs}
        chosen = {run.key for run in self.chosen}
        self._model.set_runs(self._document.project.runs)
        fresh = {run.key for run in self._model.runs} - before
        self.choose(chosen | (fresh if len(fresh) == 1 else set()))
        self._on_selection_changed()
        self._fit_columns()

    def _fit_columns(self) -> None:
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.table.resizeColumnsToContents()
        others = sum(header.sectionSize(column) for column in range(EPOCHS, EPOCHS + 3))
        widest = max(self.table.sizeHintForColumn(NAME), header.sectionSizeHint(NAME))
        room = self.table.viewport().width() - others
        header.resizeSection(NAME, max(min(widest, 3 * self.table.viewport().width() // 5), min(room, widest), 120))
        self.table.setColumnHidden(4, not any(run.has_test for run in self._model.runs))
        settings = self.settings_table
        settings.resizeColumnsToContents()
        names = settings.horizontalHeader()
        for column in range(1, self._comparison.columnCount()):  # a long name of a run is cut rather than its settings
            shown = min(names.sectionSizeHint(column), 100)
            settings.setColumnWidth(column, max(settings.sizeHintForColumn(column), shown))

    def _on_document_changed(self, before: Project, after: Project) -> None:
        if before.runs != after.runs:
            self._show_runs()

    def _on_selection_changed(self) -> None:
        chosen = self.chosen[-MOST_COMPARED:]
        self._restore.setEnabled(len(self.chosen) == 1)
        self._delete.setEnabled(bool(self.chosen))
        self.chart.show_runs(chosen)
        self._comparison.set_runs(chosen)
        self._fit_columns()

    def _on_restore_clicked(self) -> None:
        if len(self.chosen) == 1:
            self.restore_wanted.emit(self.chosen[0].key)

    def _on_delete_clicked(self) -> None:
        self.delete_wanted.emit([run.key for run in self.chosen])
