"""This module collects what a lab report tells of a project, and checks whether its run can be repeated exactly."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.analysis.evaluation import Report, evaluate
from engine.data.dataset import Dataset
from engine.data.fingerprint import fingerprint_of
from engine.network.network import Network
from engine.project.project import Project
from engine.training.checkpoints import checkpoints_of
from engine.training.history import EMPTY_CURVE, History, LossCurve
from engine.training.run import Run
from engine.training.trainer import Trainer

Floats = NDArray[np.float64]

MOST_MOMENTS = 12
MOST_WORK = 150_000_000
"""Passes times samples times parameters; a longer run is not trained again for the report."""
_AT_ONCE = 20_000  # updates between two looks at whether it is still wanted
_EARLY = (0.02, 0.05, 0.1, 0.25, 0.5)  # of the epochs


@dataclass(frozen=True, eq=False)
class ReportMoment:
    """The network after `epoch` passes: its flat `parameters` and its figures on the training set.

    n_right is None for real-valued targets.
    """

    epoch: int
    parameters: Floats
    loss_sum: float
    n_right: int | None


@dataclass(frozen=True, eq=False)
class Findings:
    """All numbers of a report. moments: at the chosen epochs, or the checkpoints nearest to them.

    outputs and test_outputs belong to `last`, where the run stands. curve: means; without an entry before training.
    report, test_report: as `engine.analysis.evaluation.evaluate` finds them; None without samples.
    comes_out_again: whether training anew from the start gave the same bits; None where that was not tried.
    """

    project: Project
    data: Dataset
    fingerprint: str
    start: Floats
    last: ReportMoment
    moments: tuple[ReportMoment, ...]
    outputs: Floats
    test_outputs: Floats
    report: Report | None
    test_report: Report | None
    curve: LossCurve
    comes_out_again: bool | None

    @property
    def run(self) -> Run | None:
        """The run that the report is about; None before training."""
        return self.project.run


def find(
    project: Project, data: Dataset, start: Floats, epochs: Iterable[int], is_unwanted: Callable[[], bool]
) -> Findings | None:
    """The findings on `project`, its `run` being the one to tell of; None where they are no longer wanted.

    start: the flat parameters at epoch 0. Raises EngineError where network and data do not go together.
    """
    run = project.run
    first = _network(project, start).parameters.copy()
    end = first if run is None else run.parameters.array
    last = _moment(project, data, 0 if run is None else run.epoch, end)
    moments = []
    for epoch, parameters in _chosen(run, first, end, epochs):
        if is_unwanted():
            return None
        moments.append(_moment(project, data, epoch, parameters))
    network = _network(project, end)
    outputs, test_outputs = (_answers(network, data, inputs) for inputs in (data.inputs, data.test_inputs))
    again = (
        None if run is None or _work(project, run, data) > MOST_WORK else _again(project, data, run, start, is_unwanted)
    )
    if is_unwanted():
        return None
    return Findings(
        project=project,
        data=data,
        fingerprint=fingerprint_of(data),
        start=first,
        last=last,
        moments=tuple(moments),
        outputs=outputs,
        test_outputs=test_outputs,
        report=evaluate(data, outputs, data.raw_targets),
        test_report=evaluate(data, test_outputs, data.raw_test_targets),
        curve=_curve(run, data),
        comes_out_again=again,
    )


def suggested_epochs(run: Run | None, milestones: Iterable[int] = ()) -> tuple[int, ...]:
    """The start, some early moments, milestones that were passed, and the end."""
    if run is None or run.epoch == 0:
        return (0,)
    early = {_rounded(share * run.epoch) for share in _EARLY}
    passed = [epoch for epoch in milestones if epoch <= run.epoch]
    chosen = sorted({0, run.epoch, *passed, *(epoch for epoch in early if 0 < epoch < run.epoch)})
    return tuple([*chosen[: MOST_MOMENTS - 1], run.epoch] if len(chosen) > MOST_MOMENTS else chosen)


def _chosen(run: Run | None, start: Floats, end: Floats, epochs: Iterable[int]) -> list[tuple[int, Floats]]:
    """Epoch and parameters of the moments nearest to `epochs`, each once, in order."""
    if run is None:
        return [(0, start)]
    kept = checkpoints_of(run)
    known = {0: start} if kept is None else {int(e): p for e, p in zip(kept.epochs, kept.parameters, strict=True)}
    known |= {0: start, run.epoch: end}
    there = np.array(sorted(known))
    nearest = {int(there[np.argmin(np.abs(there - epoch))]) for epoch in epochs}
    return [(epoch, known[epoch]) for epoch in sorted(nearest)][:MOST_MOMENTS]


def _moment(project: Project, data: Dataset, epoch: int, parameters: Floats) -> ReportMoment:
    network = _network(project, parameters)
    if data.n_samples == 0:
        return ReportMoment(epoch, parameters, 0.0, None)
    right = data.right(network.predict(data.inputs))
    loss = network.loss(data.inputs, data.targets, project.training.loss) * data.n_samples
    return ReportMoment(epoch, parameters, float(loss), None if right is None else int(right.sum()))


def _answers(network: Network, data: Dataset, inputs: Floats) -> Floats:
    """The outputs in the user's units."""
    answers = network.predict(inputs) if len(inputs) else np.empty((0, network.spec.n_outputs))
    return data.preprocessing.targets.undo(answers)


def _network(project: Project, parameters: Floats) -> Network:
    network = project.start.make_network(parameters)
    network.hold_cut()
    return network


def _curve(run: Run | None, data: Dataset) -> LossCurve:
    if run is None:
        return EMPTY_CURVE
    history = History(data.n_test_samples > 0)
    history.restore(run.curve.array, run.n_evaluations, run.marks)
    return history.curve()


def _work(project: Project, run: Run, data: Dataset) -> int:
    return run.epoch * data.n_samples * project.network.n_parameters


def _again(project: Project, data: Dataset, run: Run, start: Floats, is_unwanted: Callable[[], bool]) -> bool | None:
    """Whether training from the start, without looking at the stop rules, comes to the same bits."""
    free = replace(project.training, max_epochs=None, target_error=None, stop_when_all_right=False)
    trainer = Trainer(_network(project, start), data, free)
    left = run.epoch * trainer.updates_per_epoch + run.step
    while left > 0:
        if is_unwanted():
            return None
        made = trainer.advance(min(left, _AT_ONCE))
        left -= made
        if made == 0:
            break
    return bool(np.array_equal(trainer.network.parameters, run.parameters.array))


def _rounded(value: float) -> int:
    """`value` with one or two figures, so that it reads well."""
    if value < 10:
        return round(value)
    decade = 10.0 ** (int(np.log10(value)) - 1)
    return int(round(value / (5 * decade)) * 5 * decade) if value >= 100 else round(value)
