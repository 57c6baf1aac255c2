"""Writes the network on screen to a file, and reads weights from a file."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QDialog, QFileDialog

from engine.files.atomic_write import write_atomically
from engine.project.edits import set_parameters
from engine.spec.errors import EngineError
from engine.spec.specs import NetworkSpec
from gui.document.commands.push import push
from gui.features.context import WindowContext
from gui.features.feature import Feature
from gui.toolkit.services.actions import spec
from gui.words.error_text import error_text

if TYPE_CHECKING:
    from gui.features.network_files.formats import Format

Floats = NDArray[np.float64]


class NetworkFilesFeature(Feature):
    """File ▸ Export the network, and Network ▸ Load weights."""

    actions = (
        spec(
            "export_network",
            QT_TRANSLATE_NOOP("Actions", "&Export the network…"),
            QT_TRANSLATE_NOOP("Actions", "Write the weights as a script, a model, arrays or a table"),
            "Ctrl+E",
        ),
        spec(
            "load_weights",
            QT_TRANSLATE_NOOP("Actions", "Load &weights…"),
            QT_TRANSLATE_NOOP("Actions", "Read weights from an .npz file as the new start"),
        ),
    )

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        context.actions["export_network"].triggered.connect(self._ask_export)
        context.actions["load_weights"].triggered.connect(self._ask_load)

    def save(self, path: Path, kind: Format) -> bool:
        """Write the weights on screen to `path`; False, with a message on show, where that cannot be done."""
        from gui.features.network_files.formats import Exported

        context, snapshot = self.context, self.context.snapshot
        if snapshot is None:
            context.messages.warn(self.tr("There are no weights to export yet; wait a moment."))
            return False
        data = context.document.dataset
        try:
            letters = context.notation.is_lecture
            contents = kind.contents(Exported(context.document.project, data, snapshot, letters))
            write_atomically(path, contents.encode("utf-8") if isinstance(contents, str) else contents)
        except EngineError as error:
            context.messages.warn(error_text(error))
            return False
        done, warning = self.tr("Exported as {path}.").format(path=path), kind.warning(data)
        if warning is None:
            context.messages.notice(done)
        else:
            context.messages.warn(f"{done} {error_text(warning)}")
        return True

    def load(self, path: Path) -> None:
        """Make the weights in `path` the start, as one undoable step, once they are read."""
        from engine import export

        network = self.context.document.project.network
        self.context.reader.read(
            path.name, lambda: export.read_weights(path, network), lambda values: self._take(path, network, values)
        )

    def _take(self, path: Path, network: NetworkSpec, values: Floats) -> None:
        document = self.context.document
        if document.project.network != network:  # changed while a slow drive was being read
            self.load(path)
            return
        start = document.project.parameters
        if start is not None and np.array_equal(start.array, values):
            self.context.session.reset()
            self.context.messages.notice(self.tr("{file} holds the weights of the start.").format(file=path.name))
            return
        text = self.tr("Load weights from {file}").format(file=path.name)
        push(document, text, partial(set_parameters, values=values))

    def _ask_load(self) -> None:
        filters = [self.tr("Weights (*.npz *.py *.csv)"), self.tr("All files (*)")]
        self.context.questions.ask_open(self.tr("Load weights"), filters, self.load)

    def _ask_export(self) -> None:
        from gui.features.network_files.formats import FORMATS

        filters = [QCoreApplication.translate("Export", kind.title) for kind in FORMATS]
        dialog = self.context.questions.ask_save(self.tr("Export the network"), filters)
        if dialog is None:
            return
        dialog.setDefaultSuffix(FORMATS[0].suffix)
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(FORMATS[filters.index(chosen)].suffix))
        dialog.finished.connect(lambda result: self._on_export_finished(dialog, result, filters))
        dialog.open()

    def _on_export_finished(self, dialog: QFileDialog, result: int, filters: list[str]) -> None:
        from gui.features.network_files.formats import FORMATS

        if result == QDialog.DialogCode.Accepted.value:
            self.save(Path(dialog.selectedFiles()[0]), FORMATS[filters.index(dialog.selectedNameFilter())])
