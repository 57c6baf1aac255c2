"""This module takes one training sample step by step through the network of a moment of a run."""

from __future__ import annotations

from dataclasses import dataclass, replace

from engine.analysis.numpy_code.code_run import next_batch
from engine.analysis.steps.next_update import next_update
from engine.network.back_propagation import BackPropagation, back_propagation
from engine.network.fit import check
from engine.network.rule_step import RuleStep
from engine.spec.errors import EngineError
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
    """Training sample `sample` step by step at the parameters of `snapshot`; `run`, at rest, knows the rule's memory.

    With a rule that remembers more than a velocity the step is the next update: of this sample where samples come one
    by one, else of the batch whose turn it is. While its memory is not known it is plain gradient descent.
    Raises EngineError where a layer has no gradient or the loss does not fit.
    """
    data, network = setup.dataset, setup.start.make_network(snapshot.parameters)
    is_same_moment = run is not None and (run.epoch, run.step) == (snapshot.epoch, snapshot.step)
    is_little = data.n_samples * setup.network.n_parameters <= MOST_WORK
    rule = _rule_step(setup, snapshot, sample, run if is_same_moment else None)
    passage = back_propagation(
        network,
        data.inputs[sample],
        data.targets[sample],
        _at_present_rate(setup.training, snapshot),
        velocity=run.rule.memory_1.array if run is not None and is_same_moment else None,
        rule=rule,
        whole_set=(data.inputs, data.targets) if is_little else None,
    )
    return SampleSteps(sample, passage)


def _rule_step(setup: RunSetup, snapshot: Snapshot, sample: int, run: Run | None) -> RuleStep | None:
    is_known = run is not None or (snapshot.epoch, snapshot.step) == (0, 0)
    if not RULE_TABLE[setup.training.rule].lines or not is_known:
        return None
    rows = _rows_of_update(setup, snapshot, sample, run)
    if len(rows) * setup.network.n_parameters > MOST_WORK:
        return None
    check(setup.network, setup.dataset, setup.training)
    return next_update(setup, snapshot, run, rows)


def _rows_of_update(setup: RunSetup, snapshot: Snapshot, sample: int, run: Run | None) -> tuple[int, ...]:
    """The samples of the next update; this one alone where they come one by one, or are drawn before it."""
    n_samples = setup.dataset.n_samples
    if min(setup.training.batch_size or n_samples, n_samples) == 1:
        return (sample,)
    try:
        return next_batch(setup, snapshot, run)
    except EngineError:
        return (sample,)


def _at_present_rate(training: TrainingSpec, snapshot: Snapshot) -> TrainingSpec:
    """`training` with the learning rate of the next update, which a schedule makes another one than the first."""
    is_shown = "learning_rate" not in RULE_TABLE[training.rule].without
    return replace(training, learning_rate=snapshot.learning_rate) if is_shown else training
