"""This module defines the trainer, which makes the updates of a run and knows how far the run has come."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.data.dataset import Dataset
from engine.data.fingerprint import fingerprint_of, same_numbers
from engine.network.fit import check, check_widths
from engine.network.kernels.memory_layout import ROOM, blas_form, make_work
from engine.network.kernels.settings import VALUES, Settings, make_settings, rate_of_pass
from engine.network.kernels.state import (
    DIVERGED,
    GOING_ON,
    MAX_EPOCHS,
    Training,
    clear_memory,
    make_record,
    make_samples,
    make_state,
)
from engine.network.kernels.train import train
from engine.network.network import Network
from engine.spec.errors import EngineError, Text
from engine.spec.frozen_array import FrozenArray
from engine.spec.rules import RULE_TABLE
from engine.spec.specs import TrainingSpec
from engine.spec.value_checks import check_kind, check_whole
from engine.training.history import History, LossCurve
from engine.training.kernel_state import Update, restore_state, run_of, update_of
from engine.training.milestones import MOST_ROWS, Milestone, MilestoneRecorder, to_table
from engine.training.moment_recorder import MomentRecorder
from engine.training.moments import DEFAULT_BYTES, Moments
from engine.training.run import Run, check_run, order_rng, rng_from_text, rng_to_text, set_by_hand
from engine.training.run_evaluation import figures_of_now, knows_figures_of_now, measure_if_stale
from engine.training.snapshot import Snapshot

Floats = NDArray[np.float64]

STOP_REASONS = (None, "target_error", "all_right", "max_epochs", "diverged")
_RECORDS = 8192
_MANY = 1 << 62


class Trainer:
    """Trains a network on a data set; it changes the network's parameters in place.

    At the end of every pass that `evaluate_every` divides, it evaluates the set and checks the stop rules.
    A call after a stop makes at least one more pass, then the rules count again. After a divergence no call trains:
    `restore` a finite state or make a new Trainer.
    The same spec and start give the same bits, however the run is cut into calls.
    With `keeps_moments`, `state` holds those from which any pass can be found again, at most `moment_bytes` of them;
    see `moments.py`.

    Raises EngineError when network, data and training cannot work together.
    """

    def __init__(
        self,
        network: Network,
        data: Dataset,
        training: TrainingSpec,
        keeps_moments: bool = False,
        *,
        moment_bytes: int = DEFAULT_BYTES,
    ) -> None:
        check_kind("The network of a Trainer", network, Network)
        check(network.spec, data, training)
        network.hold_cut()
        if not np.isfinite(network.parameters).all():
            raise EngineError("The start holds values that are not finite; reset the network or draw a new start.")
        check_widths(network.spec, network.parameters)
        self.network = network
        self.data = data
        self.training = training
        self.history = History(data.n_test_samples > 0)
        self._rng = order_rng(training.seed)
        self._work = make_work(network.spec, network.parameters, ROOM)
        self._state = make_state(network.spec, self._work, data.n_samples)
        self._record = make_record(_RECORDS)
        self._stop = GOING_ON
        self._milestones = MilestoneRecorder()
        self._moments = MomentRecorder(moment_bytes) if keeps_moments else None
        self._prepare()
        clear_memory(self._state, self._settings.rule, training.learning_rate)

    def __reduce__(self) -> tuple[Any, ...]:
        keeps_moments = self._moments is not None
        return _restored, (type(self), self.network, self.data, self.training, keeps_moments, self.state())

    def __repr__(self) -> str:
        sizes = "-".join(map(str, self.network.spec.sizes))
        stop = "" if self.stop_reason is None else f", stopped: {self.stop_reason}"
        return f"<Trainer {sizes} by {self.training.rule} on {self.data.n_samples} samples: epoch {self.epoch}{stop}>"

    @property
    def epoch(self) -> int:
        """Passes finished."""
        return int(self._state.progress.epoch)

    @property
    def updates_per_epoch(self) -> int:
        """Batches in a pass; a last, smaller batch counts."""
        return -(-self.data.n_samples // self._settings.batch_size)

    @property
    def updates_to_pass_end(self) -> int:
        """Updates that are left of the pass, all of them at its beginning."""
        left = self.data.n_samples - int(self._state.progress.position)
        return -(-left // self._settings.batch_size)

    def updates_until(self, epoch: int) -> int:
        """Updates from here to the end of pass `epoch`, 0 or less where that is past."""
        return self.updates_to_pass_end + (epoch - self.epoch - 1) * self.updates_per_epoch

    @property
    def has_moved(self) -> bool:
        """Whether any update was made since the start."""
        return bool(self.epoch > 0 or self._state.progress.position > 0)

    @property
    def stop_reason(self) -> str | None:
        """None, "target_error", "all_right", "max_epochs" or "diverged": why the last call ended."""
        return STOP_REASONS[self._stop]

    @property
    def loss(self) -> float:
        """Mean training loss at the parameters after the last finished pass; before any pass, at the start."""
        measure_if_stale(self._training, self._blas)
        return float(self._state.evaluation.loss_sum / self.data.n_samples)

    @property
    def learning_rate(self) -> float:
        """That of the next update: the rule `adaptive` and a schedule change it."""
        return float(self._state.rule.learning_rate)

    @property
    def is_evaluated(self) -> bool:
        """Whether the figures at the present parameters are known, so that `snapshot` has nothing to evaluate."""
        return knows_figures_of_now(self._state)

    def step(self) -> None:
        """Makes one update (one batch)."""
        self.advance(1)

    def run(self, epochs: int | None = None) -> None:
        """Trains `epochs` further passes, or until a stop rule; a pass begun by `step` counts as the first of them.

        With `epochs`, `max_epochs` does not end the run; the other rules do.
        Raises EngineError where nothing would ever end it.
        """
        if epochs is None:
            self._check_that_it_ends()
            while self._advance(_MANY, -1) and self._stop == GOING_ON:
                pass
            return
        check_whole(Text("number of epochs"), epochs, 0)
        last = self.epoch + epochs
        while self.epoch < last and self._advance(_MANY, last) and self._stop == GOING_ON:
            pass
        limit = self.training.max_epochs
        if self._stop == GOING_ON and limit is not None and self.epoch >= limit:
            self._stop = MAX_EPOCHS

    def advance(self, updates: int) -> int:
        """Makes at most `updates` updates in compiled code without the GIL; returns how many it made.

        It makes fewer where a stop rule ends the run, and none after a divergence.
        """
        check_whole(Text("number of updates"), updates, 0)
        done = 0
        while done < updates:
            made = self._advance(updates - done, -1)
            done += made
            if made == 0 or self._stop != GOING_ON:
                break
        return done

    def last_update(self) -> Update:
        """The last update; see `update_of` for when it can be told."""
        return update_of(self._state, self._work)

    def snapshot(self, run_id: int = 0) -> Snapshot:
        """The network as it is now, also within a pass, with the losses at exactly these parameters."""
        check_whole(Text("number of a run"), run_id, 0)
        state = self._state
        figures = figures_of_now(self._training, self._blas)
        parameters = state.parameters.copy()
        parameters.flags.writeable = False
        n, n_test = self.data.n_samples, self.data.n_test_samples
        graded = self._settings.grading.task != VALUES
        return Snapshot(
            run_id=run_id,
            epoch=self.epoch,
            step=int(state.progress.step),
            parameters=parameters,
            loss=float(figures.loss_sum / n),
            loss_sum=float(figures.loss_sum),
            accuracy=float(figures.n_right / n) if graded else None,
            n_right=int(figures.n_right) if graded else None,
            n_samples=n,
            test_loss=float(figures.test_loss_sum / n_test) if n_test else None,
            test_accuracy=float(figures.n_test_right / n_test) if n_test and graded else None,
            learning_rate=self.learning_rate,
            milestones=self.milestones,
        )

    @property
    def milestones(self) -> tuple[Milestone, ...]:
        """Those that the run has passed."""
        return self._milestones.passed

    def curve(self) -> LossCurve:
        """The history as the error plot draws it."""
        return self.history.curve()

    def state(self) -> Run:
        """The complete state of the run; after `restore` with it, training goes on with the same bits."""
        measure_if_stale(self._training, self._blas)
        return run_of(
            self._state,
            rng_state=rng_to_text(self._rng) if self.training.shuffle else "",
            curve=FrozenArray(self.history.table()),
            n_evaluations=self.history.total,
            stop_reason=self.stop_reason,
            milestones=to_table(self.milestones),
            moments=self.moments(),
            marks=self.history.marks,
        )

    def restore(self, run: Run) -> None:
        """Puts the run where `state` found it. Raises EngineError where it belongs to another network or data set."""
        check_kind("The state of a run", run, Run)
        check_run(run, len(self.network.parameters), self.data.n_samples)
        self.history.restore(run.curve.array, run.n_evaluations, run.marks)
        restore_state(self._state, run)
        self.network.hold_cut()
        if run.rng_state:
            self._rng = rng_from_text(run.rng_state)
        self._stop = STOP_REASONS.index(run.stop_reason)
        self._milestones.restore(run.milestones, self.data.n_outputs)
        if self._moments is not None:
            self._moments.restore(run.moments, self.data, self.training)

    def moments(self) -> Moments | None:
        """Those that were kept so far; None where none are."""
        return None if self._moments is None else self._moments.moments()

    def keep_moments_within(self, most_bytes: int) -> None:
        """Keeps moments within so many bytes from now on; the run itself does not change by it."""
        if self._moments is not None:
            self._moments.keep_within(most_bytes)

    def keep_moment(self) -> None:
        """Keep the moment at which the run stands: it does not follow from those before it."""
        if self._moments is not None:
            self._moments.begin(self._training, self.data, self.training, self._rng)

    def use_training(self, training: TrainingSpec) -> None:
        """Goes on with other settings, effective at once; another rule starts with an empty memory.

        Raises EngineError, changing nothing, where they cannot work. The seed and the learning rate that `adaptive`
        has reached stay unless they are changed here.
        """
        check(self.network.spec, self.data, training)
        before, self.training = self.training, training
        self._record_pass()
        if replace(training, milestones=before.milestones) == before:
            return
        rate_before = rate_of_pass(self._settings, self.epoch)
        self._prepare()
        numbers, rate = self._state.rule, rate_of_pass(self._settings, self.epoch)
        if rate != rate_before:
            numbers.learning_rate = rate
        numbers.objective = math.nan
        if training.rule != before.rule:
            clear_memory(self._state, self._settings.rule, rate)
        if training.seed != before.seed:
            self._rng = order_rng(training.seed)
        if training.loss != before.loss:
            self._state.evaluation.epoch = -1
        self.keep_moment()

    def use_data(self, data: Dataset) -> None:
        """Goes on with other samples of the same kind, marked in the curve; another number of them begins a pass."""
        check(self.network.spec, data, self.training)
        resized = data.n_samples != self.data.n_samples
        if not (np.array_equal(data.inputs, self.data.inputs) and np.array_equal(data.targets, self.data.targets)):
            self._milestones.clear()
        if self.has_moved and not same_numbers(data, self.data):
            self.history.mark_data(self.epoch, fingerprint_of(self.data), fingerprint_of(data))
        self.data = data
        self.history.has_test = data.n_test_samples > 0
        self._state.rule.objective = math.nan
        self._state.evaluation.epoch = -1
        if resized:
            self._state = self._state._replace(order=np.arange(data.n_samples))
            self._state.progress.step = self._state.progress.position = 0
        self._prepare()
        self.keep_moment()

    def set_by_hand(self, parameters: ArrayLike) -> None:
        """Goes on at these parameters (flat), with an empty memory of the rule; epoch and curve stay, with a mark."""
        memory_start = RULE_TABLE[self.training.rule].memory_start
        self.restore(set_by_hand(self.state(), parameters, memory_start))
        self.keep_moment()

    @property
    def _settings(self) -> Settings:
        return self._training.settings

    def _prepare(self) -> None:
        """Makes what the kernels read: network, data and settings as arrays and numbers."""
        data = self.data
        self._training = Training(
            self._work,
            make_samples(data.inputs, data.targets),
            make_samples(data.test_inputs, data.test_targets),
            make_settings(self.training, data),
            self._state,
        )
        self._blas = blas_form(self.network.spec, min(self._settings.batch_size, ROOM))
        if not data.n_test_samples:
            self._state.evaluation.test_loss_sum = math.nan

    def _advance(self, updates: int, last_epoch: int) -> int:
        """One call of the training kernel."""
        if self._stop == DIVERGED:
            return 0
        self._take_masks()
        if not self.has_moved:
            self._state.last_finite[:] = self._state.parameters  # the start, which may have been edited
            self.keep_moment()
        elif self._moments is not None and self._moments.is_due:
            self.keep_moment()
        state, record = self._state, self._record
        if self._moments is not None:
            record = self._moments.room(record)
        with np.errstate(all="ignore"):
            done = train(
                self._training,
                record,
                self._rng,
                min(updates, self._updates_to_recorded_pass()),
                last_epoch,
                self._blas,
            )
        self._stop = int(state.progress.stop)
        self.history.settle_marks()
        count = int(state.progress.n_recorded)
        if count:
            n, n_test = self.data.n_samples, max(self.data.n_test_samples, 1)
            self.history.extend(record.epochs[:count], record.losses[:count] / n, record.test_losses[:count] / n_test)
        if self._moments is not None:
            self._moments.note(int(state.progress.n_kept))
        self._record_pass()
        return int(done)

    def _updates_to_recorded_pass(self) -> int:
        """Updates up to the next milestone."""
        coming = next((milestone for milestone in self.training.milestones if milestone > self.epoch), None)
        return _MANY if coming is None else self.updates_until(coming)

    def _record_pass(self) -> None:
        """Records what is kept of a finished pass; a run that fell back forgets what lies after it."""
        epoch, wanted = self.epoch, self.training.milestones
        if self._stop == DIVERGED:
            self._milestones.cut(epoch)
            if self._moments is not None:
                self._moments.cut(epoch)
        elif self._state.progress.position == 0 and epoch in wanted and self._milestones.lacks(epoch):
            outputs = self.network.predict(self.data.inputs[:MOST_ROWS])
            self._milestones.note(epoch, outputs, float(figures_of_now(self._training, self._blas).loss_sum))

    def _take_masks(self) -> None:
        self.network.hold_cut()
        np.logical_and(self.network.trainable, self.network.connected, out=self._state.free, casting="unsafe")

    def _check_that_it_ends(self) -> None:
        spec = self.training
        if spec.max_epochs is None and spec.target_error is None and not spec.stop_when_all_right:
            raise EngineError(
                "Nothing would end this run; give the number of epochs, or set max_epochs, target_error or "
                "stop_when_all_right."
            )


def _restored(  # noqa: PLR0917  (pickle takes no keywords)
    kind: type[Trainer], network: Network, data: Dataset, training: TrainingSpec, keeps_moments: bool, run: Run
) -> Trainer:
    """A Trainer that goes on where `run` stood, with a network of its own."""
    trainer = kind(network.copy(), data, training, keeps_moments)
    trainer.restore(run)
    return trainer
