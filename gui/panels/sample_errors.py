"""The error of one sample, by the loss that is in force."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_NEXT_BELOW_ONE = 2.0**-53  # an output this near to 1 rounds to 1
_SMALLEST = 5e-324  # an output below this rounds to 0


def sample_error(outputs: Floats, targets: Floats, loss: str, one_hot: bool) -> tuple[float, bool]:
    """The error of one sample with these outputs and targets (n_outputs,), and whether it is only a lower bound.

    squared_error: ½ Σ (d − o)². cross_entropy: −Σ d log o, and for outputs that are decisions of their own also
    −Σ (1 − d) log(1 − o). An output that was rounded to 0 or 1 no longer says how large its cross-entropy is.
    """
    if loss != "cross_entropy":
        with np.errstate(over="ignore", invalid="ignore"):
            return float(0.5 * np.sum((targets - outputs) ** 2)), False
    missing = 1.0 - outputs
    bounded = bool(np.any((targets > 0) & (outputs <= 0)))
    error = -targets * np.log(np.maximum(outputs, _SMALLEST))
    if not one_hot:
        bounded = bounded or bool(np.any((targets < 1) & (missing <= 0)))
        error = error - (1.0 - targets) * np.log(np.maximum(missing, _NEXT_BELOW_ONE))
    return float(np.sum(error)) + 0.0, bounded
