"""This module chooses which checkpoints an animation shows, and for how long."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FEWEST_HUNDREDTHS = 2  # players take less for a mistake and show it slowly


@dataclass(frozen=True)
class AnimationFrame:
    """The run's checkpoint `index`, shown for so many hundredths of a second."""

    index: int
    hundredths: int


def frames_of(epochs: NDArray[np.int64], seconds: float, per_second: float, early: bool) -> list[AnimationFrame]:
    """The frames of checkpoints at `epochs` (n,) that fill so many seconds, first and last among them.

    early: more of the beginning, where a network learns most: equal steps of the logarithm of the epoch. A checkpoint
    that is the nearest for several frames in a row is shown once, and longer; all together last as long as was asked
    for.
    """
    count = max(2, round(seconds * per_second)) if len(epochs) > 1 else 1
    first, last = float(epochs[0]), float(epochs[-1])
    way = np.linspace(0.0, 1.0, count) if count > 1 else np.zeros(1)
    wanted = first + (np.expm1(way * np.log1p(last - first)) if early else way * (last - first))
    nearest = [int(np.argmin(np.abs(epochs - epoch))) for epoch in wanted]
    nearest[0], nearest[-1] = (0, len(epochs) - 1) if count > 1 else (0, 0)
    ends = np.rint(np.arange(count + 1) * seconds * 100 / count).astype(int)
    frames: list[AnimationFrame] = []
    begun = 0
    for number, index in enumerate(nearest):
        is_last_of_its_kind = number + 1 == count or nearest[number + 1] != index
        if is_last_of_its_kind and ends[number + 1] - ends[begun] >= FEWEST_HUNDREDTHS:
            frames.append(AnimationFrame(index, int(ends[number + 1] - ends[begun])))
            begun = number + 1
    return frames
