"""This module lets one project run in a race: a trainer with a watch, cut into slices that never take long."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from engine.data.dataset import Dataset
from engine.project.edits.runs import saved_run
from engine.project.project import Project
from engine.project.race.goal import NOWHERE, Arrival, Goal
from engine.project.saved_run import SavedRun

if TYPE_CHECKING:
    from engine.training.trainer import Trainer

SLICE_S = 0.004
MOMENT_BYTES = 8_000_000
"""What the moments of one contender take at most: its path over the error surface, and the timeline of a kept run."""
_FASTER = 8  # times as many updates, at most, as in the slice before


class Runner:
    """The project `project`, called `name`, from its own start on `data`; it goes on beyond the goal.

    Its weights are those of a Trainer that runs alone, bit for bit. Raises EngineError where it cannot be trained.
    """

    def __init__(self, name: str, project: Project, data: Dataset, goal: Goal, watch: Callable[[], float]) -> None:
        self.name, self.project = name, project
        self._watch = watch
        self._goal_rules = goal.stop_rules
        self.trainer = self._new_trainer(data, keeps_moments=True)
        self._new_trainer(data).advance(1)  # what is compiled or loaded for it shall be there before the watch starts
        self.start_loss = self.trainer.loss
        self.seconds, self.updates = 0.0, 0
        self.arrival: Arrival | None = None
        self._slice = 1

    def _new_trainer(self, data: Dataset, keeps_moments: bool = False) -> Trainer:
        from engine.training.trainer import Trainer  # it loads the kernels, which are not needed to plan a race

        training = replace(self.project.training, **self._goal_rules)
        network = self.project.start.make_network()
        return Trainer(network, data, training, keeps_moments, moment_bytes=MOMENT_BYTES)

    @property
    def epoch(self) -> int:
        """Passes finished."""
        return self.trainer.epoch

    @property
    def has_diverged(self) -> bool:
        """Whether it has left the finite numbers and stands still."""
        return self.trainer.stop_reason == "diverged"

    @property
    def is_settled(self) -> bool:
        """Whether it has arrived, or never will."""
        return self.arrival is not None or self.has_diverged

    def saved_run(self, name: str, when: str) -> SavedRun:
        """Its run so far, to be kept under `name`; `when` is the time as ISO text."""
        return saved_run(self.project, self.trainer.state(), self.trainer.data, name=name, when=when)

    def go(self, last_epoch: int | None) -> None:
        """Train for a slice of time, at most up to the end of pass `last_epoch`."""
        updates = self._slice
        if last_epoch is not None:
            updates = min(updates, self.trainer.updates_until(last_epoch))
        begun = self._watch()
        done = self.trainer.advance(updates)
        spent = self._watch() - begun
        self.seconds += spent
        self.updates += done
        if done == self._slice:
            self._slice = max(1, min(round(done * SLICE_S / max(spent, 1e-6)), _FASTER * done))
        if self.trainer.stop_reason in ("target_error", "all_right"):
            self.arrival = Arrival(self.epoch, self.updates, self.seconds)
            self.trainer.use_training(replace(self.trainer.training, **NOWHERE))
