"""This module shows the preview of an import; only its Import button changes the project."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from engine.data.dataset import Dataset
from engine.data.importing import (
    CellError,
    Converted,
    Decision,
    Plan,
    RawTable,
    Role,
    Suggestion,
    Task,
    Vacancies,
    suggestion,
)
from engine.data.importing.raw_table import MISSING
from engine.project import edits
from engine.project.project import Project
from gui.document.commands import set_dataset
from gui.document.document import Document
from gui.features.importing.choice import Choice
from gui.features.importing.decision_list import DecisionList
from gui.features.importing.import_reader import SHOWN_ROWS, ImportReader, Reading
from gui.features.importing.layout_choices import LayoutChoices
from gui.features.importing.preview_model import PreviewModel
from gui.features.importing.role_header import RoleHeader, shown_part
from gui.features.importing.summary import remarks_text, summary_text
from gui.session.threads import once_painted
from gui.toolkit.buttons import name_button, primary_button
from gui.toolkit.dialogs.form_dialog import FormDialog, button_row, plain_text, progress_bar, set_margins
from gui.toolkit.drawing.painting_pause import paint_again, stop_painting
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme, ThemeManager
from gui.words.error_text import error_text

_MAX_COLUMN_WIDTH = 220
_NEXT_TURN_MS = 1  # with none at all, Qt would do it in this turn of the event loop
_MEASURED_ROWS = 40  # for the width of a column: every cell is asked for in Python


class ImportDialog(FormDialog):
    """Open it with `open()`; it begins to read once it is painted, beside the window. Cancel and Esc give it up."""

    usual_size = QSize(940, 580)

    def __init__(self, path: Path, document: Document, themes: ThemeManager, parent: QWidget) -> None:
        super().__init__("import_dialog", themes, parent)
        self._path, self._document, self._window = path, document, parent
        self._table: RawTable | None = None  # all of it, once it is read
        self._names: tuple[str, ...] = ()
        self._shown: RawTable | None = None  # its first rows, or all of it
        self._decisions: tuple[Decision, ...] = ()
        self._undone: list[Decision] = []
        self._refused: CellError | None = None
        self._plan = self._likely = Plan(())
        self._is_plan_changed = self._is_task_chosen = False
        self._done: Converted | None = None
        self._problem = ""
        self._has_head = False
        self._reader = ImportReader(self)
        self.set_up()
        self._view.setFocus()  # not the delimiter, where a key would change something
        self._wait()
        once_painted(self, self._read)  # painting and reading would take turns with Python's lock

    def retranslate(self) -> None:
        self.setWindowTitle(self.title())
        self._task.set_texts(
            self.tr("Targets"),
            self.tr("Whether the targets name classes or are numbers to be met"),
            (self.tr("As they look"), self.tr("Classes"), self.tr("Numbers (regression)")),
        )
        self._missing.set_texts(
            self.tr("Empty cells"),
            self.tr("What becomes of rows in which a value is missing"),
            (self.tr("Are an error"), self.tr("Leave the row out"), self.tr("Take the column's mean")),
        )
        self._view.setAccessibleName(self.tr("The first rows of the file"))
        self._progress.setAccessibleName(self.tr("How much of the file is read"))
        self._progress.setToolTip(self._progress.accessibleName())
        name_button(self._import, self.tr("Import"), self.consequence())
        name_button(
            self._skip, self.tr("Skip these rows"), self.tr("Leave out every row in which a cell stands in the way")
        )
        name_button(self._cancel, self.tr("Cancel"), self.tr("Leave the project as it is"))
        self._show_outcome()

    def apply_theme(self, theme: Theme) -> None:
        for label in (self._summary, self._remarks):
            label.setMinimumHeight(theme.px(18))
        self._remarks.setMinimumHeight(theme.px(36))
        self._remarks.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._view.verticalHeader().setDefaultSectionSize(theme.px(22))
        set_margins(self._whole, theme, spacing=8)
        self._list.apply_theme(theme)

    def done(self, result: int) -> None:
        self._reader.cancel()
        super().done(result)

    # ------------------------------------------------------------------ what it is for

    like: Dataset | None = None
    """The data that the samples of the file are to go with; None where they take their place."""

    def title(self) -> str:
        """The heading of the window."""
        return self.tr("Import {name}").format(name=self._path.name)

    def consequence(self) -> str:
        """What the import button changes."""
        return self.tr("Import replaces the present data; Undo brings them back.")

    def suggested(self, table: RawTable) -> Suggestion:
        """The likely roles of the columns, and why; asked beside the window."""
        return suggestion(table)

    def made_of(self, project: Project, done: Converted) -> Project:
        """What `take` would make of `project`; may be asked beside the window."""
        return edits.set_dataset(project, done.spec).project

    def take(self, done: Converted) -> bool:
        """Change the project, as one step; whether it was changed."""
        return set_dataset(self._document, done.spec, self.title())

    # ------------------------------------------------------------------ making

    def _make_parts(self) -> None:
        self._layout_choices = LayoutChoices(self)
        self._model = PreviewModel(self._themes, SHOWN_ROWS, self)
        self._view = QTableView(self)
        self._view.setObjectName("import_preview")
        self._header = RoleHeader(self._view)
        self._header.setResizeContentsPrecision(_MEASURED_ROWS)
        self._view.setHorizontalHeader(self._header)
        self._view.setModel(self._model)
        self._view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._task = Choice("import_task", ("auto", "classes", "values"), self)
        self._missing = Choice("import_missing", ("error", "drop", "mean"), self)
        self._summary, self._remarks = plain_text("import_summary", self), plain_text("import_remarks", self)
        wear(self._summary, letters="result")
        self._list = DecisionList("import_decisions", self)
        self._skip = QPushButton(self)
        self._skip.setObjectName("import_skip")
        self._skip.hide()
        self._progress = progress_bar("import_progress", 100, self)
        self._import = primary_button("import_button", self)
        self._cancel = QPushButton(self)
        self._cancel.setObjectName("import_cancel")

    def _arrange(self) -> None:
        choices = QHBoxLayout()
        choices.addWidget(self._task)
        choices.addSpacing(12)
        choices.addWidget(self._missing)
        choices.addStretch(1)
        self._whole = layout = QVBoxLayout(self)
        layout.addWidget(self._layout_choices)
        layout.addWidget(self._view, 1)
        layout.addWidget(self._list)
        layout.addLayout(choices)
        layout.addWidget(self._summary)
        layout.addWidget(self._remarks)
        layout.addLayout(button_row(self._progress, self._skip, self._cancel, self._import))

    def _connect(self) -> None:
        self._layout_choices.changed.connect(self._read)
        self._list.undone.connect(self._on_list_undone)
        self._list.redone.connect(self._on_list_redone)
        self._skip.clicked.connect(self._on_skip_clicked)
        self._reader.refused.connect(self._on_reader_refused)
        self._header.role_chosen.connect(self._on_header_role_chosen)
        self._task.chosen.connect(self._on_task_chosen)
        self._missing.chosen.connect(
            lambda value: self._change_plan(replace(self._plan, missing=cast(Vacancies, value)))
        )
        self._reader.head.connect(self._on_reader_head, Qt.ConnectionType.QueuedConnection)
        self._reader.progressed.connect(self._on_reader_progressed, Qt.ConnectionType.QueuedConnection)
        self._reader.read.connect(self._on_reader_read)
        self._reader.converted.connect(self._on_reader_converted)
        self._reader.failed.connect(self._on_reader_failed)
        self._import.clicked.connect(self._on_import_clicked)
        self._cancel.clicked.connect(self.reject)

    # ------------------------------------------------------------------ reading

    def _read(self) -> None:
        """Read the file in the way that is wanted now, unless that was given up before the window was painted."""
        if not self.isVisible():
            return
        self._table, self._has_head = None, False
        self._progress.setValue(0)
        self._reader.start(self._path, self._layout_choices.wanted, self.suggested)
        self._wait()

    def _wait(self) -> None:
        self._done = None
        self._problem = ""
        self._refused = None
        self._show_outcome()

    def _on_reader_head(self, reading: Reading) -> None:
        self._has_head = True
        if self._table is None:
            self._show_table(reading)

    def _on_reader_progressed(self, share: float) -> None:
        self._progress.setValue(round(100 * share))

    def _on_reader_read(self, reading: Reading) -> None:
        self._table = reading.table
        self._show_table(reading)
        self._convert()

    def _on_reader_converted(self, done: Converted) -> None:
        self._done = done
        self._show_outcome()

    def _on_reader_refused(self, error: CellError) -> None:
        self._refused = error
        self._problem = error_text(error)
        self._show_outcome()
        self._model.mark((error.row, error.column))
        QTimer.singleShot(0, self, self._scroll_to_refused)  # the table has its new rows and its new height only then

    def _scroll_to_refused(self) -> None:
        if self._refused is not None:
            place = self._model.mark((self._refused.row, self._refused.column))
            self._view.scrollTo(place, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _on_reader_failed(self, sentence: str) -> None:
        self._problem = sentence
        if self._table is None and not self._has_head:
            self._clear_table()
        self._show_outcome()

    def _show_table(self, reading: Reading) -> None:
        """Show the rows; the user's choices for the columns stay as long as the columns do."""
        table, self._likely = reading.table, reading.suggested.plan
        names = tuple(column.name for column in table.columns)
        is_new = len(names) != len(self._names)
        if is_new or not self._is_plan_changed:
            self._adopt(reading.suggested)
        self._names, self._shown = names, table
        self._layout_choices.show_found(table)
        self._model.show_table(table, self._plan.roles)
        self._show_roles(table)
        self._show_decisions()
        if is_new:
            self._view.resizeColumnsToContents()
            for column in range(len(names)):
                self._header.resizeSection(column, min(self._header.sectionSize(column), _MAX_COLUMN_WIDTH))

    def _adopt(self, suggested: Suggestion) -> None:
        """Plan as is suggested; what the user chose for tasks and cells stays."""
        mine = self._plan
        task = mine.task if self._is_task_chosen else suggested.plan.task
        self._plan = replace(suggested.plan, task=task, missing=mine.missing, misfits=mine.misfits)
        self._task.show_value(task)
        self._decisions = suggested.decisions
        self._undone = [decision for decision in self._undone if decision.layout]
        self._is_plan_changed = False

    def _show_roles(self, table: RawTable) -> None:
        parts = [
            shown_part(column, role, self._plan.encoding(place))
            for place, (column, role) in enumerate(zip(table.columns, self._plan.roles, strict=True))
        ]
        self._header.show_columns(table.columns, parts)
        self._model.show_roles(self._plan.roles)

    def _show_decisions(self) -> None:
        table = self._shown
        notes = [Decision(note) for note in table.notes] if table is not None else []
        found = [*notes, *table.decisions, *self._decisions] if table is not None else []
        self._list.show_decisions([each for each in found if each not in self._undone], self._undone)

    def _clear_table(self) -> None:
        """Not even the first rows could be read: no preview, but other ways to read a text file."""
        self._names, self._plan, self._shown = (), replace(self._plan, roles=()), None
        self._model.show_table(None, ())
        self._header.show_columns((), ())
        self._show_decisions()
        if self._path.suffix.lower() not in (".arff", ".npy", ".npz", ".pat", ".xlsx"):
            self._layout_choices.show_unknown()

    # ------------------------------------------------------------------ planning

    def _on_header_role_chosen(self, column: int, role: str, encoding: str) -> None:
        encodings = [self._plan.encoding(place) for place in range(len(self._names))]
        encodings[column] = encoding
        self._plan = replace(self._plan, encodings=tuple(encodings))
        self._change_roles({column: role})

    def _on_task_chosen(self, task: str) -> None:
        self._is_task_chosen = True
        self._task.show_value(task)
        self._change_plan(replace(self._plan, task=cast(Task, task)))

    def _change_roles(self, changes: Mapping[int, str]) -> None:
        """Give some columns other roles."""
        roles = tuple(cast(Role, changes.get(place, role)) for place, role in enumerate(self._plan.roles))
        self._is_plan_changed = True
        self._change_plan(replace(self._plan, roles=roles))
        if self._shown is not None:
            self._show_roles(self._shown)

    def _on_list_undone(self, decision: Decision) -> None:
        self._undone.append(decision)
        if decision.roles:
            self._change_roles(dict(decision.roles))
        if decision.task:
            self._on_task_chosen(decision.task)
        self._show_decisions()
        if decision.layout:
            self._layout_choices.take_back(decision.other_layout(self._layout_choices.wanted))

    def _on_list_redone(self, decision: Decision) -> None:
        self._undone.remove(decision)
        if decision.roles:
            self._change_roles({place: self._likely.roles[place] for place, _ in decision.roles})
        if decision.task:
            self._on_task_chosen(self._likely.task)
        self._show_decisions()
        if decision.layout:
            open_again = dict.fromkeys((name for name, _ in decision.layout), None)
            self._layout_choices.take_back(replace(self._layout_choices.wanted, **open_again))

    def _on_skip_clicked(self) -> None:
        """Leave out the rows of the kind of the one that stands in the way."""
        error, table = self._refused, self._table
        if error is None or table is None:
            return
        is_vacant = table.columns[error.column].codes[error.row] == MISSING and error.row not in table.uneven.rows
        if is_vacant:
            self._missing.show_value("drop")
        self._change_plan(replace(self._plan, missing="drop") if is_vacant else replace(self._plan, misfits="drop"))

    def _change_plan(self, plan: Plan) -> None:
        self._plan = plan
        self._convert()

    def _convert(self) -> None:
        if self._table is not None:  # else it comes when the table is read
            self._reader.convert(self._table, self._plan, self.like, partial(self.made_of, self._document.project))
            self._wait()

    def _on_import_clicked(self) -> None:
        """Change the project; the window is painted and this one closed in another turn, as each takes its time."""
        if self._done is None:
            return
        window = self._window
        stop_painting(window)
        QTimer.singleShot(_NEXT_TURN_MS, window, partial(paint_again, window))
        if self.take(self._done) or self.made_of(self._document.project, self._done) == self._document.project:
            self._import.setEnabled(False)
            QTimer.singleShot(_NEXT_TURN_MS, self, self.accept)

    # ------------------------------------------------------------------ showing

    def _show_outcome(self) -> None:
        """The summary, the problem, or that it is being read."""
        self._import.setEnabled(self._done is not None)
        self._skip.setVisible(self._refused is not None)
        if self._refused is None:
            self._model.mark(None)
        self._progress.setVisible(self._table is None and not self._problem)
        remarks = ""
        if self._problem:
            summary = self.tr("This cannot be imported as it stands")
            remarks = self._problem
        elif self._done is not None and self._table is not None:
            summary = summary_text(self._done)
            remarks = f"{remarks_text(self._table, self._plan, self._done)} {self.consequence()}".strip()
        else:
            summary = self.tr("Reading {name} …").format(name=self._path.name)
        self._summary.setText(summary)
        self._remarks.setText(remarks)
        wear(self._remarks, tone="warning" if self._problem else "muted")
