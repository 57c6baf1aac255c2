"""This module lists the steps of the speed slider, from slow motion to unlimited."""

from __future__ import annotations

SPEEDS = (0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000)
DEFAULT_POSITION = SPEEDS.index(500)  # a person can follow XOR bending into place in some three seconds
UNLIMITED_POSITION = len(SPEEDS)


def epochs_per_second(position: int) -> float | None:
    """The speed at a slider position; None at its maximum, which is unlimited."""
    return None if position >= UNLIMITED_POSITION else float(SPEEDS[max(position, 0)])
