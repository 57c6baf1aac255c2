"""This module holds checkpoints of a run: its parameters after some passes, over the whole run.

Animations and the regions of a report are drawn from them. They are part of the moments that a run keeps.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.training.run import Run

Floats = NDArray[np.float64]


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


def checkpoints_of(run: Run | None) -> Checkpoints | None:
    """The checkpoints that `run` kept and, last, the parameters where it stands; None where it has none."""
    if run is None or run.moments is None:
        return None
    epochs, parameters = run.moments.ends_of_passes()
    if not len(epochs) or not np.array_equal(parameters[-1], run.parameters.array):
        epochs, parameters = np.append(epochs, run.epoch), np.vstack([parameters, run.parameters.array])
    for part in (epochs, parameters):
        part.flags.writeable = False
    return Checkpoints(epochs, parameters)
