"""The history of a run is computed beside the window, anew a few times a second while the run goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal

from engine.analysis.surface.run_path import extended, path_of
from engine.analysis.weight_history import WeightHistory, weight_history
from engine.data.dataset import Dataset
from engine.spec.specs import NetworkSpec
from engine.training.curve_marks import Marks
from engine.training.moments import Moments
from gui.toolkit.background_job import Background

EVERY_MS = 400


@dataclass(frozen=True, eq=False)
class Wanted:
    """A run up to the present, whose parameters are these."""

    run_id: int
    network: NetworkSpec
    data: Dataset
    loss: str
    moments: Moments | None
    marks: Marks
    epoch: int
    parameters: NDArray[np.float64]

    def is_as(self, other: Wanted | None) -> bool:
        """Whether the history of both is the same."""
        if other is None or (self.run_id, self.epoch, self.loss) != (other.run_id, other.epoch, other.loss):
            return False
        return self.data is other.data and self.parameters is other.parameters


class HistoryWork(QObject):
    """`due`: another history may be wanted, see `ask`. `found` carries one, `failed` a sentence."""

    due = Signal()
    found = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._background = Background("perceptra-weights", self)
        self._asked: Wanted | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.due)
        self._background.done.connect(self._on_background_done)
        self._background.failed.connect(self.failed)

    def start(self) -> None:
        """Ask now, and again and again."""
        self._timer.start()
        self.due.emit()

    def stop(self) -> None:
        """Want no history any more."""
        self._timer.stop()
        self.forget()

    def forget(self) -> None:
        """What is being computed is of another network."""
        self._background.cancel()
        self._asked = None

    def ask(self, wanted: Wanted) -> None:
        """Compute the history of `wanted`, unless it is known, or another one is being computed."""
        if self._background.is_busy or wanted.is_as(self._asked):
            return
        self._asked = wanted
        self._background.submit(lambda is_cancelled: _history(wanted, is_cancelled))

    def _on_background_done(self, history: WeightHistory | None) -> None:
        if history is not None:
            self.found.emit(history)


def _history(wanted: Wanted, is_cancelled: Callable[[], bool]) -> WeightHistory | None:
    path = path_of(wanted.moments, wanted.marks, wanted.network.n_parameters)
    path = extended(path, wanted.epoch, wanted.parameters)
    return weight_history(wanted.network, path, wanted.data, wanted.loss, is_cancelled)
