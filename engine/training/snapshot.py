"""A run frozen at one moment: everything that the window shows comes from one of these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.data.plane import PlaneTrace
from engine.network.probing import PassedValues, UnitMap
from engine.spec.specs import NetworkSpec
from engine.training.milestones import Milestone

if TYPE_CHECKING:
    from engine.training.ledger import LedgerPage


@dataclass(frozen=True, eq=False)
class Snapshot:
    """The network at one moment of a run; the losses belong to exactly these parameters.

    parameters: float64 (n_parameters,), read-only. loss is the mean over the training set, loss_sum the sum.
    n_right and accuracy are None for real-valued targets, test_* are None without a test set.
    step counts the updates made in the unfinished pass, 0 at the end of a pass. milestones: those the run has passed.
    """

    run_id: int
    epoch: int
    step: int
    parameters: NDArray[np.float64]
    loss: float
    loss_sum: float
    accuracy: float | None
    n_right: int | None
    n_samples: int
    test_loss: float | None
    test_accuracy: float | None
    learning_rate: float
    milestones: tuple[Milestone, ...] = ()


@dataclass(frozen=True, eq=False)
class LossCurve:
    """The history of a run, bounded: one entry an evaluation, or a bucket of many for old ones.

    epochs: last epoch of each bucket. minimum, maximum, last: mean training losses in it.
    test_minimum, test_maximum, test_last likewise, empty without a test set. All 1-D, read-only.
    """

    epochs: NDArray[np.int64]
    minimum: NDArray[np.float64]
    maximum: NDArray[np.float64]
    last: NDArray[np.float64]
    test_minimum: NDArray[np.float64]
    test_maximum: NDArray[np.float64]
    test_last: NDArray[np.float64]


_NO_EPOCHS, _NO_LOSSES = np.zeros(0, dtype=np.int64), np.zeros(0)
EMPTY_CURVE = LossCurve(_NO_EPOCHS, *[_NO_LOSSES] * 6)
"""The history of a run that was never begun."""


@dataclass(frozen=True, eq=False)
class Frame:
    """All that one picture of the window needs, computed from one snapshot off the GUI thread.

    network: what the snapshot's parameters belong to. outputs (n_samples, n_outputs) and
    test_outputs are the predictions for the data set of that moment. plane holds the decision region and neuron
    maps; None where there is nothing to draw.
    Only where they are wished for and can be had: passed, one input on its way through; unit_map, one unit over the
    plane; gradient, +∂(mean training loss)/∂(parameters), flat; ledger, some steps of the run as rows.
    """

    network: NetworkSpec
    snapshot: Snapshot
    curve: LossCurve
    outputs: NDArray[np.float64]
    test_outputs: NDArray[np.float64]
    plane: PlaneTrace | None
    passed: PassedValues | None = None
    unit_map: UnitMap | None = None
    gradient: NDArray[np.float64] | None = None
    ledger: LedgerPage | None = None
