"""The table of samples: the first tab below the network, and the export of the samples as a table."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP

from engine.spec.plural import filled
from gui.features.context import WindowContext
from gui.features.feature import Feature
from gui.features.samples.probe_rows import ProbeRows
from gui.features.samples.sample_panel import SamplePanel
from gui.toolkit.background_job import Background
from gui.toolkit.containers.tabbed_card import tab_spec
from gui.toolkit.services.actions import spec
from gui.words.number_text import grouped

TAB = tab_spec("samples", QT_TRANSLATE_NOOP("Tabs", "Samples"))
MANY_SAMPLES = 20_000
"""Writing so many takes a moment."""


class SamplesFeature(Feature):
    """What is written is what is on show at that moment; the file is written in the background."""

    actions = (
        spec(
            "export_samples",
            QT_TRANSLATE_NOOP("Actions", "&Export the samples …"),
            QT_TRANSLATE_NOOP(
                "Actions", "Write all samples with outputs and errors into a table that spreadsheets can read"
            ),
        ),
        spec(
            "pass_values",
            QT_TRANSLATE_NOOP("Actions", "Pass &values through"),
            QT_TRANSLATE_NOOP(
                "Actions",
                "Show every net input and activation; choose a sample in the table, or Shift and click in the region",
            ),
            "F8",
            checkable=True,
        ),
    )

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self.panel = SamplePanel(context.document, context.themes, context.notation)
        self.panel.cover_as(context.hidden_answer, context.themes)
        self._exports = Background("perceptra-sample-export", self)
        ProbeRows(context, self.panel, self)
        context.tabs.add(TAB, self.panel)
        context.clock.add(self.panel.show_frame)
        context.marked_samples.changed.connect(self.panel.show_chosen)
        context.actions["export_samples"].triggered.connect(lambda _checked=False: self.ask_export())
        self.panel.export_wanted.connect(self.ask_export)
        self._exports.done.connect(self._on_exports_done)
        self._exports.failed.connect(context.messages.warn)

    def ask_export(self) -> None:
        """Ask where to write the samples."""
        self.context.questions.ask_save_table(self.tr("Export the samples"), self.export)

    def export(self, path: Path) -> None:
        """Write the samples and what the network answers now to `path`."""
        document, frame, messages = self.context.document, self.panel.frame, self.context.messages
        if frame is None:
            messages.warn(self.tr("The outputs are still being computed; try again in a moment."))
            return
        from engine.export.sample_csv import save_samples

        data, loss = document.dataset, document.project.training.loss
        if data.n_samples + data.n_test_samples > MANY_SAMPLES:
            messages.notice(self.tr("Writing the samples …"))
        self._exports.submit(lambda unwanted: (path, save_samples(data, frame, loss, path, unwanted)))

    def _on_exports_done(self, result: tuple[Path, int]) -> None:
        path, count = result
        text = filled(self.tr("{count} samples written to {path}."), count=grouped(count), path=path)
        self.context.messages.notice(text)
