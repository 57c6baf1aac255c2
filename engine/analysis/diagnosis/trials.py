"""This module tries remedies in a few further passes, so that the one that helps is offered first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from engine.analysis.diagnosis.measurements import Measurements
from engine.analysis.diagnosis.remedy import Remedy
from engine.analysis.mean_answer import mean_error
from engine.spec.errors import EngineError
from engine.spec.specs import TrainingSpec

if TYPE_CHECKING:
    from engine.training.trainer import Trainer

_WORK = 6_000_000
"""Samples times parameters times passes of one trial, a tenth of a second; small networks take milliseconds."""
_ALL_WORK = 25_000_000
_BESIDE = 20
"""What a sample costs beside its parameters, in parameters."""
_MOST_PASSES = 20_000
_LOOKS_EVERY = 10
_UPDATES_AT_ONCE = 20_000
_LEARNED = 0.1


@dataclass(frozen=True)
class Trial:
    """How far a remedy led: whether to the goal, and to which error, as a share of that of answering the mean."""

    reaches: bool
    error: float


class Trials:
    """The trials of one diagnosis; together they take about a second at most. `is_cancelled` ends them."""

    def __init__(self, of: Measurements, is_cancelled: Callable[[], bool]) -> None:
        self._of = of
        self._is_cancelled = is_cancelled
        self._left = _ALL_WORK
        self._done: dict[Remedy, Trial] = {}

    def best(self, candidates: Iterable[Remedy]) -> Remedy | None:
        """The first that reaches the goal, else the one that leads to the smallest error; None without any."""
        best, least = None, np.inf
        for remedy in candidates:
            trial = self.of(remedy)
            if best is None or trial.reaches or trial.error < 0.98 * least:
                best, least = remedy, min(least, trial.error)
            if trial.reaches:
                break
        return best

    def of(self, remedy: Remedy) -> Trial:
        """How far `remedy` leads."""
        if remedy not in self._done:
            self._done[remedy] = self._try(remedy)
        return self._done[remedy]

    def error_after(self, remedy: Remedy, passes: int) -> float:
        """The mean error of the run after so many passes with the remedy; infinite where it cannot be tried."""
        try:
            trainer = remedy.trainer_from(self._of.trainer)
            trainer.run(epochs=passes)
        except EngineError:
            return np.inf
        return trainer.loss if trainer.stop_reason != "diverged" else np.inf

    def _try(self, remedy: Remedy) -> Trial:
        cost = self._of.data.n_samples * (remedy.network.n_parameters + _BESIDE)
        passes = min(_WORK // cost, self._left // cost, _MOST_PASSES, self._of.training.max_epochs or _MOST_PASSES)
        if passes < 1 or self._is_cancelled():
            return Trial(False, np.inf)
        try:
            goal = _goal_of(remedy, self._of)
            trainer = replace(remedy, training=goal).trainer_from(self._of.trainer)
        except EngineError:
            return Trial(False, np.inf)
        while trainer.epoch < passes and trainer.stop_reason is None and not self._is_cancelled():
            trainer.advance(min(_UPDATES_AT_ONCE, max(1, trainer.updates_until(passes))))
        self._left -= trainer.epoch * cost
        return Trial(trainer.stop_reason == "target_error", _share(trainer))


def _goal_of(remedy: Remedy, of: Measurements) -> TrainingSpec:
    """The settings of `remedy` with a target error to reach: the run's own, else one that says that it was learned."""
    training, target = remedy.training, of.training.target_error
    if target is None or training.loss != of.training.loss:
        output = remedy.network.layers[-1].activation
        target = _LEARNED * mean_error(of.data.targets, training.loss, output) * of.data.n_samples
    return replace(
        training,
        target_error=target,
        stop_when_all_right=False,
        max_epochs=None,
        milestones=(),
        evaluate_every=_LOOKS_EVERY,
    )


def _share(trainer: Trainer) -> float:
    if trainer.stop_reason == "diverged":
        return np.inf
    output = trainer.network.spec.layers[-1].activation
    of_mean = mean_error(trainer.data.targets, trainer.training.loss, output)
    return trainer.loss / of_mean if of_mean > 0 else trainer.loss
