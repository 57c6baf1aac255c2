"""This module says where a race ends for a contender, and what it took one to get there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from engine.data.dataset import Dataset


@dataclass(frozen=True)
class Goal:
    """All training samples right, or the error, summed over the training set, at most `error_sum` where that is given.

    It is looked at after every pass that is evaluated.
    """

    error_sum: float | None = None

    def fitting(self, data: Dataset) -> Goal:
        """This goal; real values have no right and wrong, and get an error to reach in place of it."""
        return Goal(0.01 * data.n_samples) if self.error_sum is None and data.task == "values" else self

    @property
    def stop_rules(self) -> dict[str, Any]:
        """The training settings that stop a run there, and no sooner."""
        return {
            "target_error": self.error_sum,
            "stop_when_all_right": self.error_sum is None,
            "max_epochs": None,
        }


NOWHERE: dict[str, Any] = {"target_error": None, "stop_when_all_right": False, "max_epochs": None}
"""The training settings that stop a run nowhere."""


@dataclass(frozen=True)
class Arrival:
    """What it took: passes, updates, and the computing time as measured, evaluations included."""

    epoch: int
    updates: int
    seconds: float
