"""This module knows with which data a run goes on, and whether its curve was made with others."""

from __future__ import annotations

from engine.data.dataset import Dataset
from engine.data.fingerprint import same_numbers


class RunData:
    """The data in force, None where they cannot be built, and those with which the run has trained last."""

    def __init__(self) -> None:
        self.now: Dataset | None = None
        self._trained: Dataset | None = None

    def begin(self, data: Dataset | None) -> None:
        """A run begins, or is taken up, with `data`."""
        self.now = self._trained = data

    def train(self) -> None:
        """The run goes on with the data in force."""
        self._trained = self.now

    def change(self, data: Dataset, is_training: bool) -> bool | None:
        """The run goes on with `data`: whether they differ from those of its curve; None where no number changed."""
        if self.now is not None and same_numbers(self.now, data):
            self.now = data
            return None
        self.now = data
        are_others = is_training or self._trained is None or not same_numbers(self._trained, data)
        if is_training:
            self._trained = data
        return are_others
