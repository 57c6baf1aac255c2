"""This module finds axis ranges of the error curve that change in steps, so that the picture stands still."""

from __future__ import annotations

import math

import numpy as np

from gui.features.error_curve.error_curves import Line

_STEPS = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
_LOG_STEPS = (1.0, 2.0, 5.0, 10.0)
FEWEST_EPOCHS = 10.0
LOWEST_DECADE = -12  # below this, an error of a float64 network is rounding


def rounded_up(value: float, steps: tuple[float, ...] = _STEPS) -> float:
    """The next round number from `value` on; 1 for 0 and what is not finite."""
    if not (math.isfinite(value) and value > 0):
        return 1.0
    decade = 10.0 ** math.floor(math.log10(value))
    return next(step for step in (*steps, 20.0) if step * decade >= value * (1 - 1e-12)) * decade


def epoch_range(train: Line) -> tuple[float, float]:
    """From 0 to a round number of epochs."""
    last = float(train.epochs[-1]) if len(train) else 0.0
    return 0.0, rounded_up(max(FEWEST_EPOCHS, last))


def error_range(lines: list[Line], logarithmic: bool) -> tuple[float, float]:
    """From 0 to a round number above the highest value; logarithmic: exponents of round numbers around the values."""
    parts = [part for line in lines for part in (line.minimum, line.maximum)]
    values = np.concatenate(parts) if parts else np.empty(0)
    values = values[np.isfinite(values) & (values > 0)]
    if len(values) == 0:
        return (-3.0, 0.0) if logarithmic else (0.0, 1.0)
    highest, lowest = float(values.max()), max(float(values.min()), 10.0**LOWEST_DECADE)
    if not logarithmic:
        return 0.0, rounded_up(highest * 1.03)
    high = math.log10(rounded_up(highest * 1.03, _LOG_STEPS))
    low = -math.log10(rounded_up(1 / lowest * 1.03, _LOG_STEPS))
    return min(low, high - 0.5), high
