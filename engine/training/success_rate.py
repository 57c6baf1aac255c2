"""Counts how often training succeeds with the same network, data and settings from many random starts.

2-2-1 on XOR is the lecture's case: some starts end on a plateau or in a local minimum.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from engine.data.dataset import Dataset
from engine.spec.errors import EngineError, Text
from engine.spec.specs import NetworkSpec, TrainingSpec
from engine.spec.value_checks import LARGEST_SEED, check_kind, check_whole, checked_tuple

if TYPE_CHECKING:
    from engine.network.network import Network

DEFAULT_ATTEMPTS = 100
DEFAULT_LIMIT = 20_000
_UPDATES_AT_ONCE = 20_000


@dataclass(frozen=True)
class Attempt:
    """One start: whether it reached the goal, after how many passes it ended, and the summed loss there."""

    seed: int
    succeeded: bool
    epochs: int
    loss_sum: float


def goal_of(training: TrainingSpec, data: Dataset) -> TrainingSpec:
    """`training` with a goal to reach and a limit of passes: its target error, else that all samples are right.

    Raises EngineError for real-valued targets without a target error, where nothing says what success is.
    """
    limit = training.max_epochs or DEFAULT_LIMIT
    if training.target_error is not None:
        return replace(training, max_epochs=limit, stop_when_all_right=False)
    if data.task == "values":
        raise EngineError("Set a target error first: for real-valued targets nothing else tells what success is.")
    return replace(training, max_epochs=limit, stop_when_all_right=True)


def attempts(
    network: NetworkSpec,
    data: Dataset,
    training: TrainingSpec,
    seeds: Sequence[int] = range(DEFAULT_ATTEMPTS),
    *,
    is_cancelled: Callable[[], bool] = lambda: False,
    prepare: Callable[[Network], object] = lambda network: None,
) -> Iterator[Attempt]:
    """One Attempt for each seed, in order, each trained from the start that the seed draws.

    The iteration asks `is_cancelled` every few milliseconds and then ends without the begun attempt. `prepare` may
    lock or cut connections of each network. Raises EngineError as `goal_of` and `Trainer` do.
    """
    from engine.network.network import Network

    goal = goal_of(training, data)
    for seed in seeds:
        made = Network(network, seed=seed)
        prepare(made)
        attempt = _attempt(made, data, replace(goal, seed=seed, milestones=()), is_cancelled)
        if attempt is None:
            return
        yield attempt


def success_rate(
    spec: NetworkSpec, data: Dataset, training: TrainingSpec, seeds: Iterable[int], executor: Executor | None = None
) -> Iterator[Attempt]:
    """One Attempt for each seed, in the order of `seeds`, each trained from the start that the seed draws.

    An `executor` makes them side by side, with the same results: one of processes, or of threads. Raises EngineError
    as `goal_of` and, while the attempts are made, `Trainer` do.
    """
    check_kind("The network", spec, NetworkSpec)
    check_kind("The data", data, Dataset)
    check_kind("The training", training, TrainingSpec)
    chosen = checked_tuple("seeds", seeds)
    for seed in chosen:
        check_whole(Text("seed"), seed, 0, LARGEST_SEED)
    goal = goal_of(training, data)
    if executor is None:
        return attempts(spec, data, goal, chosen)
    check_kind("The executor", executor, Executor)
    return executor.map(partial(_whole_attempt, spec, data, goal), chosen)


def _whole_attempt(spec: NetworkSpec, data: Dataset, goal: TrainingSpec, seed: int) -> Attempt:
    (attempt,) = attempts(spec, data, goal, (seed,))
    return attempt


def _attempt(
    network: Network, data: Dataset, training: TrainingSpec, is_cancelled: Callable[[], bool]
) -> Attempt | None:
    """Train `network`, drawn from the seed of `training`; None where it was cancelled."""
    from engine.training.trainer import Trainer

    trainer = Trainer(network, data, training)
    while trainer.stop_reason is None and not is_cancelled():
        trainer.advance(_UPDATES_AT_ONCE)
    if trainer.stop_reason is None:
        return None
    succeeded = trainer.stop_reason in ("target_error", "all_right")
    return Attempt(training.seed, succeeded, trainer.epoch, trainer.snapshot().loss_sum)
