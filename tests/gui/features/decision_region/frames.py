"""Frames made by hand, for plots without a training session."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from engine.analysis.frame import Frame
from engine.data.plane import Plane
from engine.network.plane_trace import PlaneTrace
from engine.training.history import LossCurve
from engine.training.snapshot import Snapshot
from gui.document.document import Document

Floats = NDArray[np.float64]
Function = Callable[[Floats], Floats]


def snapshot(document: Document, run_id: int = 1, epoch: int = 0) -> Snapshot:
    """A snapshot whose numbers do not matter."""
    return Snapshot(
        run_id=run_id, epoch=epoch, step=0, parameters=np.zeros(document.project.network.n_parameters), loss=0.1,
        loss_sum=0.4, accuracy=None, n_right=None, n_samples=document.dataset.n_samples, test_loss=None,
        test_accuracy=None, learning_rate=0.5,
    )  # fmt: skip


def region_frame(document: Document, plane: Plane, function: Function, pixels: int = 64) -> Frame:
    """A frame of a network that answers `function`: (n, n_inputs) to (n, n_outputs)."""
    data = document.dataset
    rows = 1 if plane.y_axis is None else pixels
    region = function(plane.inputs(pixels, rows)).reshape(rows, pixels, data.n_outputs)
    outputs = function(data.inputs).reshape(data.n_samples, data.n_outputs)
    test = function(data.test_inputs).reshape(data.n_test_samples, data.n_outputs)
    trace = PlaneTrace(plane, region, ())
    return Frame(document.project.network, snapshot(document), loss_curve([]), outputs, test, trace)


def curve_frame(document: Document, curve: LossCurve, run_id: int = 1) -> Frame:
    """A frame with a history and no region."""
    epoch = int(curve.epochs[-1]) if len(curve.epochs) else 0
    nothing = np.empty((0, document.dataset.n_outputs))
    return Frame(document.project.network, snapshot(document, run_id, epoch), curve, nothing, nothing, None)


def loss_curve(losses: list[float] | Floats, test: list[float] | Floats | None = None, every: int = 1) -> LossCurve:
    """A history with an entry for each of `losses`, `every` epochs apart, beginning at epoch 0."""
    train = np.asarray(losses, dtype=np.float64)
    other = np.empty(0) if test is None else np.asarray(test, dtype=np.float64)
    return LossCurve(np.arange(len(train)) * every, train, train, train, other, other, other)
