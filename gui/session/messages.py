"""The plain values that the window and its threads hand to each other; see `mailbox.py` for how."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from engine.data.dataset import Dataset
from engine.data.plane import Plane
from engine.spec.errors import EngineError
from engine.spec.specs import NetworkSpec
from engine.training.history import LossCurve
from engine.training.run import Run
from engine.training.run_setup import LiveEdit, RunSetup, TrainingStep
from engine.training.snapshot import Snapshot

if TYPE_CHECKING:
    from engine.training.ledger import LedgerView

ReportKind = Literal["started", "rested", "run", "crashed"]


@dataclass(frozen=True, eq=False)
class Start:
    """A new run: what it is made of and, for a project from a file, the run to take up again."""

    run_id: int
    setup: RunSetup
    run: Run | None = None


@dataclass
class Orders:
    """What the window wants, gathered since the worker last looked; of starts and edits only the newest counts.

    number: of the newest order. hold comes before train and steps: it ends what was under way. seek, the step to stand
    at, lies between them.
    """

    number: int = 0
    start: Start | None = None
    edit: LiveEdit | None = None
    hold: bool = False
    train: bool = False
    go_back: bool = False
    seek: int | None = None
    steps: deque[TrainingStep] = field(default_factory=deque)
    run_wanted: bool = False
    closing: bool = False
    epochs_per_second: float | None = None


@dataclass(frozen=True)
class LedgerWish:
    """Which steps of the ledger to show: `count` of them from `first` on, or, where that is None, the newest."""

    first: int | None
    count: int


@dataclass(frozen=True)
class PictureWish:
    """What frames shall hold beside the predictions.

    plane: the rectangle of the region and the maps. inputs: what is passed through the network. unit: the layer and
    unit to map closely. gradient: whether the gradient over the set is asked for. ledger: the steps to show as rows.
    """

    plane: Plane | None = None
    inputs: tuple[float, ...] | None = None
    unit: tuple[int, int] | None = None
    gradient: bool = False
    ledger: LedgerWish = LedgerWish(None, 0)


@dataclass(frozen=True, eq=False)
class Published:
    """The newest moment of a run, as the worker left it; at_rest: nothing more comes before the next order.

    loss: the name of the loss that is trained on. ledger: every step so far, for rules of one layer.
    """

    run_id: int
    network: NetworkSpec
    dataset: Dataset
    snapshot: Snapshot
    curve: LossCurve
    at_rest: bool
    loss: str = "squared_error"
    ledger: LedgerView | None = None


@dataclass(frozen=True, eq=False)
class Report:
    """A rare event from the worker, true for the orders up to `order`.

    kind "started": training has begun. "rested": all orders are done and nothing runs; then the fields below say how
    the run stands. "run": the answer to a wish for the run. "crashed": something failed that nobody foresaw.
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
