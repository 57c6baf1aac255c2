"""This module holds the path of a run: its parameters at the moments that were kept, in order."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from engine.training.curve_marks import Marks
from engine.training.moments import Moments

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class RunPath:
    """epochs (n,), never falling; parameters (n, n_parameters); jumps (n,): True where no training led there.

    A jump is made where weights were set by hand, so the path has no line to it from the moment before.
    """

    epochs: NDArray[np.int64]
    parameters: Floats
    jumps: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.epochs)


def path_of(moments: Moments | None, marks: Marks, n_parameters: int) -> RunPath:
    """The path of a run with these moments, as they are kept at the ends of passes; `marks` of its error curve."""
    nothing = np.zeros(0, dtype=np.int64), np.zeros((0, n_parameters))
    epochs, parameters = nothing if moments is None else moments.ends_of_passes()
    return RunPath(epochs, parameters, _jumps(moments, marks, epochs.tolist()))


def _jumps(moments: Moments | None, marks: Marks, epochs: list[int]) -> NDArray[np.bool_]:
    """The first moment of a stretch is one where a mark of weights lies between it and the moment before."""
    jumps = np.zeros(len(epochs), dtype=bool)
    by_hand = [mark.epoch for mark in marks if mark.kind == "weights"]
    begins = [] if moments is None else [stretch.first for stretch in moments.stretches]
    for k, (before, epoch) in enumerate(pairwise(epochs), start=1):
        is_first = bisect_right(begins, (before, 0)) < bisect_right(begins, (epoch, 0))
        jumps[k] = is_first and any(before <= mark <= epoch for mark in by_hand)
    return jumps


def extended(path: RunPath, epoch: int, parameters: Floats) -> RunPath:
    """`path` up to the end of pass `epoch`, where the parameters are these; the same path where it goes as far."""
    if len(path) and path.epochs[-1] >= epoch:
        return path
    return RunPath(
        np.append(path.epochs, epoch), np.vstack([path.parameters, parameters]), np.append(path.jumps, False)
    )
