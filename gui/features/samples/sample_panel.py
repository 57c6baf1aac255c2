"""The sample panel: the table of all samples, live and to be edited, over a summary."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.analysis.frame import Frame
from engine.project.project import Project
from gui.document.document import Document
from gui.features.samples.sample_edits import SampleEdits
from gui.features.samples.sample_menu import SampleMenu
from gui.features.samples.sample_model import SampleModel
from gui.features.samples.sample_summary import SampleSummary
from gui.features.samples.sample_table import SampleTable
from gui.features.samples.sample_tools import SampleTools
from gui.toolkit.labels.cover import Cover
from gui.toolkit.services.hidden_answer import HiddenAnswer
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.notation import Notation


class SamplePanel(View, QWidget):
    """Shows what the newest frame says about every sample.

    `sample_selected` counts training samples, then test samples; -1 is none. `export_wanted`: for a file of them all.
    """

    sample_selected = Signal(int)
    export_wanted = Signal()

    def __init__(
        self, document: Document, themes: ThemeManager, notation: Notation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sample_panel")
        self._document = document
        self._model = SampleModel(document.dataset, notation, themes.theme, self)
        self._table = SampleTable(self._model, themes.theme, self)
        self._tools = SampleTools(self)
        self._summary = SampleSummary(self)
        self.edits = SampleEdits(document, self._model, self._table, self)
        self._arrange()
        self._table.sample_selected.connect(self.sample_selected)
        self._table.wanted.connect(self.edits.do)
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._table.customContextMenuRequested.connect(self._on_table_menu_requested)
        self._tools.wanted.connect(self._on_tools_wanted)
        document.changed.connect(self._on_document_changed)
        notation.changed.connect(self._model.refresh_headers)
        self._sync_terms()
        self._summary.show_snapshot(None, document.dataset.n_test_samples)
        self.follow_themes(themes)

    @property
    def frame(self) -> Frame | None:
        """The frame whose outputs stand in the table; None before the first of these samples."""
        return self._model.frame

    def show_frame(self, frame: Frame) -> None:
        """Show a frame; one of another network or of other data is ignored."""
        dataset = self._document.dataset
        shape = (dataset.n_samples, dataset.n_outputs)
        fits = frame.outputs.shape == shape and len(frame.test_outputs) == dataset.n_test_samples
        if not fits or frame.network != self._document.project.network:
            return
        self._table.show_frame(frame)
        snapshot = frame.snapshot if dataset.n_samples else None  # without any, training stands where it was with some
        self._summary.show_snapshot(snapshot, dataset.n_test_samples)

    def cover_as(self, answer: HiddenAnswer, themes: ThemeManager) -> None:
        """Cover what `answer` hides, and the summary with the first of it."""
        self._model.cover_as(answer)
        Cover(self._summary, answer, themes)

    def show_selected(self, row: int) -> None:
        """Select the row of a sample, counted as in `sample_selected`; −1 for none. Announces nothing."""
        self._table.show_selected(row)

    def show_chosen(self, samples: NDArray[np.intp]) -> None:
        """Select the rows of these samples, counted as in `sample_selected`, and no others. Announces nothing."""
        self._table.show_chosen(samples)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Samples"))

    def apply_theme(self, theme: Theme) -> None:
        self._table.apply_theme(theme)
        self._tools.apply_theme(theme)
        self._summary.apply_theme(theme)

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(self._table, 1)
        top.addWidget(self._tools)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top, 1)
        layout.addWidget(self._summary)

    def _sync_terms(self) -> None:
        project = self._document.project
        self._model.set_terms(project.training.loss, project.network)

    def _on_document_changed(self, before: Project, after: Project) -> None:
        self._sync_terms()
        if before.dataset != after.dataset:
            self._model.set_dataset(self._document.dataset)
            self._summary.show_snapshot(None, self._document.dataset.n_test_samples)

    def _on_table_menu_requested(self, position: QPoint) -> None:
        column = self._table.columnAt(position.x())
        menu = SampleMenu(self._model, self._table, column, self.edits.do, self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._table.viewport().mapToGlobal(position))

    def _on_tools_wanted(self, name: str) -> None:
        if name == "export":
            self.export_wanted.emit()
        else:
            self.edits.do(name)
