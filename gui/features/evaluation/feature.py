"""This feature makes the evaluation tab, feeds it with frames and saves its table."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from gui.features.context import WindowContext
from gui.features.evaluation.evaluation_panel import EvaluationPanel
from gui.features.feature import Feature
from gui.toolkit.containers.tabbed_card import tab_spec
from gui.toolkit.export import Offer
from gui.toolkit.labels.cover import Cover

TAB = tab_spec(
    "evaluation",
    QT_TRANSLATE_NOOP("Tabs", "Evaluation"),
    QT_TRANSLATE_NOOP("Tabs", "How well training and test samples are told apart, class by class"),
)


class EvaluationFeature(Feature):
    """While the panel is hidden, frames cost it nothing."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self.panel = EvaluationPanel(context.document, context.themes, context.notation, context.window)
        Cover(self.panel, context.hidden_answer, context.themes)
        context.tabs.add(TAB, self.panel)
        context.clock.add(self.panel.show_frame)
        self.panel.samples_chosen.connect(context.marked_samples.mark)
        self.panel.export_wanted.connect(self.ask_export)
        self.panel.failed.connect(context.messages.warn)

    def pictures(self) -> list[Offer]:
        return [Offer(TAB.name, self.tr("Confusion matrix"), self.panel.picture)]

    def ask_export(self) -> None:
        """Ask where to write the figures."""
        dialog = self.context.questions.ask_save(self.tr("Save the evaluation"), [self.tr("Tables (*.csv)")])
        if dialog is None:
            return
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(self.panel.export)
        dialog.open()
