"""What the columns of the sample table are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from engine.data.dataset import Dataset


@dataclass(frozen=True)
class SampleColumns:
    """Number, inputs, targets, hidden outputs, outputs, error and, unless targets are real values, right or wrong.

    Outputs of the last hidden layer are there where that has few units. Inputs are those that were given.
    """

    n_inputs: int
    n_outputs: int
    has_right: bool
    n_hidden: int = 0

    @classmethod
    def of(cls, dataset: Dataset, n_hidden: int = 0) -> SampleColumns:
        """The columns for `dataset` and a network that shows so many hidden outputs."""
        return cls(dataset.n_raw_inputs, dataset.n_outputs, dataset.task != "values", n_hidden)

    @cached_property
    def first_live(self) -> int:
        """The first column that changes while training."""
        return 1 + self.n_inputs + self.n_outputs

    @cached_property
    def first_output(self) -> int:
        """The first column of the network's answer."""
        return self.first_live + self.n_hidden

    @cached_property
    def error(self) -> int:
        """The column of the sample's error."""
        return self.first_output + self.n_outputs

    @cached_property
    def marks_misses(self) -> bool:
        """Whether the first column rings what is wrong: beside many outputs the last column may be out of sight."""
        return self.has_right and self.n_outputs > 1

    @cached_property
    def count(self) -> int:
        """How many columns there are."""
        return self.error + 1 + self.has_right

    def cell(self, column: int) -> int | None:
        """The place of `column` among those that can be edited, inputs and then targets; None for the others."""
        return column - 1 if 1 <= column < self.first_live else None

    @cached_property
    def kinds(self) -> tuple[tuple[str, int], ...]:
        """What each column shows ("number", "input", "target", "hidden", "output", "error", "right") and its place
        among those."""
        return tuple(self._kind(column) for column in range(self.count))

    def _kind(self, column: int) -> tuple[str, int]:
        if column == 0:
            return "number", 0
        if column <= self.n_inputs:
            return "input", column - 1
        if column < self.first_live:
            return "target", column - 1 - self.n_inputs
        if column < self.first_output:
            return "hidden", column - self.first_live
        if column < self.error:
            return "output", column - self.first_output
        return ("error", 0) if column == self.error else ("right", 0)
