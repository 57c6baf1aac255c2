"""This module reads and converts a table in the background; a new request replaces the one before."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from engine.data.dataset import Dataset
from engine.data.datasets.recipe import data_of
from engine.data.importing import CellError, Converted, Layout, Plan, RawTable, Suggestion, Watch, convert, read_table
from engine.project.project import Project
from gui.toolkit.background_job import Background

SHOWN_ROWS = 200
_PAINTING_MS, _PATIENCE_S = 60, 0.5
"""Before all rows are read, the window gets so long to show the first ones: reading keeps Python's lock most of the
time, and each cell that is painted asks for it."""
_TELL_EVERY_S = 0.1
"""Painting the bar takes several turns with that lock; told more often, the window did nothing else for 0.2 s."""


@dataclass(frozen=True, eq=False)
class Reading:
    """Rows of a table, and what is suggested for its columns."""

    table: RawTable
    suggested: Suggestion


class ImportReader(QObject):
    """`head` comes with the first rows, `read` with all of them, `converted` with the recipe made of them.

    `refused` tells the cell that stands in the way of a recipe.
    """

    head = Signal(object)  # Reading
    progressed = Signal(float)
    read = Signal(object)  # Reading
    converted = Signal(object)  # Converted
    refused = Signal(object)  # CellError
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading = Background("perceptra-import", self, may_hang=True)
        self._converting = Background("perceptra-convert", self)
        self._reading.done.connect(self.read)
        self._converting.done.connect(self._on_converting_done)
        for background in (self._reading, self._converting):
            background.failed.connect(self.failed)
        self._is_head_shown = Event()
        self.head.connect(self._on_head, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether something is still to come."""
        return self._reading.is_busy or self._converting.is_busy

    def start(self, path: Path, layout: Layout, suggest: Callable[[RawTable], Suggestion]) -> None:
        """Read the table at `path`; `suggest` looks at whole columns, which takes its time with a million rows."""

        told = -math.inf

        def tell(share: float) -> None:
            nonlocal told
            now = time.monotonic()
            if now - told >= _TELL_EVERY_S:
                told = now
                self.progressed.emit(share)

        def job(given_up: Callable[[], bool]) -> Reading:
            table = read_table(path, layout, Watch(given_up, max_rows=SHOWN_ROWS))
            first = Reading(table, suggest(table))
            self._is_head_shown.clear()
            if not given_up():
                self.head.emit(first)
            if table.n_rows < SHOWN_ROWS:
                return first
            self._is_head_shown.wait(_PATIENCE_S)
            table = read_table(path, layout, Watch(given_up, tell))
            for column in table.columns:
                column.counts  # noqa: B018 - worked out now, and remembered
            return Reading(table, suggest(table))

        self._converting.cancel()
        self._reading.submit(job)

    def convert(
        self, table: RawTable, plan: Plan, like: Dataset | None, made_of: Callable[[Converted], Project]
    ) -> None:
        """Make the recipe that `plan` wants of `table`; with `like`, of test samples for those data.

        `made_of` tells which project will come of it: its data are built now, and remembered, so that importing a
        million rows does not keep the window waiting.
        """

        def job(_given_up: Callable[[], bool]) -> Converted | CellError:
            try:
                done = convert(table, plan, like)
            except CellError as error:
                return error
            data = data_of(made_of(done).dataset)
            data.input_ranges, data.typical_inputs  # noqa: B018 - worked out now, and remembered
            return done

        self._converting.submit(job)

    def cancel(self) -> None:
        """Give up what is being done."""
        self._is_head_shown.set()
        self._reading.cancel()
        self._converting.cancel()

    def _on_head(self, _table: object) -> None:
        QTimer.singleShot(_PAINTING_MS, self._is_head_shown.set)

    def _on_converting_done(self, result: Converted | CellError) -> None:
        if isinstance(result, CellError):
            self.refused.emit(result)
        else:
            self.converted.emit(result)
