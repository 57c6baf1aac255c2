"""What the back-propagation tabs have computed in the background. The kernels are loaded there, not in the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from engine.data.dataset import Dataset
from engine.network.back_propagation import BackPropagation, back_propagation
from engine.network.batch_back_propagation import Matrix, matrices
from engine.project.project import Project
from engine.spec.rules import RULE_TABLE
from engine.spec.specs import TrainingSpec
from engine.training.run import Run
from engine.training.snapshot import Snapshot
from engine.training.success_rate import DEFAULT_ATTEMPTS, DEFAULT_LIMIT, Attempt, attempts
from gui.features.back_propagation.success_panel import Trial

MOST_WORK = 20_000_000
"""Samples times parameters; E over more would make the other numbers wait."""


def explain(project: Project, data: Dataset, snapshot: Snapshot, sample: int, run: Run | None) -> BackPropagation:
    """Training sample `sample` step by step at the parameters of `snapshot`; `run`, at rest, knows the velocity."""
    is_same_moment = run is not None and (run.epoch, run.step) == (snapshot.epoch, snapshot.step)
    is_little = data.n_samples * project.network.n_parameters <= MOST_WORK
    return back_propagation(
        project.start.make_network(snapshot.parameters),
        data.inputs[sample],
        data.targets[sample],
        _at_present_rate(project.training, snapshot),
        velocity=run.rule.memory_1.array if run is not None and is_same_moment else None,
        whole_set=(data.inputs, data.targets) if is_little else None,
    )


def _at_present_rate(training: TrainingSpec, snapshot: Snapshot) -> TrainingSpec:
    """`training` with the learning rate of the next update, which a schedule makes another one than the first."""
    is_shown = RULE_TABLE[training.rule].is_plain_descent
    return replace(training, learning_rate=snapshot.learning_rate) if is_shown else training


def lay_out(project: Project, data: Dataset, snapshot: Snapshot) -> tuple[Matrix, ...]:
    """The matrices of the training set at the parameters of `snapshot`."""
    return matrices(project.start.make_network(snapshot.parameters), data, project.training.loss)


def next_sample(run: Run | None, project: Project, further: int = 0) -> int | None:
    """The sample whose turn it is, or comes `further` ones later; None where a new order is drawn before."""
    if run is None:
        return None if project.training.shuffle else further
    n_samples, place = len(run.order.array), run.position + further
    if place >= n_samples or run.position == 0:
        return None if project.training.shuffle else place % max(n_samples, 1)
    return int(run.order.array[place])


def try_starts(
    project: Project, data: Dataset, found: list[Attempt]
) -> tuple[Trial, Callable[[Callable[[], bool]], None]]:
    """A description of the trial, and the job that appends one attempt after the other to `found`."""
    training = project.training
    trial = Trial(DEFAULT_ATTEMPTS, training.max_epochs or DEFAULT_LIMIT, training.target_error, project.network.sizes)

    def job(is_cancelled: Callable[[], bool]) -> None:
        prepare = project.start.lock_and_cut
        for attempt in attempts(project.network, data, training, is_cancelled=is_cancelled, prepare=prepare):
            found.append(attempt)

    return trial, job
