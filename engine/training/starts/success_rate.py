"""Counts how often training succeeds with the same network, data and settings from many random starts.

2-2-1 on XOR is the lecture's case: some starts end on a plateau or in a local minimum.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Dataset
from engine.network.network_start import NetworkStart
from engine.spec.errors import EngineError, Text
from engine.spec.frozen_array import FrozenArray
from engine.spec.specs import NetworkSpec, TrainingSpec
from engine.spec.value_checks import LARGEST_SEED, check_kind, check_whole, checked_tuple

if TYPE_CHECKING:
    from engine.training.run import Run

DEFAULT_ATTEMPTS = 100
DEFAULT_LIMIT = 20_000
MOST_ROWS = 64
"""Of a larger set, the outputs for so many samples, evenly spread, are kept of an attempt."""
_ASK_EVERY_S = 0.05
_GOALS = ("target_error", "all_right")
_MOST_SEEDS, _MOST_SAMPLES = 25, 500_000
"""Of one task: so many starts, and samples presented to them at the limit of passes; one start at least."""


@dataclass(frozen=True)
class Attempt:
    """One start: after how many passes it ended and why, and what the network answered there.

    stop_reason: as of a Trainer. loss_sum: over the training set. n_right: None where targets are real values.
    outputs: (rows, n_outputs), the answers to the training samples of `kept_rows`.
    """

    seed: int
    stop_reason: str
    epochs: int
    loss_sum: float
    n_right: int | None
    outputs: FrozenArray

    @property
    def succeeded(self) -> bool:
        """Whether it reached the goal."""
        return self.stop_reason in _GOALS


def kept_rows(n_samples: int) -> NDArray[np.intp]:
    """The training samples of which an attempt keeps the outputs: all, or `MOST_ROWS` evenly spread ones."""
    return np.unique(np.linspace(0, n_samples - 1, min(n_samples, MOST_ROWS)).round().astype(np.intp))


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


def _never() -> bool:
    return False


def attempts(
    start: NetworkStart,
    data: Dataset,
    training: TrainingSpec,
    seeds: Sequence[int] = range(DEFAULT_ATTEMPTS),
    *,
    executor: Executor | None = None,
    is_cancelled: Callable[[], bool] = _never,
) -> Iterator[Attempt]:
    """One Attempt for each seed, in order, each trained from the start that the seed draws.

    What is locked or cut in `start` stays as it is there, as do centres and widths that were placed. An `executor`
    makes the attempts side by side, several seeds a task, with the same bits; its tasks are handed over at once.
    `is_cancelled` is asked every few milliseconds, and the iteration then ends without the attempts under way; a task
    in another process goes on to its end. Raises EngineError as `goal_of` at once and, while the attempts
    are made, as `Trainer`.
    """
    goal = goal_of(training, data)
    is_here = executor is None or isinstance(executor, ThreadPoolExecutor)
    asked_there, asked_here = (is_cancelled, _never) if is_here else (_never, is_cancelled)
    make = partial(_attempts_of, start, data, goal, asked_there)
    if executor is None:
        tasks: Sequence[Sequence[int]] = [(seed,) for seed in seeds]
        return _in_order(tasks, map(make, tasks))
    size = min(max(_MOST_SAMPLES // (max(data.n_samples, 1) * (goal.max_epochs or 1)), 1), _MOST_SEEDS)
    tasks = [seeds[first : first + size] for first in range(0, len(seeds), size)]
    return _in_order(tasks, _results([executor.submit(make, task) for task in tasks], asked_here))


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
    if executor is not None:
        check_kind("The executor", executor, Executor)
    return attempts(NetworkStart(spec), data, training, chosen, executor=executor)


def run_again(start: NetworkStart, data: Dataset, training: TrainingSpec, seed: int) -> Run:
    """The run of an attempt that `attempts` makes with the same arguments, and the moments on its way."""
    from engine.training.trainer import Trainer

    goal = replace(goal_of(training, data), seed=seed, milestones=())
    trainer = Trainer(start.redrawn(seed).make_network(), data, goal, keeps_moments=True)
    trainer.run()
    return trainer.state()


def _results(futures: Sequence[Future[list[Attempt]]], is_cancelled: Callable[[], bool]) -> Iterator[list[Attempt]]:
    """What comes of `futures`, in order; when it is cancelled, up to the one that is awaited."""
    try:
        for future in futures:
            while not wait((future,), _ASK_EVERY_S).done:
                if is_cancelled():
                    return
            yield future.result()
    finally:
        for future in futures:
            future.cancel()


def _in_order(tasks: Sequence[Sequence[int]], found: Iterable[list[Attempt]]) -> Iterator[Attempt]:
    """The attempts of all tasks, up to one that was cancelled."""
    for task, made in zip(tasks, found, strict=False):
        yield from made
        if len(made) < len(task):
            return


def _attempts_of(
    start: NetworkStart, data: Dataset, goal: TrainingSpec, is_cancelled: Callable[[], bool], seeds: Sequence[int]
) -> list[Attempt]:
    """One task: the attempts of `seeds`, up to where it is cancelled."""
    from engine.training.starts.start_series import StartSeries

    series, rows, made = StartSeries(start, data, goal), kept_rows(data.n_samples), []
    for seed in seeds:
        end = series.train(seed, is_cancelled)
        if end is None:
            break
        outputs = FrozenArray.taking(series.outputs(rows))
        made.append(Attempt(seed, end.stop_reason, end.epochs, end.loss_sum, end.n_right, outputs))
    return made
