"""This module records milestones: the network's outputs after certain passes, as in the lecture's tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.spec.frozen_array import FrozenArray

Floats = NDArray[np.float64]

MOST_ROWS = 1_000
"""A milestone holds outputs for at most so many samples, the first ones; its error is that of the whole set."""


@dataclass(frozen=True, eq=False)
class Milestone:
    """The end of one pass. outputs: (samples, n_outputs), read-only; loss_sum: the summed training loss."""

    epoch: int
    outputs: Floats
    loss_sum: float


class MilestoneRecorder:
    """The milestones that a run has passed, rising."""

    def __init__(self) -> None:
        self.passed: tuple[Milestone, ...] = ()

    def restore(self, table: FrozenArray | None, n_outputs: int) -> None:
        """Go on with those of a saved run, for a network with so many outputs."""
        self.passed = from_table(table, n_outputs)

    def lacks(self, epoch: int) -> bool:
        """Whether none is known of pass `epoch`."""
        return all(passed.epoch != epoch for passed in self.passed)

    def note(self, epoch: int, outputs: Floats, loss_sum: float) -> None:
        """Record the end of pass `epoch`, later than those before; `outputs` are not written again."""
        outputs.flags.writeable = False
        self.passed = (*self.passed, Milestone(epoch, outputs, loss_sum))

    def cut(self, epoch: int) -> None:
        """Forget those after pass `epoch`: the run has gone back to it."""
        self.passed = tuple(passed for passed in self.passed if passed.epoch <= epoch)

    def clear(self) -> None:
        """Forget all: they tell about other samples."""
        self.passed = ()


def to_table(milestones: Sequence[Milestone]) -> FrozenArray | None:
    """One row a milestone: epoch, summed loss, then the outputs row by row; None for none."""
    if not milestones:
        return None
    return FrozenArray([[passed.epoch, passed.loss_sum, *passed.outputs.ravel()] for passed in milestones])


def from_table(table: FrozenArray | None, n_outputs: int) -> tuple[Milestone, ...]:
    """The milestones in `table`, for a network with so many outputs; none where it is another network's."""
    if table is None or (table.array.shape[1] - 2) % n_outputs:
        return ()
    milestones = []
    for epoch, loss_sum, *outputs in table.array:
        rows = np.array(outputs, dtype=np.float64).reshape(-1, n_outputs)
        rows.flags.writeable = False
        milestones.append(Milestone(int(epoch), rows, float(loss_sum)))
    return tuple(milestones)


def is_table(table: FrozenArray, n_samples: int) -> bool:
    """Whether `table` can be what `to_table` writes for a set of so many samples."""
    values = table.array
    rows = min(n_samples, MOST_ROWS)
    return (
        values.ndim == 2
        and values.shape[1] > 2
        and (values.shape[1] - 2) % rows == 0
        and bool(np.isfinite(values).all())
        and bool((values[:, 0] >= 1).all())
    )
