"""The evaluation in the window: its tab below the network, and where the samples of a cell are marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.project.project import Project
from gui.features.evaluation import EvaluationPanel
from gui.toolkit.export import Offer
from gui.window.wiring.wiring import Wiring

if TYPE_CHECKING:
    from gui.main_window import MainWindow

TAB = "evaluation"
NOBODY = np.empty(0, dtype=np.intp)
PAUSE_MS = 140  # some seven times a second: figures that can be read


class EvaluationWiring(Wiring):
    """Frames go to the tab gently; while it is hidden they cost nothing."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.panel = EvaluationPanel(window.document, window.appearance.themes, window.appearance.notation, window)
        window.tables.add(TAB, self.panel)
        window.clock.add(self.panel.show_frame, pause_ms=PAUSE_MS)
        self.panel.samples_chosen.connect(window.decision_region_plot.samples.show_marked)
        self.panel.samples_chosen.connect(window.sample_panel.show_chosen)
        window.document.changed.connect(self._on_document_changed)
        self.panel.export_wanted.connect(self.ask_export)
        self.panel.failed.connect(window.message_bar.warn)

    def pictures(self) -> list[Offer]:
        return [Offer(TAB, self.tr("Confusion matrix"), self.panel.picture)]

    def retranslate(self) -> None:
        self.window.tables.set_title(
            TAB,
            self.tr("Evaluation"),
            self.tr("How well training and test samples are told apart, class by class"),
        )

    def _on_document_changed(self, before: Project, after: Project) -> None:
        if before.dataset != after.dataset:
            self.window.decision_region_plot.samples.show_marked(NOBODY)

    def ask_export(self) -> None:
        """Ask where to write the figures."""
        dialog = self.window.questions.ask_save(self.tr("Save the evaluation"), [self.tr("Tables (*.csv)")])
        if dialog is None:
            return
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(self.panel.export)
        dialog.open()
