"""This module holds one update of a training rule with what the rule remembers before and after it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class RuleStep:
    """The update that takes the training samples `rows`; vectors are flat, one entry a parameter.

    gradient: +∂(mean loss)/∂parameters with the penalties. first, second: the rule's memory as the update finds it,
    new_first, new_second: as it leaves it (`RuleState`). free: False where a parameter is locked or cut.
    rate: the learning rate in force, new_rate: what the rule `adaptive` makes of it. updates: made so far, with this
    one. objective, new_objective: what the rule `adaptive` compares; NaN for others.
    """

    rows: tuple[int, ...]
    gradient: Floats
    first: Floats
    second: Floats
    new_first: Floats
    new_second: Floats
    new_parameters: Floats
    free: NDArray[np.bool_]
    rate: float
    new_rate: float
    updates: int
    objective: float
    new_objective: float

    @property
    def has_objective(self) -> bool:
        """Whether the rule compares the objective before and after."""
        return not math.isnan(self.new_objective)

    @property
    def is_taken_back(self) -> bool:
        """Whether the rule undoes the step, because the objective rises."""
        return self.has_objective and self.new_rate < self.rate

    def vector(self, name: str) -> Floats:
        """The memory called "first", "second", "new_first" or "new_second"."""
        return {
            "first": self.first,
            "second": self.second,
            "new_first": self.new_first,
            "new_second": self.new_second,
        }[name]
