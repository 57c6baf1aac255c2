"""This module computes the exact loss of the whole training set for parameters that are moved in a plane."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Dataset
from engine.network.fit import check_loss, check_targets
from engine.network.kernels.evaluate import evaluate_moved
from engine.network.kernels.jit import COMPILED
from engine.network.kernels.memory_layout import blas_form, make_work
from engine.network.kernels.settings import VALUES, Grading
from engine.network.kernels.state import make_samples
from engine.network.network import Network
from engine.spec.errors import EngineError
from engine.spec.losses import LOSSES

Floats = NDArray[np.float64]

_ROOM = 64
_WORK_AT_ONCE = 20_000_000 if COMPILED else 20_000
"""Multiplications, some 20 ms, between two looks whether the losses are still wanted."""


class PlaneLosses:
    """The mean loss at `start + a · axes[0] + b · axes[1]`, in compiled code; for one thread.

    start (n_parameters,), axes (2, n_parameters). Cut connections of `network`, which is not changed, stay at 0.
    Raises EngineError where the network has no such loss on `data`.
    """

    def __init__(self, network: Network, data: Dataset, loss: str, start: Floats, axes: Floats) -> None:
        check_loss(network.spec, loss)
        check_targets(loss, data.targets)
        if data.inputs.shape[1] != network.spec.n_inputs or data.targets.shape[1] != network.spec.n_outputs:
            raise EngineError("The data do not fit the network; give as many inputs and targets as it has.")
        if data.n_samples == 0:
            raise EngineError("There are no samples; give at least one row.")
        self._start = np.where(network.connected, start, 0.0)
        self._axes = np.ascontiguousarray(np.where(network.connected, axes, 0.0))
        room = min(_ROOM, data.n_samples)
        self._work = make_work(network.spec, np.zeros(network.spec.n_parameters), room)
        self._blas = blas_form(network.spec, room)
        inputs, targets = (np.array(part, dtype=np.float64, order="C") for part in (data.inputs, data.targets))
        self._samples, self._n_samples = make_samples(inputs, targets), data.n_samples
        self._grading = Grading(LOSSES[loss].code, VALUES, 0.0)
        self._widths = _rbf_widths(network)
        self._at_once = max(1, _WORK_AT_ONCE // (data.n_samples * network.spec.n_parameters))

    def at(self, points: Floats, is_cancelled: Callable[[], bool] = lambda: False) -> Floats:
        """The losses (n,) at `points` (n, 2); NaN where an RBF width is not positive, and once `is_cancelled`."""
        points = np.ascontiguousarray(points, dtype=np.float64)
        losses = np.full(len(points), np.nan)
        for begin in range(0, len(points), self._at_once):
            if is_cancelled():
                break
            part = slice(begin, begin + self._at_once)
            arguments = (self._work, self._samples, self._grading, self._blas)
            with np.errstate(all="ignore"):
                evaluate_moved(*arguments, self._start, self._axes, len(points[part]), points[part], losses[part])
        return np.where(self._have_widths(points), losses / self._n_samples, np.nan)

    def _have_widths(self, points: Floats) -> NDArray[np.bool_]:
        if self._widths.stop == 0:
            return np.ones(len(points), dtype=bool)
        with np.errstate(all="ignore"):  # a point may lie farther out than numbers go
            widths = self._start[self._widths] + points @ self._axes[:, self._widths]
        return np.asarray((widths > 0).all(axis=1))


def _rbf_widths(network: Network) -> slice:
    """Where the widths of an RBF layer stand in the parameters; nowhere without one."""
    end = network.spec.n_rbf_parameters
    return slice(end - len(network.biases[0]), end) if end else slice(0, 0)
