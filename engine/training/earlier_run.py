"""This module takes an earlier state of a run into the present: for the data of now, and with its record up to then."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.data.dataset import Dataset
from engine.network.kernels.settings import make_settings, rate_of_pass
from engine.spec.frozen_array import FrozenArray
from engine.spec.specs import TrainingSpec
from engine.training.curve_marks import marks_up_to
from engine.training.history import History, LossCurve
from engine.training.milestones import Milestone, to_table
from engine.training.moments import Moments
from engine.training.run import Run, rng_to_text


def suited(run: Run, dataset: Dataset, training: TrainingSpec) -> Run:
    """`run` for the data and the settings of now, which may be others than it was made with."""
    n_samples = dataset.n_samples
    if len(run.order) != n_samples:
        run = replace(run, order=FrozenArray(np.arange(n_samples), np.int64), step=0, position=0)
    rate = rate_of_pass(make_settings(training, dataset), run.epoch)
    fresh = np.random.default_rng([training.seed, 1])
    rng_state = (run.rng_state or rng_to_text(fresh)) if training.shuffle else ""
    evaluation = replace(run.evaluation, epoch=-1)  # it may tell about other samples
    return replace(run, rule=replace(run.rule, learning_rate=rate), rng_state=rng_state, evaluation=evaluation)


def with_record(run: Run, curve: LossCurve, milestones: tuple[Milestone, ...], moments: Moments | None) -> Run:
    """`run` with what had been recorded up to its epoch: error curve, milestones and moments."""
    history = History(len(curve.test_last) > 0)
    count = int(np.searchsorted(curve.epochs, run.epoch, side="right"))
    tests = curve.test_last[:count] if history.has_test else np.full(count, np.nan)
    history.extend(curve.epochs[:count], curve.last[:count], tests)
    return replace(
        run,
        curve=FrozenArray(history.table()),
        n_evaluations=history.total,
        milestones=to_table([one for one in milestones if one.epoch <= run.epoch]),
        moments=None if moments is None else moments.until(run.epoch),
        marks=marks_up_to(curve.marks, run.epoch),
    )
