"""This module measures a run once, so that every cause is judged by the same figures."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.analysis.diagnosis.course import Course, course_of
from engine.analysis.diagnosis.unit_slopes import relative_slopes
from engine.analysis.mean_answer import mean_error
from engine.network.reference_forward import Trace, reference_losses
from engine.spec.rules import RULE_TABLE
from engine.spec.specs import NetworkSpec, TrainingSpec

if TYPE_CHECKING:
    from engine.data.dataset import Dataset
    from engine.network.network import Network
    from engine.training.trainer import Trainer

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]

MOST_SAMPLES = 4096
"""Of more samples so many, evenly spread, are looked at one by one."""
_LEARNED = 0.15  # of the error of always answering the mean
_RIGHT = 0.95
_SURE = 0.5  # of the error of always answering the mean
_BETTER = 0.25  # of the mistakes of always answering the commonest class


class Measurements:
    """What can be measured of `trainer`, which has run and is not changed. Arrays are those of `rows`.

    Made once for a diagnosis; each figure is computed when it is first asked for. `probe` is a network to move about.
    """

    def __init__(self, trainer: Trainer) -> None:
        self.trainer = trainer
        self.data: Dataset = trainer.data
        self.training: TrainingSpec = trainer.training
        self.network: Network = trainer.network.copy()
        self.probe: Network = trainer.network.copy()
        self.spec: NetworkSpec = trainer.network.spec
        self.rule = RULE_TABLE[trainer.training.rule]
        self.rows: Indices = _spread(self.data.n_samples)
        self.loss = trainer.loss
        self.epoch = trainer.epoch
        self.has_diverged = trainer.stop_reason == "diverged"

    @cached_property
    def course(self) -> Course | None:
        """The figures of the error curve; None before the first evaluation."""
        history = self.trainer.history
        return course_of(history.curve(), history.total) if history.total else None

    @property
    def stretch(self) -> tuple[int, int]:
        """The passes for which the error has not fallen."""
        return (0, self.epoch) if self.course is None else (self.course.since, self.course.last_epoch)

    @property
    def stands(self) -> bool:
        """Whether the error no longer falls."""
        return self.course is not None and self.course.stands

    # What the network answers

    @cached_property
    def trace(self) -> Trace:
        """Net inputs and activations of every layer."""
        return self.network.trace(self.data.inputs[self.rows])

    @property
    def outputs(self) -> Floats:
        """(rows, n_outputs)."""
        return self.trace.activations[-1]

    @property
    def targets(self) -> Floats:
        """(rows, n_outputs)."""
        return self.data.targets[self.rows]

    @cached_property
    def sample_losses(self) -> Floats:
        """The error of each of the rows."""
        return reference_losses(self.spec, self.training.loss, self.trace, self.targets)

    @cached_property
    def is_right(self) -> NDArray[np.bool_] | None:
        """Which rows are right; None for real values."""
        return self.data.right(self.outputs, self.targets)

    @cached_property
    def slopes(self) -> list[Floats]:
        """f′ at every net input, as a share of the steepest slope of f; [l] is (rows, units of layer l)."""
        layers = zip(self.spec.layers, self.trace.net_inputs, strict=True)
        return [relative_slopes(layer.activation, net) for layer, net in layers]

    # How far it has come

    @cached_property
    def mean_error(self) -> float:
        """The mean error of always answering the mean of the targets."""
        return mean_error(self.data.targets, self.training.loss, self.spec.layers[-1].activation)

    @property
    def is_at_goal(self) -> bool:
        """Whether the run has reached what it was to reach; without a goal, all samples right by a good margin."""
        goal = self.training.target_error
        if goal is not None and self.loss * self.data.n_samples <= goal:
            return True
        if self.trainer.stop_reason == "all_right":
            return True
        return goal is None and self.is_all_right and self._is_sure

    @property
    def has_learned(self) -> bool:
        """Whether, without a goal, little is left of the error, or of the mistakes."""
        if self.training.target_error is not None:
            return False
        return self.loss <= _LEARNED * self.mean_error or (self._is_sure and self._is_mostly_right)

    @property
    def is_all_right(self) -> bool:
        """Whether every one of the rows is right."""
        return self.is_right is not None and bool(self.is_right.all())

    @property
    def _is_sure(self) -> bool:
        """Whether the outputs are on the right side by a margin, not by chance."""
        return not self.rule.gradient or self.loss <= _SURE * self.mean_error

    @property
    def _is_mostly_right(self) -> bool:
        if self.is_right is None:
            return False
        wrong = 1.0 - float(self.is_right.mean())
        _, counts = np.unique(self.targets, axis=0, return_counts=True)
        return wrong <= 1.0 - _RIGHT and wrong <= _BETTER * (1.0 - counts.max() / len(self.targets))

    @cached_property
    def start_loss(self) -> float:
        """The mean error at a start of this network that the seed of the run draws."""
        from engine.network.network import Network

        start = Network(self.spec, seed=self.training.seed)
        return start.loss(self.data.inputs, self.data.targets, self.training.loss)

    def chosen(self, mask: NDArray[np.bool_]) -> tuple[int, ...]:
        """The samples, as indices into the training set, of the rows in `mask`."""
        return tuple(int(index) for index in self.rows[mask])


def _spread(n_samples: int) -> Indices:
    if n_samples <= MOST_SAMPLES:
        return np.arange(n_samples)
    return np.unique(np.linspace(0, n_samples - 1, MOST_SAMPLES).astype(np.intp))
