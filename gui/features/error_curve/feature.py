"""This feature makes the card of the error curve and exports the curve as a table."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from engine.spec.plural import filled
from gui.features.context import WindowContext
from gui.features.error_curve.error_plot import ErrorPlot
from gui.features.feature import Feature
from gui.toolkit.background_job import Background
from gui.toolkit.containers.card import card_spec
from gui.toolkit.services.actions import spec
from gui.words.number_text import grouped

if TYPE_CHECKING:
    from engine.training.history import LossCurve

CARD = card_spec("error", QT_TRANSLATE_NOOP("Cards", "Error curve"))


class ErrorCurveFeature(Feature):
    """What is written is the curve on show at that moment; the file is written in the background."""

    actions = (
        spec(
            "export_curve",
            QT_TRANSLATE_NOOP("Actions", "Export the error &curve …"),
            QT_TRANSLATE_NOOP(
                "Actions", "Write the error curve with all digits into a table that spreadsheets can read"
            ),
        ),
    )

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self.plot = ErrorPlot(context.document, context.themes, context.notation)
        self._exports = Background("perceptra-curve-export", self)
        context.cards.add(CARD, self.plot, self.plot.bar)
        context.clock.add(self.plot.show_frame)
        marked = context.marked_epochs
        marked.changed.connect(lambda: self.plot.stretch_band.show_stretch(marked.stretch))
        context.actions["export_curve"].triggered.connect(lambda _checked=False: self.ask_export())
        self.plot.export_wanted.connect(self.ask_export)
        self.plot.moment_wanted.connect(context.session.show_epoch)
        self._exports.done.connect(self._on_exports_done)
        self._exports.failed.connect(context.messages.warn)

    def ask_export(self) -> None:
        """Ask where to write the error curve."""
        self.context.questions.ask_save_table(self.tr("Export the error curve"), self.export)

    def export(self, path: Path) -> None:
        """Write the error curve of the run on show to `path`."""
        curve = self.plot.curve
        self._exports.submit(lambda _unwanted: (path, _save(curve, path)))

    def _on_exports_done(self, result: tuple[Path, int]) -> None:
        path, count = result
        text = filled(self.tr("Error curve written to {path}, {count} rows."), count=grouped(count), path=path)
        self.context.messages.notice(text)


def _save(curve: LossCurve, path: Path) -> int:
    from engine.export.error_curve_csv import save_error_curve

    return save_error_curve(curve, path)
