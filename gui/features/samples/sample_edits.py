"""What the sample table does to the project, and what it puts on the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import numpy as np
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from engine.spec.plural import filled
from gui.document import commands
from gui.document.document import Document
from gui.features.samples.sample_model import SampleModel
from gui.features.samples.sample_table import SampleTable
from gui.toolkit.background_job import Background
from gui.words.number_text import grouped

MANY_SAMPLES = 5_000
"""So many are copied in some ten milliseconds, with few columns."""

_GESTURES = count()


class SampleEdits(QObject):
    """Every edit is one step of Undo; a new row is one together with what is typed into it."""

    def __init__(self, document: Document, model: SampleModel, table: SampleTable, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._model, self._table = document, model, table
        self._gesture = -1
        self._writer = Background("perceptra-copy", self)
        self._writer.done.connect(self._on_writer_done)
        self._writer.failed.connect(document.noticed)
        model.typed.connect(self._on_model_typed)

    def do(self, command: str) -> None:
        """Do what a key or a menu entry asks for, by its name in `SampleTable.wanted`."""
        deeds: dict[str, Callable[[], object]] = {
            "add": self.add,
            "remove": self.remove,
            "copy": lambda: self.copy(named=False),
            "copy_named": lambda: self.copy(named=True),
            "copy_results": self.copy_results,
            "paste": self.paste,
            "paste_new": self.paste_new,
            "to_test": lambda: self.move(to_test=True),
            "to_training": lambda: self.move(to_test=False),
        }
        deeds[command]()

    def add(self) -> None:
        """A new sample, its first cell open for typing."""
        like, data = self._table.current_sample, self._document.dataset
        is_test = like is not None and like >= data.n_samples
        self._gesture = next(_GESTURES)
        if commands.add_row(self._document, like, self._gesture):
            now = self._document.dataset
            self._table.fill_in(now.n_samples + now.n_test_samples - 1 if is_test else now.n_samples - 1)

    def remove(self) -> None:
        """Take the selected samples out."""
        samples = self._table.chosen_samples
        if not samples:
            self._document.noticed.emit(self.tr("Select the samples to remove first."))
            return
        row = self._model.row_of(samples[0])
        if commands.remove_points(self._document, samples):
            self._table.clearSelection()
            if (left := self._model.rowCount()) > 0:
                self._table.choose_sample(self._model.sample_of(min(row, left - 1)))

    def copy(self, named: bool) -> None:
        """Put inputs and targets of the selected samples on the clipboard."""
        from engine.export.copied_samples import copied_samples

        if samples := self._chosen():
            data = self._document.dataset
            self._put(len(samples), lambda: copied_samples(data, np.array(samples), named))

    def copy_results(self) -> None:
        """Put the selected samples with outputs and errors on the clipboard."""
        from engine.export.copied_samples import copied_results

        samples, frame = self._chosen(), self._model.frame
        if samples and frame is not None:
            data, loss = self._document.dataset, self._document.project.training.loss
            self._put(len(samples), lambda: copied_results(data, np.array(samples), frame, loss))

    def paste(self) -> None:
        """Write the cells on the clipboard over those from the current one on; further rows are new samples."""
        text, row = QGuiApplication.clipboard().text(), self._table.currentIndex().row()
        if row < 0 or not self._table.selectionModel().hasSelection():
            self.paste_new()
            return
        over = self._table.samples_from(row, len(text.splitlines()))
        commands.paste(self._document, text, over, self._table.current_cell or 0)

    def paste_new(self) -> None:
        """Add the rows on the clipboard to the training set."""
        before = self._document.dataset.n_samples
        is_done = commands.paste(self._document, QGuiApplication.clipboard().text(), (), 0)
        if is_done and self._document.dataset.n_samples > before > 0:
            self._table.choose_sample(before)

    def move(self, to_test: bool) -> None:
        """Keep the selected samples for testing, or train on them."""
        commands.move_rows(self._document, self._table.chosen_samples, to_test)

    def _chosen(self) -> list[int]:
        """The selected samples; all, where none is."""
        return self._table.chosen_samples or self._table.samples_from(0, self._model.rowCount())

    def _put(self, n_samples: int, write: Callable[[], str]) -> None:
        """Put on the clipboard what `write` gives; where that takes a while, beside the window."""
        if n_samples <= MANY_SAMPLES:
            QGuiApplication.clipboard().setText(write())
            return
        self._document.noticed.emit(filled(self.tr("Copying {count} samples …"), count=grouped(n_samples)))
        self._writer.submit(lambda _unwanted: (n_samples, write()))

    def _on_writer_done(self, result: tuple[int, str]) -> None:
        n_samples, text = result
        QGuiApplication.clipboard().setText(text)
        self._document.noticed.emit(filled(self.tr("{count} samples copied."), count=grouped(n_samples)))

    def _on_model_typed(self, sample: int, cell: int, text: str) -> None:
        is_filling = self._table.filled_sample == sample
        commands.set_cell(self._document, sample, cell, text, self._gesture if is_filling else None)
