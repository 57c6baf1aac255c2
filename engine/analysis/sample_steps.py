"""This module takes one training sample step by step through the network of a moment of a run."""

from __future__ import annotations

from dataclasses import dataclass, replace

from engine.network.back_propagation import BackPropagation, back_propagation
from engine.spec.rules import RULE_TABLE
from engine.spec.specs import TrainingSpec
from engine.training.run import Run
from engine.training.run_setup import RunSetup
from engine.training.snapshot import Snapshot

MOST_WORK = 20_000_000
"""Samples times parameters; E over more would make the other numbers wait."""


@dataclass(frozen=True, eq=False)
class SampleSteps:
    """The back-propagation of training sample `sample`."""

    sample: int
    passage: BackPropagation


def sample_steps(setup: RunSetup, snapshot: Snapshot, sample: int, run: Run | None) -> SampleSteps:
    """Training sample `sample` step by step at the parameters of `snapshot`; `run`, at rest, knows the velocity.

    Raises EngineError where a layer has no gradient or the loss does not fit.
    """
    data, network = setup.dataset, setup.start.make_network(snapshot.parameters)
    is_same_moment = run is not None and (run.epoch, run.step) == (snapshot.epoch, snapshot.step)
    is_little = data.n_samples * setup.network.n_parameters <= MOST_WORK
    passage = back_propagation(
        network,
        data.inputs[sample],
        data.targets[sample],
        _at_present_rate(setup.training, snapshot),
        velocity=run.rule.memory_1.array if run is not None and is_same_moment else None,
        whole_set=(data.inputs, data.targets) if is_little else None,
    )
    return SampleSteps(sample, passage)


def _at_present_rate(training: TrainingSpec, snapshot: Snapshot) -> TrainingSpec:
    """`training` with the learning rate of the next update, which a schedule makes another one than the first."""
    is_shown = RULE_TABLE[training.rule].is_plain_descent
    return replace(training, learning_rate=snapshot.learning_rate) if is_shown else training
