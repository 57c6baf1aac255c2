"""Keeps the ledger of a run that has one, and finds the state of the run at any step of it."""

from __future__ import annotations

from engine.data.dataset import Dataset
from engine.network.fit import has_ledger
from engine.network.kernels.jit import COMPILED
from engine.network.network import Network
from engine.spec.rules import RULE_TABLE
from engine.spec.specs import TrainingSpec
from engine.spec.training_spec import SETTINGS
from engine.training.earlier_run import suited, with_record
from engine.training.ledger import Ledger, LedgerView
from engine.training.run import Run
from engine.training.run_setup import RunSetup
from engine.training.trainer import Trainer

MOST_REMADE = 20_000_000 if COMPILED else 20_000
"""Steps times parameters up to which a run from a file is repeated from its start for the ledger: a second or two."""


class LedgerRecorder:
    """Records the ledger of one run; for rules without a ledger it does nothing."""

    def __init__(self, setup: RunSetup, run: Run | None, network: Network, trainer: Trainer) -> None:
        self._network = network
        self._dataset, self._training = setup.dataset, setup.training
        self._view: LedgerView | None = None
        self._ledger = self._make(setup, run, trainer) if has_ledger(network.spec, self._training) else None

    def view(self) -> LedgerView | None:
        """The ledger as it is now; the same object while it stays as it is."""
        if self._view is None and self._ledger is not None:
            self._view = self._ledger.view()
        return self._view

    def begin(self, trainer: Trainer) -> None:
        """Note that the run goes on: the known steps ahead stay valid if the settings that made them are in force."""
        ledger, view = self._ledger, self.view()
        if ledger is None or view is None or ledger.current == ledger.length or view.is_newest(ledger.current):
            return
        ledger.change(trainer.state(), self._dataset, self._training)
        self._view = None

    def note(self, trainer: Trainer, done: int) -> None:
        """Note that the run has made `done` further updates."""
        ledger = self._ledger
        if ledger is None:
            return
        self._view = None
        if trainer.stop_reason == "diverged":
            self._fall_back(ledger, trainer)
            return
        step = ledger.current + done
        ledger.advance(step, trainer.state() if ledger.is_due(step) else None)

    def change(self, trainer: Trainer, dataset: Dataset, training: TrainingSpec) -> None:
        """Note that the run goes on with other data or settings."""
        same = dataset is self._dataset and _steps_alike(training, self._training)
        self._dataset, self._training = dataset, training
        if self._ledger is not None and not same:
            self._ledger.change(trainer.state(), dataset, training)
            self._view = None

    def set_by_hand(self, trainer: Trainer) -> None:
        """Note that the run goes on with other weights; what was locked or cut anew, the steps before did not know."""
        ledger = self._ledger
        if ledger is None:
            return
        if ledger.has_masks_of(self._network):
            ledger.change(trainer.state(), self._dataset, self._training)
        else:
            self._ledger = Ledger(self._network, ledger.current, trainer.state(), self._dataset, self._training)
        self._view = None

    def state_at(self, step: int, trainer: Trainer) -> Run | None:
        """The state to restore for `step`, or for the nearest known step; None without a ledger.

        From then on the ledger takes the run to stand at that step.
        """
        ledger, view = self._ledger, self.view()
        if ledger is None or view is None:
            return None
        step = min(max(step, view.first), view.length)
        run = suited(view.state_at(step), self._dataset, self._training)
        ledger.current = step
        self._view = None
        return with_record(run, trainer.curve(), trainer.milestones, trainer.moments())

    def _make(self, setup: RunSetup, run: Run | None, trainer: Trainer) -> Ledger:
        """A ledger from the start where the run can be repeated, else from where the run stands."""
        if run is None:
            return Ledger(self._network, 0, trainer.state(), setup.dataset, setup.training)
        steps = run.epoch * trainer.updates_per_epoch + run.step
        if 0 < steps * self._network.spec.n_parameters <= MOST_REMADE:
            begun = self._remade(setup, run, steps)
            if begun is not None:
                return begun
        return Ledger(self._network, steps, trainer.state(), setup.dataset, setup.training)

    def _remade(self, setup: RunSetup, run: Run, steps: int) -> Ledger | None:
        """A ledger from the start; None where the steps from there do not lead to `run`."""
        network = setup.start.make_network()
        first = Trainer(network, setup.dataset, setup.training).state()
        ledger = Ledger(network, 0, first, setup.dataset, setup.training)
        ledger.advance(steps, None)
        found = ledger.view().state_at(steps)
        same = found.parameters == run.parameters and found.order == run.order
        return ledger if same and found.rng_state == run.rng_state else None

    def _fall_back(self, ledger: Ledger, trainer: Trainer) -> None:
        """Note that the run has diverged and stands at its last finite evaluation."""
        view = ledger.view()
        base = view.stretches[-1].marks[0]
        step = base.step - base.run.step + (trainer.epoch - base.run.epoch) * trainer.updates_per_epoch
        if step >= base.step:
            ledger.cut(step)
        else:
            self._ledger = Ledger(self._network, max(step, 0), trainer.state(), self._dataset, self._training)


def _steps_alike(one: TrainingSpec, other: TrainingSpec) -> bool:
    """Whether the two make the same steps, whatever ends them and whatever they record."""
    rule = RULE_TABLE[one.rule]
    names = [name for name, setting in SETTINGS.items() if setting.effect != "none" and setting.counts_for(rule)]
    return all(getattr(one, name) == getattr(other, name) for name in names)
