"""This module trains a network from one start after the other, and keeps nothing of the way.

A Trainer gives the same bits. It also keeps the history and is made anew for each start, all under Python's lock: with
short runs on several cores, that would take a third of the time, and the lock from the window.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Dataset
from engine.network.fit import check
from engine.network.kernels.forward import predict_rows
from engine.network.kernels.memory_layout import ROOM, blas_form, make_work
from engine.network.kernels.settings import VALUES, make_settings, rate_of_pass
from engine.network.kernels.state import GOING_ON, Training, clear_memory, make_record, make_samples, make_state
from engine.network.kernels.train import train
from engine.network.network_start import NetworkStart
from engine.spec.specs import TrainingSpec
from engine.training.run import order_rng
from engine.training.run_evaluation import figures_of_now
from engine.training.trainer import STOP_REASONS

Floats = NDArray[np.float64]

_UPDATES_AT_ONCE = 20_000
_RECORDS = 8192


@dataclass(frozen=True)
class RunEnd:
    """How a run ended: why, after how many passes, with which summed loss and how many samples right (or None)."""

    stop_reason: str
    epochs: int
    loss_sum: float
    n_right: int | None


class StartSeries:
    """Trains from the starts that seeds draw, see `NetworkStart.redrawn`, until a stop rule of `training` ends each.

    Raises EngineError where network, data and settings cannot work together.
    """

    def __init__(self, start: NetworkStart, data: Dataset, training: TrainingSpec) -> None:
        check(start.network, data, training)
        self._start, self._data = start, data
        work = make_work(start.network, start.first_parameters(), ROOM)
        state = make_state(start.network, work, data.n_samples)
        state.free[:] = start.free()
        settings = make_settings(training, data)
        samples, no_tests = make_samples(data.inputs, data.targets), make_samples(data.inputs[:0], data.targets[:0])
        self._training = Training(work, samples, no_tests, settings, state)
        self._blas = blas_form(start.network, min(settings.batch_size, ROOM))
        self._record = make_record(_RECORDS)

    def train(self, seed: int, is_cancelled: Callable[[], bool]) -> RunEnd | None:
        """Train from the start of `seed`; None where `is_cancelled`, which is asked every few milliseconds."""
        self._begin(seed)
        rng, progress = order_rng(seed), self._training.state.progress
        while progress.stop == GOING_ON:
            if is_cancelled():
                return None
            with np.errstate(all="ignore"):
                train(self._training, self._record, rng, _UPDATES_AT_ONCE, -1, self._blas)
        figures = figures_of_now(self._training, self._blas)
        n_right = None if self._training.settings.grading.task == VALUES else int(figures.n_right)
        return RunEnd(str(STOP_REASONS[progress.stop]), int(progress.epoch), float(figures.loss_sum), n_right)

    def outputs(self, rows: NDArray[np.intp]) -> Floats:
        """What the network answers now (rows, n_outputs) to these training samples."""
        outputs = np.empty((len(rows), self._start.network.n_outputs))
        with np.errstate(all="ignore"):
            blas = blas_form(self._start.network, min(len(rows), ROOM))
            predict_rows(self._training.work, len(rows), np.array(self._data.inputs[rows]), outputs, blas)
        return outputs

    def _begin(self, seed: int) -> None:
        """The state before the first update, at the start of `seed`."""
        state, settings = self._training.state, self._training.settings
        state.parameters[:] = self._start.redrawn(seed).first_parameters()
        state.last_finite[:] = state.finished[:] = state.parameters
        state.order[:] = np.arange(len(state.order))
        progress = state.progress
        progress.epoch = progress.step = progress.position = progress.last_finite_epoch = 0
        progress.stop = GOING_ON
        state.evaluation.epoch = -1
        clear_memory(state, settings.rule, rate_of_pass(settings, 0))
