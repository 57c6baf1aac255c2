"""This module finds any past moment of a run again: from the last kept one before it the run is trained once more.

The same kernel works on the same bits, so that what it finds is what the run was, to the last bit.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from engine.data.dataset import Dataset
from engine.data.fingerprint import fingerprint_of
from engine.network.moment_layout import EVALUATED, N_UPDATES, N_VECTORS, OBJECTIVE, RATE
from engine.network.network_start import NetworkStart
from engine.spec.frozen_array import FrozenArray
from engine.spec.specs import TrainingSpec
from engine.training.moment_recorder import steps_alone
from engine.training.moments import Moments, Stretch
from engine.training.run import Evaluation, RuleState, Run, rng_to_text
from engine.training.run_setup import RunSetup
from engine.training.snapshot import Snapshot
from engine.training.trainer import Trainer

_AT_ONCE_S = 0.004
"""After about so long a search looks whether it is still wanted."""
_NO_CURVE = FrozenArray(np.zeros((7, 0)))


@dataclass(frozen=True, eq=False)
class PastMoment:
    """What a run was at the end of a pass, with what it had recorded up to there.

    run: its complete state, for the data and settings of now. is_exact: whether it is the moment that was asked for;
    else the last kept one before it. is_complete: whether a run can go on from it; older files have the parameters
    alone. is_same_setup: whether data and settings are those of then.
    """

    run: Run
    is_exact: bool
    is_complete: bool
    is_same_setup: bool


class Replay:
    """Takes a network of its own to past moments of the runs that begin at `start`; for one thread."""

    def __init__(self, start: NetworkStart) -> None:
        self._start = start
        self._trainer: Trainer | None = None
        self._stretch: Stretch | None = None
        self._shown: Trainer | None = None
        self._updates_at_once = 16

    @property
    def start(self) -> NetworkStart:
        """Where the runs begin."""
        return self._start

    def exact(
        self, moments: Moments, epoch: int, present: Dataset, is_wanted: Callable[[], bool] = lambda: True
    ) -> Run | None:
        """The run after pass `epoch`; None where it cannot be found again or `is_wanted` says that it need not.

        present: the data of now, which are those of a run from a file.
        """
        found = moments.last_until(epoch)
        if found is None or not moments.reaches(found[0], epoch):
            return None
        trainer = self._trainer_at(*found, epoch, present)
        if trainer is None or not self._train(trainer, epoch, is_wanted):
            return None
        return trainer.state()

    def _train(self, trainer: Trainer, epoch: int, is_wanted: Callable[[], bool]) -> bool:
        """Train to the end of pass `epoch`; whether that was wanted, and has been reached."""
        at_once = self._updates_at_once
        while (left := trainer.updates_until(epoch)) > 0:
            if not is_wanted():
                return False
            began = time.perf_counter()
            done = trainer.advance(min(left, at_once))
            if done == 0 or trainer.stop_reason == "diverged":
                return False
            spent = max(time.perf_counter() - began, 1e-7)
            at_once = max(1, min(4 * at_once, int(done / spent * _AT_ONCE_S)))
        self._updates_at_once = at_once
        return True

    def _trainer_at(self, stretch: Stretch, row: int, epoch: int, present: Dataset) -> Trainer | None:
        """A trainer that stands at the moment or after it, no later than `epoch`; None where the data are not known."""
        trainer, first = self._trainer, stretch.epochs[row]
        is_same = self._stretch is not None and _goes_on(self._stretch, stretch)
        if trainer is not None and trainer.stop_reason == "diverged":
            trainer = None
        if trainer is not None and is_same and first <= trainer.epoch and trainer.updates_until(epoch) >= 0:
            return trainer
        dataset = data_of_stretch(stretch, present)
        if dataset is None:
            return None
        if trainer is None or not is_same:
            trainer = Trainer(self._start.make_network(), dataset, stretch.training)
        trainer.restore(kept_run(stretch, row))
        self._trainer, self._stretch = trainer, stretch
        return trainer

    def snapshot(self, run: Run, setup: RunSetup, run_id: int) -> Snapshot:
        """`run` as the network of now answers for the data of now."""
        shown = self._shown
        if shown is None or shown.data is not setup.dataset or shown.training != steps_alone(setup.training):
            shown = self._shown = Trainer(self._start.make_network(), setup.dataset, steps_alone(setup.training))
        shown.restore(run)
        return shown.snapshot(run_id)


def kept_run(stretch: Stretch, row: int) -> Run:
    """The state of the run at a kept moment, without error curve, milestones and moments."""
    numbers = stretch.numbers.array[row].tolist()
    vectors = stretch.vectors.array[row].reshape(N_VECTORS, -1)
    parameters, memory_1, memory_2, last_finite = (FrozenArray(vector) for vector in vectors)
    epoch, step, position, last_finite_epoch = (int(number) for number in numbers[:RATE])
    evaluated, loss_sum, test_loss_sum, n_right, n_test_right = numbers[EVALUATED:]
    generator = stretch.random(row)
    return Run(
        epoch=epoch,
        step=step,
        position=position,
        parameters=parameters,
        rule=RuleState(numbers[RATE], numbers[N_UPDATES], numbers[OBJECTIVE], memory_1, memory_2),
        evaluation=Evaluation(int(evaluated), loss_sum, test_loss_sum, int(n_right), int(n_test_right)),
        finished=parameters,
        last_finite=last_finite,
        last_finite_epoch=last_finite_epoch,
        order=stretch.order(row),
        rng_state="" if generator is None else rng_to_text(generator),
        curve=_NO_CURVE,
        n_evaluations=0,
    )


def data_of_stretch(stretch: Stretch, present: Dataset) -> Dataset | None:
    """The data that a stretch was trained on: kept with it, or those of now; None where they are lost."""
    if stretch.dataset is not None:
        return stretch.dataset
    return present if fingerprint_of(present) == stretch.fingerprint else None


def is_same_setup(stretch: Stretch, dataset: Dataset, training: TrainingSpec) -> bool:
    """Whether the moments of `stretch` were made with these data and settings."""
    return stretch.training == steps_alone(training) and stretch.fingerprint == fingerprint_of(dataset)


def _goes_on(known: Stretch, stretch: Stretch) -> bool:
    """Whether `stretch` is the one that a trainer stands in, perhaps with more or fewer moments."""
    return (
        known.first == stretch.first
        and known.training == stretch.training
        and known.fingerprint == stretch.fingerprint
        and known.rng == stretch.rng
        and np.array_equal(known.vectors.array[0], stretch.vectors.array[0])
    )
