"""The film of a run: its parameters at some moments, few enough to keep, spread evenly over the whole run.

Pictures of the past – an animation, the regions in a report – are made from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.spec.frozen_array import FrozenArray

if TYPE_CHECKING:
    from engine.training.run import Run

Floats = NDArray[np.float64]

MOST_FRAMES = 240
MOST_BYTES = 8_000_000
FEWEST_FRAMES = 8
"""A network so large that not even these have room in `MOST_BYTES` has no film."""


@dataclass(frozen=True, eq=False)
class Film:
    """Moments of a run. epochs (n,), never falling; parameters (n, n_parameters), those after each pass; read-only."""

    epochs: NDArray[np.int64]
    parameters: Floats

    def __len__(self) -> int:
        return len(self.epochs)

    def nearest(self, epoch: float) -> int:
        """The index of the moment nearest to `epoch`; of two as near, the earlier one."""
        return int(np.argmin(np.abs(self.epochs - epoch)))


class FilmStrip:
    """Takes a frame every so many passes; when it is full, every second frame goes and the distance doubles.

    So which epochs it holds depends on the run alone, not on how the run was cut into calls.
    """

    def __init__(self, n_parameters: int) -> None:
        room = MOST_BYTES // (8 * n_parameters)
        self._most = min(MOST_FRAMES, room) if room >= FEWEST_FRAMES else 0
        self._frames: list[tuple[int, Floats]] = []
        self._table: FrozenArray | None = None

    def due(self, epoch: int) -> int | None:
        """The next pass behind `epoch` whose end is to be taken; None where the network is too large for a film."""
        stride = self._stride
        return (epoch // stride + 1) * stride if self._most else None

    def take(self, epoch: int, parameters: Floats) -> None:
        """Keep a copy of `parameters`, those after pass `epoch`, where that is a moment to keep."""
        if not self._most or (self._frames and (epoch <= self._frames[-1][0] or epoch % self._stride)):
            return
        if len(self._frames) >= self._most:
            self._thin()
            if epoch % self._stride:
                return
        self._frames.append((epoch, parameters.copy()))
        self._table = None

    def cut(self, epoch: int) -> None:
        """Forget what lies behind `epoch`: the run has gone back to it."""
        self._frames = [frame for frame in self._frames if frame[0] <= epoch]
        self._table = None

    def table(self) -> FrozenArray | None:
        """One row a frame: the epoch, then the parameters; None without a frame."""
        if self._table is None and self._frames:
            self._table = FrozenArray([[epoch, *parameters] for epoch, parameters in self._frames])
        return self._table

    def restore(self, table: FrozenArray | None) -> None:
        """Go on with what `table` returned."""
        rows = () if table is None else table.array
        self._frames = [(int(row[0]), row[1:]) for row in rows]
        self._table = table

    @property
    def _stride(self) -> int:
        """The passes between two frames; the first one may be where a run without a film was taken up."""
        return self._frames[-1][0] - self._frames[-2][0] if len(self._frames) > 2 else 1

    def _thin(self) -> None:
        first, *others = self._frames
        stride = 2 * self._stride
        self._frames = [first, *(frame for frame in others if frame[0] % stride == 0)]
        self._table = None


def film_of(run: Run | None) -> Film | None:
    """The moments that `run` kept and, last, where it stands; None where it has none."""
    if run is None or run.film is None:
        return None
    epochs, parameters = run.film.array[:, 0].astype(np.int64), run.film.array[:, 1:]
    if not np.array_equal(parameters[-1], run.parameters.array):
        epochs = np.append(epochs, run.epoch)
        parameters = np.vstack([parameters, run.parameters.array])
    for part in (epochs, parameters):
        part.flags.writeable = False
    return Film(epochs, parameters)


def cut_table(table: FrozenArray | None, epoch: int) -> FrozenArray | None:
    """`table` up to `epoch`; None where nothing is left."""
    if table is None:
        return None
    rows = table.array[table.array[:, 0] <= epoch]
    return FrozenArray(rows) if len(rows) else None


def is_table(table: FrozenArray, n_parameters: int, epoch: int) -> bool:
    """Whether `table` can be a film of a run that has come to `epoch` with a network of so many parameters."""
    values = table.array
    if values.ndim != 2 or not 1 <= len(values) <= MOST_FRAMES or values.shape[1] != 1 + n_parameters:
        return False
    epochs = values[:, 0]
    return (
        bool(np.isfinite(values).all())
        and bool((epochs == np.floor(epochs)).all())
        and all(one < other for one, other in pairwise(epochs))
        and epochs[0] >= 0
        and epochs[-1] <= epoch
    )
