"""This module defines a run that can be edited, stopped, continued and, after a divergence, taken back."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.spec.specs import TrainingSpec
from engine.training.history import LossCurve
from engine.training.ledger import LedgerView
from engine.training.ledger_recorder import LedgerRecorder
from engine.training.moments import DEFAULT_BYTES, Moments
from engine.training.run import Run
from engine.training.run_setup import HandEdit, LiveEdit, RunSetup, TrainingStep, changed_settings
from engine.training.snapshot import Snapshot
from engine.training.trainer import Trainer


class LiveRun:
    """The trainer of a setup, at its start or where a saved `run` stood. Raises EngineError where that cannot work."""

    def __init__(self, setup: RunSetup, run: Run | None = None, moment_bytes: int = DEFAULT_BYTES) -> None:
        self._moment_bytes = moment_bytes
        self._network = setup.start.make_network()
        self._dataset = setup.dataset
        self._training = setup.training
        self._max_epochs = setup.training.max_epochs
        self._passed: frozenset[str] = frozenset()
        self._trainer = self._new_trainer(setup.training)
        if run is not None:
            self._trainer.restore(run)
        # It may have been taken elsewhere by hand; and so training does not begin with loading this kernel.
        self._trainer.keep_moment()
        self._recorder = LedgerRecorder(setup, run, self._network, self._trainer)

    @property
    def stop_reason(self) -> str | None:
        """Why training stopped, None while nothing stops it."""
        return self._trainer.stop_reason

    @property
    def updates_per_epoch(self) -> int:
        """Updates of one pass."""
        return self._trainer.updates_per_epoch

    @property
    def updates_to_pass_end(self) -> int:
        """Updates that are left of the pass."""
        return self._trainer.updates_to_pass_end

    @property
    def learning_rate(self) -> float:
        """The rate in force."""
        return self._trainer.learning_rate

    @property
    def has_moved(self) -> bool:
        """Whether any update was made since the start."""
        return self._trainer.has_moved

    @property
    def is_evaluated(self) -> bool:
        """Whether the losses at the present parameters are known; else a snapshot evaluates the whole set."""
        return self._trainer.is_evaluated

    def advance(self, updates: int) -> int:
        """Make at most so many updates, fewer where a stop rule ends the run. Returns how many."""
        self._recorder.begin(self._trainer)
        done = self._trainer.advance(updates)
        self._recorder.note(self._trainer, done)
        return done

    def updates_of(self, step: TrainingStep) -> int:
        """Updates that a step takes: one, or those that are left of the pass."""
        return 1 if step == "sample" else self.updates_to_pass_end

    def updates_until(self, epoch: int) -> int:
        """Updates that are left until `epoch` passes are finished; 0 or less where they are."""
        return self._trainer.updates_until(epoch)

    def ending_with_pass(self, most: int) -> int:
        """The largest number of updates up to `most` that ends with a pass, whose loss is known anyway; else `most`."""
        left = self.updates_to_pass_end
        return most if most < left else most - (most - left) % self.updates_per_epoch

    def change(self, edit: LiveEdit) -> None:
        """Go on with other data or settings. Raises EngineError where that cannot work; the old ones then stay."""
        if edit.dataset is not self._dataset:
            self._trainer.use_data(edit.dataset)
            self._dataset = edit.dataset
            self._passed = frozenset()
        changed = changed_settings(self._training, edit.training)
        if changed:
            self._passed -= changed
            if "max_epochs" in changed:
                self._max_epochs = edit.training.max_epochs
            self._trainer.use_training(self._in_force(edit.training))
            self._training = edit.training
        self._recorder.change(self._trainer, self._dataset, self._training)

    def set_by_hand(self, edit: HandEdit) -> None:
        """Go on with the weights, locks and cuts of `edit`; the rules count again that stop a run."""
        masks = self._network.trainable.copy(), self._network.connected.copy()
        edit.start.lock_and_cut(self._network)
        if not all(map(np.array_equal, masks, (self._network.trainable, self._network.connected))):
            state = self._trainer.state()
            moments = None if state.moments is None else state.moments.to_look_at()
            self._trainer.restore(replace(state, moments=moments))
            self._trainer.keep_moment()
        if edit.sets_weights:
            self._passed = frozenset()
            self._trainer.set_by_hand(edit.start.first_parameters())
        self._recorder.set_by_hand(self._trainer)

    def pass_stop_rules(self) -> None:
        """Let training go on after a stop: rules that are met no longer stop it, the limit of epochs counts anew."""
        reason = self.stop_reason
        if reason == "diverged":
            self.go_back()
        before = self._in_force(self._training)
        if reason in ("target_error", "all_right"):
            self._passed |= self._rules_met()
        if self._max_epochs is not None and self._training.max_epochs and self._trainer.epoch >= self._max_epochs:
            self._max_epochs = self._trainer.epoch + self._training.max_epochs
        after = self._in_force(self._training)
        if after != before:
            self._trainer.use_training(after)

    def go_back(self) -> None:
        """Return a diverged run to its last finite state, with the rule's memory (velocity, moments …) empty."""
        if self.stop_reason != "diverged":
            return
        kept = self._trainer.state()
        self._trainer = self._new_trainer(self._in_force(self._training))
        fresh = self._trainer.state()
        self._trainer.restore(
            replace(
                kept,
                rule=fresh.rule,
                evaluation=fresh.evaluation,
                finished=fresh.finished,
                last_finite=fresh.last_finite,
                order=fresh.order,
                stop_reason=None,
            )
        )
        self._trainer.keep_moment()
        self._recorder.change(self._trainer, self._dataset, self._training)

    def keep_moments_within(self, most_bytes: int) -> None:
        """Let the moments of the run take so many bytes from now on."""
        self._moment_bytes = most_bytes
        self._trainer.keep_moments_within(most_bytes)

    def _new_trainer(self, training: TrainingSpec) -> Trainer:
        return Trainer(self._network, self._dataset, training, keeps_moments=True, moment_bytes=self._moment_bytes)

    def seek(self, step: int) -> None:
        """Return to where the run stood after `step` updates; all stop rules are in force again.

        Steps count from the start; only runs with a ledger know them. Others stay where they are.
        """
        run = self._recorder.state_at(step, self._trainer)
        if run is None:
            return
        self._passed, self._max_epochs = frozenset(), self._training.max_epochs
        self._trainer = self._new_trainer(self._training)
        self._trainer.restore(run)
        self._trainer.keep_moment()

    def ledger(self) -> LedgerView | None:
        """Every step so far, for the rules of one layer; None for others."""
        return self._recorder.view()

    def snapshot(self, run_id: int) -> Snapshot:
        """The present moment, with the losses at exactly these parameters."""
        return self._trainer.snapshot(run_id)

    def moments(self) -> Moments | None:
        """Those from which every pass so far can be found again; None for networks too large for that."""
        return self._trainer.moments()

    def curve(self) -> LossCurve:
        """The history so far."""
        return self._trainer.curve()

    def state(self) -> Run:
        """The complete state, to go on from here with the same bits."""
        return self._trainer.state()

    def _rules_met(self) -> frozenset[str]:
        snapshot = self._trainer.snapshot(0)
        met = set()
        if self._training.target_error is not None and snapshot.loss_sum <= self._training.target_error:
            met.add("target_error")
        if snapshot.accuracy == 1.0:
            met.add("stop_when_all_right")
        return frozenset(met)

    def _in_force(self, training: TrainingSpec) -> TrainingSpec:
        """`training` without the stop rules that the run has passed."""
        return replace(
            training,
            max_epochs=self._max_epochs,
            target_error=None if "target_error" in self._passed else training.target_error,
            stop_when_all_right=training.stop_when_all_right and "stop_when_all_right" not in self._passed,
        )
