"""The sample panel: the table of all samples, live, over a summary."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.project import Project
from engine.snapshot import Frame
from gui.document import Document
from gui.notation import Notation
from gui.panels.sample_model import SampleModel
from gui.panels.sample_summary import SampleSummary
from gui.panels.sample_table import SampleTable
from gui.theme import Theme, ThemeManager


class SamplePanel(QWidget):
    """Shows what the newest frame says about every sample.

    `sample_selected` counts training samples, then test samples; -1 is none.
    """

    sample_selected = Signal(int)

    def __init__(
        self, document: Document, themes: ThemeManager, notation: Notation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sample_panel")
        self._document = document
        self._model = SampleModel(document.dataset, notation, themes.theme, self)
        self._table = SampleTable(self._model, themes.theme, self)
        self._summary = SampleSummary(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._summary)
        self._table.sample_selected.connect(self.sample_selected)
        document.changed.connect(self._on_document_changed)
        notation.changed.connect(self._model.refresh_headers)
        themes.changed.connect(self._on_themes_changed)
        self._on_themes_changed(themes.theme)
        self._sync_terms()
        self._summary.show_snapshot(None, document.dataset.n_test_samples)
        self.retranslate()

    def show_frame(self, frame: Frame) -> None:
        """Show a frame; one of another network or of other data is ignored."""
        dataset = self._document.dataset
        shape = (dataset.n_samples, dataset.n_outputs)
        fits = frame.outputs.shape == shape and len(frame.test_outputs) == dataset.n_test_samples
        if not fits or frame.network != self._document.project.network:
            return
        self._table.show_frame(frame)
        self._summary.show_snapshot(frame.snapshot, dataset.n_test_samples)

    def show_selected(self, row: int) -> None:
        """Select the row of a sample, counted as in `sample_selected`; −1 for none. Announces nothing."""
        self._table.show_selected(row)

    def retranslate(self) -> None:
        """Set all texts in the language in force."""
        self.setAccessibleName(self.tr("Samples"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _sync_terms(self) -> None:
        project = self._document.project
        self._model.set_terms(project.training.loss, project.network)

    def _on_document_changed(self, before: Project, after: Project) -> None:
        self._sync_terms()
        if before.dataset != after.dataset:
            self._model.set_dataset(self._document.dataset)
            self._summary.show_snapshot(None, self._document.dataset.n_test_samples)

    def _on_themes_changed(self, theme: Theme) -> None:
        self._table.set_theme(theme)
        self._summary.set_theme(theme)
