"""This module keeps checkpoints of a run: its parameters after some passes, spread evenly over the whole run.

Animations and the regions of a report are drawn from them. A `PassRecorder` collects them together with the milestones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from engine.spec.frozen_array import FrozenArray
from engine.training.milestones import Milestone

Floats = NDArray[np.float64]

MOST_CHECKPOINTS = 240
MOST_BYTES = 8_000_000
FEWEST_CHECKPOINTS = 8
"""A network so large that not even these have room in `MOST_BYTES` has no checkpoints."""


@dataclass(frozen=True, eq=False)
class Checkpoints:
    """epochs (n,), never falling; parameters (n, n_parameters), those after each of these passes; both read-only."""

    epochs: NDArray[np.int64]
    parameters: Floats

    def __len__(self) -> int:
        return len(self.epochs)

    def nearest(self, epoch: float) -> int:
        """The index of the checkpoint nearest to `epoch`; of two as near, the earlier one."""
        return int(np.argmin(np.abs(self.epochs - epoch)))


class CheckpointRecorder:
    """Keeps the parameters after every n-th pass; when it is full, it drops every second one and doubles n.

    So which epochs it holds depends on the run alone, not on how the run was cut into calls.
    """

    def __init__(self, n_parameters: int) -> None:
        room = MOST_BYTES // (8 * n_parameters)
        self._most = min(MOST_CHECKPOINTS, room) if room >= FEWEST_CHECKPOINTS else 0
        self._kept: list[tuple[int, Floats]] = []
        self._table: FrozenArray | None = None

    def next_epoch(self, epoch: int) -> int | None:
        """The next pass after `epoch` that needs a checkpoint; None where the network is too large for any."""
        stride = self._stride
        return (epoch // stride + 1) * stride if self._most else None

    def record(self, epoch: int, parameters: Floats) -> None:
        """Keep a copy of `parameters`, those after pass `epoch`, where that pass needs a checkpoint."""
        if not self._most or (self._kept and (epoch <= self._kept[-1][0] or epoch % self._stride)):
            return
        if len(self._kept) >= self._most:
            self._thin()
            if epoch % self._stride:
                return
        self._kept.append((epoch, parameters.copy()))
        self._table = None

    def cut(self, epoch: int) -> None:
        """Forget the checkpoints after `epoch`: the run has gone back to it."""
        self._kept = [kept for kept in self._kept if kept[0] <= epoch]
        self._table = None

    def table(self) -> FrozenArray | None:
        """One row a checkpoint: the epoch, then the parameters; None without any."""
        if self._table is None and self._kept:
            self._table = FrozenArray([[epoch, *parameters] for epoch, parameters in self._kept])
        return self._table

    def restore(self, table: FrozenArray | None) -> None:
        """Go on with what `table` returned."""
        rows = () if table is None else table.array
        self._kept = [(int(row[0]), row[1:]) for row in rows]
        self._table = table

    @property
    def _stride(self) -> int:
        """The passes between two checkpoints; the first one may be where a run without checkpoints was taken up."""
        return self._kept[-1][0] - self._kept[-2][0] if len(self._kept) > 2 else 1

    def _thin(self) -> None:
        first, *others = self._kept
        stride = 2 * self._stride
        self._kept = [first, *(kept for kept in others if kept[0] % stride == 0)]
        self._table = None


class PassRecorder:
    """Records what a run keeps of finished passes.

    milestones: those that the run has passed. checkpoints: None for runs that keep none.
    """

    def __init__(self, checkpoints: CheckpointRecorder | None) -> None:
        self.milestones: tuple[Milestone, ...] = ()
        self.checkpoints = checkpoints

    def next_epoch(self, epoch: int, wanted: Sequence[int]) -> int | None:
        """The next pass after `epoch` to record; `wanted` are the epochs of all milestones, rising."""
        coming = [next((milestone for milestone in wanted if milestone > epoch), None)]
        if self.checkpoints is not None:
            coming.append(self.checkpoints.next_epoch(epoch))
        return min((one for one in coming if one is not None), default=None)

    def is_new(self, epoch: int, wanted: Sequence[int]) -> bool:
        """Whether pass `epoch` is a milestone that was not recorded yet."""
        return epoch in wanted and all(passed.epoch != epoch for passed in self.milestones)

    def cut(self, epoch: int) -> None:
        """Forget what was recorded after `epoch`: the run has gone back to it."""
        self.milestones = tuple(passed for passed in self.milestones if passed.epoch <= epoch)
        if self.checkpoints is not None:
            self.checkpoints.cut(epoch)


def cut_table(table: FrozenArray | None, epoch: int) -> FrozenArray | None:
    """The rows of `table` up to `epoch`; None where none is left."""
    if table is None:
        return None
    rows = table.array[table.array[:, 0] <= epoch]
    return FrozenArray(rows) if len(rows) else None


def is_table(table: FrozenArray, n_parameters: int, epoch: int) -> bool:
    """Whether `table` can hold the checkpoints of a run that stands at `epoch`, of a network of so many parameters."""
    values = table.array
    if values.ndim != 2 or not 1 <= len(values) <= MOST_CHECKPOINTS or values.shape[1] != 1 + n_parameters:
        return False
    epochs = values[:, 0]
    return (
        bool(np.isfinite(values).all())
        and bool((epochs == np.floor(epochs)).all())
        and all(one < other for one, other in pairwise(epochs))
        and epochs[0] >= 0
        and epochs[-1] <= epoch
    )
