"""The plain values that pass between the window and its threads, through the mailboxes."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from engine.analysis.hidden_space import HiddenChoice
from engine.data.plane import Plane
from engine.spec.errors import EngineError
from engine.training.history import LossCurve
from engine.training.moments import DEFAULT_BYTES, Moments
from engine.training.run import Run
from engine.training.run_setup import HandEdit, LiveEdit, RunSetup, TrainingStep
from engine.training.snapshot import Snapshot

if TYPE_CHECKING:
    from engine.training.ledger import LedgerView

ReportKind = Literal["started", "rested", "run", "crashed"]


@dataclass(frozen=True, eq=False)
class Start:
    """A new run: what it is made of and, for a project from a file, the run to take up again.

    fault: why it cannot begin; then there may be nothing that it is made of.
    """

    run_id: int
    setup: RunSetup | None
    run: Run | None = None
    fault: EngineError | None = None


@dataclass
class Orders:
    """What the window has ordered since the trainer thread last looked; of starts and edits only the newest counts.

    number: that of the newest order. The thread obeys hold first, which stops training and drops steps, then seek, the
    step to return to, then what was set by hand, as a run of another run_id, and then train and steps.
    pause_at: the epoch at whose end training pauses. moment_bytes: what the moments of the run may take.
    """

    number: int = 0
    start: Start | None = None
    edit: LiveEdit | None = None
    hold: bool = False
    train: bool = False
    go_back: bool = False
    seek: int | None = None
    by_hand: tuple[int, HandEdit] | None = None
    steps: deque[TrainingStep] = field(default_factory=deque)
    run_wanted: bool = False
    closing: bool = False
    epochs_per_second: float | None = None
    pause_at: int | None = None
    moment_bytes: int = DEFAULT_BYTES


@dataclass(frozen=True)
class LedgerRequest:
    """The steps of the ledger that a frame shall hold: `count` of them from `first` on, the newest where it is None."""

    first: int | None
    count: int


@dataclass(frozen=True)
class FrameRequest:
    """What a frame shall hold beside the predictions.

    plane: the rectangle of the region and the maps. inputs: one input to pass through the network. unit: the
    layer and unit to map as finely as the region. gradient: whether to compute the gradient over the training set.
    ledger: the steps to hold as rows. steps_of: the training sample to take through back-propagation. matrices:
    whether to hold that of the whole set. code_of: the training samples on which to run the step's code, () for
    the next batch. hidden: the units along which to hold what their layer makes of the samples. epoch: the past
    moment to show, at the end of that pass; None for now.
    """

    plane: Plane | None = None
    inputs: tuple[float, ...] | None = None
    unit: tuple[int, int] | None = None
    gradient: bool = False
    ledger: LedgerRequest = LedgerRequest(None, 0)
    steps_of: int | None = None
    matrices: bool = False
    code_of: tuple[int, ...] | None = None
    hidden: HiddenChoice | None = None
    epoch: int | None = None


@dataclass(frozen=True, eq=False)
class Published:
    """The newest moment of a run.

    setup: what the run is made of, with the data and settings of this moment. at_rest: nothing more comes before the
    next order; then run is its state, None at the start. ledger: every step so far, for the rules of one layer.
    moments: from which past ones are found again; None for none.
    """

    run_id: int
    setup: RunSetup
    snapshot: Snapshot
    curve: LossCurve
    at_rest: bool
    run: Run | None = None
    ledger: LedgerView | None = None
    moments: Moments | None = None


@dataclass(frozen=True, eq=False)
class Report:
    """A rare event of the trainer thread; it knows of the orders up to `order`.

    kind "started": training has begun. "rested": all orders are done and nothing runs; the other fields say how the run
    stands. "run": the answer to a request for the run. "crashed": an unexpected error ended the run.
    """

    kind: ReportKind
    run_id: int
    order: int
    stop_reason: str | None = None
    has_moved: bool = False
    has_worked: bool = False
    problem: EngineError | str = ""
    learning_rate: float = 0.0
    run: Run | None = None
