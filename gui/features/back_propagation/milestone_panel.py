"""This module shows what the network answered, and its error, after the passes that the user names."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from engine.analysis.frame import Frame
from engine.files.atomic_write import write_atomically
from engine.project.project import Project
from engine.spec.errors import EngineError
from engine.spec.training_spec import MAX_MILESTONES
from gui.document import commands
from gui.document.document import Document
from gui.features.back_propagation.milestone_model import MilestoneModel
from gui.toolkit.buttons import TableButton
from gui.toolkit.containers.overflow_row import OverflowRow
from gui.toolkit.look import wear
from gui.toolkit.plain_table import PlainTable
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.error_text import error_text
from gui.words.notation import Notation
from gui.words.number_text import table_number

_MOST = 2**53
_MOST_FITTED = 200  # columns whose texts are measured


class MilestonePanel(View, QWidget):
    """Fills itself while training, at any speed.

    `rate_wanted`: the user asks how often such a run succeeds; `export_wanted`: and for a file to `export` to.
    `failed` carries a sentence: why the table could not be saved.
    """

    rate_wanted = Signal()
    export_wanted = Signal()
    failed = Signal(str)

    def __init__(
        self, document: Document, themes: ThemeManager, notation: Notation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("milestone_panel")
        self._document = document
        self._model = MilestoneModel(document.dataset, notation, themes.theme, self)
        self._build(themes.theme)
        self._epochs.editingFinished.connect(self._on_epochs_editing_finished)
        self._copy.clicked.connect(self.copy)
        self._export.clicked.connect(self.export_wanted)
        self._how_often.clicked.connect(self.rate_wanted)
        self._model.modelReset.connect(self._fit_columns)
        self.table.resized.connect(self._fit_columns)
        document.changed.connect(self._on_document_changed)
        notation.changed.connect(self._model.refresh_headers)
        self._sync()
        self.follow_themes(themes)

    def show_frame(self, frame: Frame) -> None:
        """Take the milestones that the run of `frame` has passed."""
        if frame.network == self._document.project.network:
            self._model.show_passed(frame.snapshot.milestones, frame.snapshot.epoch)

    def copy(self) -> None:
        """Put the whole table on the clipboard."""
        self.table.clearSelection()
        QGuiApplication.clipboard().setText(self.table.text())

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Milestones"))
        self._caption.setText(self.tr("Note at epochs"))
        hint = self.tr(
            "After these passes the outputs of every sample are noted, e.g. 1, 8000, 11050 (at most {count})"
        )
        self._epochs.setToolTip(hint.format(count=MAX_MILESTONES))
        self._epochs.setAccessibleName(self.tr("Note at epochs"))
        self._buttons.name_more(self.tr("More about the milestones"))
        self._copy.setText(self.tr("Copy"))
        self._copy.setToolTip(self.tr("Copy the table, with every digit"))
        self._export.setText(self.tr("CSV …"))
        self._export.setToolTip(self.tr("Save the table as a CSV file"))
        self._how_often.setToolTip(self.tr("Train from 100 random starts and see how many reach the goal"))
        for button in (self._copy, self._export):
            button.setAccessibleName(button.text())
        self.table.setAccessibleName(self.tr("Milestones"))
        self.table.setToolTip(
            self.tr("Ctrl+C copies what is selected, or everything; pointing at a number shows it whole")
        )
        self.table.hint = self.tr("No samples yet.")
        self._show_note()
        self._model.refresh_headers()
        self._fit_columns()

    def apply_theme(self, theme: Theme) -> None:
        self.table.apply_theme(theme)
        self._model.apply_theme(theme)
        px = theme.px
        self._top.setContentsMargins(px(8), px(4), px(8), px(2))
        self._top.setSpacing(px(4))
        self._buttons.set_spacing(px(4))
        self._fit_entry()
        self._epochs.setMinimumHeight(px(24))
        self._fit_columns()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_columns()

    # ------------------------------------------------------------------ making

    def _build(self, theme: Theme) -> None:
        self._caption = QLabel(self)
        wear(self._caption, caption=True)
        self._epochs = QLineEdit(self)
        self._epochs.setObjectName("milestones")
        self._caption.setBuddy(self._epochs)
        self._buttons = OverflowRow("milestones_more", self)
        self._copy, self._export, self._how_often = (TableButton(self._buttons) for _ in range(3))
        names = ("milestones_copy", "milestones_export", "milestones_how_often")
        for button, name in zip((self._copy, self._export, self._how_often), names, strict=True):
            button.setObjectName(name)
        for gives_way, button in enumerate((self._how_often, self._copy, self._export), 1):
            self._buttons.place(button, gives_way)
        self.table = PlainTable("milestone_table", self._model, theme, self)
        self.table.verticalHeader().hide()
        self._top = QHBoxLayout()
        for widget in (self._caption, self._epochs, self._buttons):
            self._top.addWidget(widget, 1 if widget is self._epochs else 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._top)
        layout.addWidget(self.table, 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, super().minimumSizeHint().height())

    # ------------------------------------------------------------------ showing

    def _sync(self) -> None:
        milestones = self._document.project.training.milestones
        self._model.set_table(self._document.dataset, milestones)
        self._epochs.setText(", ".join(str(epoch) for epoch in milestones))
        self._fit_entry()
        self._epochs.setCursorPosition(0)
        self._show_note()

    def _fit_entry(self) -> None:
        """Room for the usual milestones; many of them scroll."""
        needed = self._epochs.fontMetrics().horizontalAdvance(self._epochs.text()) + 14
        self._epochs.setMinimumWidth(min(needed, self._epochs.fontMetrics().horizontalAdvance("0") * 24))

    def _show_note(self) -> None:
        """The lecture's network gets the lecture's remark."""
        if self._document.project.network.sizes == (2, 2, 1):
            text = self.tr("2-2-1 can fail: how often?")
        else:
            text = self.tr("How often does it learn?")
        self._how_often.setText(text)
        self._how_often.setAccessibleName(text)

    def _input_width(self) -> int:
        """Of the widest value."""
        data = self._document.dataset
        shown = [table_number(value) for rows in (data.inputs, data.targets) for value in rows[:40, :12].flat]
        return max(map(self.fontMetrics().horizontalAdvance, shown), default=0)

    def _fit_columns(self) -> None:
        if not self.isVisible():
            return  # done when the panel is shown: until then edits come many a second
        room, space = self.table.viewport().width(), self.fontMetrics().horizontalAdvance
        widths = self._widths(max(self._input_width(), space("−0.0")), space("00"))
        if sum(widths) > room:
            widths = self._widths(self._input_width(), space("00"))
        extra = max(0, room - sum(widths)) // max(1, len(widths))
        for column, width in enumerate(widths):
            self.table.setColumnWidth(column, width + extra)

    def _widths(self, given: int, pad: int) -> list[int]:
        """What each column takes: `given` the values of the data, the outputs room for any error above them."""
        space, outputs = self.fontMetrics().horizontalAdvance, self._model.first_output
        noted = space("E = 0.000e−00")
        headings = [
            str(self._model.headerData(column, Qt.Orientation.Horizontal)).split("\n")
            for column in range(min(self._model.columnCount(), _MOST_FITTED))
        ]
        return [
            max(given if column < outputs else noted, *map(space, heading)) + pad
            for column, heading in enumerate(headings)
        ]

    # ------------------------------------------------------------------ reacting

    def _on_epochs_editing_finished(self) -> None:
        words = [word for word in re.split(r"[,;，；、\s]+", self._epochs.text()) if word]
        if not all(word.isdecimal() and 1 <= int(word) <= _MOST for word in words):
            self._document.noticed.emit(self.tr("Milestones are whole numbers from 1 on, with commas between them."))
            self._sync()
            return
        milestones = tuple(sorted({int(word) for word in words}))
        if milestones != self._document.project.training.milestones:
            commands.change_training(self._document, milestones=milestones)
        self._sync()

    def _on_document_changed(self, before: Project, after: Project) -> None:
        if (before.dataset, before.training, before.network) != (after.dataset, after.training, after.network):
            self._sync()

    def export(self, name: str) -> None:
        """Save the whole table as the CSV file `name`; `failed` tells where that cannot be."""
        self.table.clearSelection()
        lines = self.table.text().splitlines()
        rows = [",".join(_quoted(cell) for cell in line.split("\t")) for line in lines]
        try:
            write_atomically(Path(name), ("\r\n".join(rows) + "\r\n").encode("utf-8-sig"))
        except EngineError as error:
            self.failed.emit(error_text(error))


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if any(mark in cell for mark in ',"') else cell
