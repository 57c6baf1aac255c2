"""Takes the samples with their outputs, and the error curve, out of the program as tables."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from engine.export.error_curve_csv import save_error_curve
from engine.export.sample_csv import save_samples
from gui.toolkit.background_job import Background
from gui.window.wiring.wiring import Wiring

if TYPE_CHECKING:
    from gui.main_window import MainWindow

MANY_SAMPLES = 20_000
"""Writing so many takes a moment."""


class TableExportWiring(Wiring):
    """Data ▸ Export the samples, Train ▸ Export the error curve, and the buttons beside the two.

    What is written is what is on show at that moment; the files are written in the background.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._samples = Background("perceptra-sample-export", self)
        self._curves = Background("perceptra-curve-export", self)
        window.actions_by_name["export_samples"].triggered.connect(self.ask_samples)
        window.actions_by_name["export_curve"].triggered.connect(self.ask_curve)
        window.sample_panel.export_wanted.connect(self.ask_samples)
        window.error_plot.export_wanted.connect(self.ask_curve)
        self._samples.done.connect(self._on_samples_done)
        self._curves.done.connect(self._on_curves_done)
        for exports in (self._samples, self._curves):
            exports.failed.connect(window.message_bar.warn)

    def ask_samples(self) -> None:
        """Ask where to write the samples."""
        self.window.questions.ask_save_table(self.tr("Export the samples"), self.export_samples)

    def ask_curve(self) -> None:
        """Ask where to write the error curve."""
        self.window.questions.ask_save_table(self.tr("Export the error curve"), self.export_curve)

    def export_samples(self, path: Path) -> None:
        """Write the samples and what the network answers now to `path`."""
        document, frame = self.window.document, self.window.sample_panel.frame
        if frame is None:
            self.window.message_bar.warn(self.tr("The outputs are still being computed; try again in a moment."))
            return
        data, loss = document.dataset, document.project.training.loss
        if data.n_samples + data.n_test_samples > MANY_SAMPLES:
            self.window.message_bar.notice(self.tr("Writing the samples …"))
        self._samples.submit(lambda unwanted: (path, save_samples(data, frame, loss, path, unwanted)))

    def export_curve(self, path: Path) -> None:
        """Write the error curve of the run on show to `path`."""
        curve = self.window.error_plot.curve
        self._curves.submit(lambda _unwanted: (path, save_error_curve(curve, path)))

    def _on_samples_done(self, result: tuple[Path, int]) -> None:
        path, count = result
        text = self.tr("{count} samples written to {path}.").format(count=f"{count:,}", path=path)
        self.window.message_bar.notice(text)

    def _on_curves_done(self, result: tuple[Path, int]) -> None:
        path, count = result
        text = self.tr("Error curve written to {path}, {count} rows.").format(count=f"{count:,}", path=path)
        self.window.message_bar.notice(text)
