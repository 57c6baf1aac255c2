"""This module holds frames: a snapshot of a run with what the network answers at that moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.analysis.hidden_space import HiddenSpace
from engine.analysis.unit_health import UnitHealth
from engine.network.batch_back_propagation import Matrix
from engine.network.plane_trace import PlaneTrace
from engine.network.probing import PassedValues, UnitMap
from engine.spec.errors import EngineError
from engine.spec.specs import NetworkSpec
from engine.training.history import LossCurve
from engine.training.snapshot import Snapshot

if TYPE_CHECKING:
    from engine.analysis.numpy_code.code_run import CodeRun
    from engine.analysis.steps.sample_steps import SampleSteps
    from engine.training.ledger import LedgerPage  # whose kernels take a second to load
    from engine.training.replay import PastMoment


@dataclass(frozen=True, eq=False)
class Frame:
    """All that one picture of the window needs; every part belongs to the same snapshot.

    network: what the snapshot's parameters belong to. outputs (n_samples, n_outputs) and
    test_outputs are the predictions for the data set of that moment, in the user's units. plane holds the decision
    region and neuron maps; None where there is nothing to draw.
    Only where they are wished for and can be had: passed, one input on its way through; unit_map, one unit over the
    plane; gradient, +∂(mean training loss)/∂(parameters), flat; ledger, some steps of the run as rows; steps, one
    sample's back-propagation; matrices, that of the whole set; code, the step line by line in NumPy; for these three an
    error says why there is none; hidden, what a layer makes of the samples.

    health: which units are off or saturated; None where that is not known.
    The snapshot may be a past one; then `past` knows more of that moment. present: the epoch at which the run stands.
    first: the earliest one that can be shown. curve: the whole history up to the present.
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
    steps: SampleSteps | EngineError | None = None
    matrices: tuple[Matrix, ...] | EngineError | None = None
    code: CodeRun | EngineError | None = None
    hidden: HiddenSpace | None = None
    health: UnitHealth | None = None
    past: PastMoment | None = None
    present: int = 0
    first: int = 0
