"""This module knows with which data a run goes on, what an edit means for it, and whether its curve had others."""

from __future__ import annotations

from engine.data.dataset import Dataset
from engine.data.fingerprint import same_numbers
from engine.project.edit_effect import EditEffect, effect_of
from engine.project.project import Project
from gui.document.document import Document


class RunData:
    """The data in force, None where they cannot be built, and those with which the run has trained last."""

    def __init__(self) -> None:
        self.now: Dataset | None = None
        self._trained: Dataset | None = None

    def begin(self, data: Dataset | None) -> None:
        """A run begins, or is taken up, with `data`."""
        self.now = self._trained = data

    def effect_of(self, document: Document, before: Project, after: Project) -> EditEffect:
        """What the edit that led to `after`, the project of `document` by now, means for the run."""
        try:
            return effect_of(before, after, self.now, document.dataset)
        except Exception:  # the new start will say what it is
            return EditEffect.COLUMNS

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
