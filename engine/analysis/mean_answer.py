"""This module measures errors by the simplest answer: the mean of all targets, whatever the inputs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.spec.activations import ACTIVATIONS

WORSE = 1.5
"""So many times the error of always answering the mean is worse than chance explains."""
FALLS = 0.25
"""An error that is down to this share of what it was at first is on its way."""


def mean_error(targets: NDArray[np.float64], loss: str = "squared_error", output: str = "linear") -> float:
    """The mean error per sample of always answering the mean of `targets` (n, outputs), the least of one answer to all.

    For the squared error it is ½ Σ (d − mean)². output: the activation of the output layer. 0 without samples.
    """
    if not len(targets):
        return 0.0
    with np.errstate(all="ignore"):
        if loss == "squared_error":
            return float(0.5 * targets.var(axis=0).sum())
        mean = targets.mean(axis=0)
        parts = np.nan_to_num(mean * np.log(mean))
        if not ACTIVATIONS[output].compares_units:
            parts = parts + np.nan_to_num((1.0 - mean) * np.log(1.0 - mean))
        return float(-parts.sum())


def has_run_away(loss: float, first_loss: float, error_of_mean: float) -> bool:
    """Whether a mean training loss lies above that of always answering the mean, and does not come down."""
    if not np.isfinite(loss):
        return True
    return loss > FALLS * first_loss and loss > WORSE * error_of_mean
