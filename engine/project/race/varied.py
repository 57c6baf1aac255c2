"""This module plans a race of one project with itself, one setting varied."""

from __future__ import annotations

from dataclasses import dataclass

from engine.data.dataset import Dataset
from engine.data.datasets.recipe import DatasetSpec
from engine.project.project import Project
from engine.project.variables import VARIABLES, Values


@dataclass(frozen=True)
class VariedPlan:
    """`project` with each of `values` for the setting called `setting`; see VARIABLES."""

    project: Project
    setting: str
    values: Values

    @property
    def dataset(self) -> DatasetSpec:
        """The project's."""
        return self.project.dataset

    def contenders(self, data: Dataset) -> dict[str, Project]:
        """One for each value that makes a difference, from the project's own start; they are called "1", "2" …"""
        put = VARIABLES[self.setting].put
        made = list(dict.fromkeys(put(self.project, value) for value in self.values))
        return {str(number): each for number, each in enumerate(made, 1)}
