"""Reads a large table beside the window, which goes on; the reading can be given up."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread

from PySide6.QtCore import QObject, Qt, Signal

from engine.datasets.spec import DatasetSpec
from engine.errors import EngineError


class TableLoader(QObject):
    """One table at a time, in a thread of its own. `ended` comes for every table that was not given up."""

    ended = Signal(object, object)  # path; its DatasetSpec, or the EngineError that says why there is none
    running_changed = Signal(bool)
    _read = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._given_up = Event()
        self._thread: Thread | None = None
        self._read.connect(self._on_table_read, Qt.ConnectionType.QueuedConnection)

    @property
    def is_running(self) -> bool:
        """Whether a table is being read."""
        return self._thread is not None

    def start(self, path: Path) -> None:
        """Read `path`; a table that is still being read is given up."""
        self.cancel_quietly()
        self._given_up = given_up = Event()
        self.destroyed.connect(given_up.set)
        self._thread = Thread(target=self._work, args=(path, given_up), name="perceptra-table", daemon=True)
        self._thread.start()
        self.running_changed.emit(True)

    def cancel(self) -> None:
        """Give up what is being read."""
        if self.is_running:
            self.cancel_quietly()
            self.running_changed.emit(False)

    def cancel_quietly(self) -> None:
        """The same without a signal, waiting for the thread: some milliseconds."""
        self._given_up.set()
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.join()

    def _work(self, path: Path, given_up: Event) -> None:
        from engine.datasets.tables import table_spec

        result: DatasetSpec | EngineError
        try:
            result = table_spec(path, given_up.is_set)
            result.build()
        except EngineError as error:
            result = error
        if not given_up.is_set():
            self._read.emit(path, result, given_up)

    def _on_table_read(self, path: Path, result: object, given_up: Event) -> None:
        if given_up is not self._given_up or given_up.is_set():
            return
        self.cancel_quietly()
        self.running_changed.emit(False)
        self.ended.emit(path, result)
