"""This module computes the loss of each single sample."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Dataset

Floats = NDArray[np.float64]

_NEXT_BELOW_ONE = 2.0**-53  # an output this near to 1 rounds to 1
_SMALLEST = 5e-324  # an output below this rounds to 0


def errors_of(
    data: Dataset, outputs: Floats, targets: Floats, loss: str, one_hot: bool
) -> tuple[Floats, NDArray[np.bool_]]:
    """`sample_errors` of outputs and targets (n, n_outputs) of `data` in the user's units, as training counts them.

    So they add up to the error of the run also where the network learns scaled targets.
    """
    scaling = data.preprocessing.targets
    return sample_errors(scaling.apply(outputs), scaling.apply(targets), loss, one_hot)


def sample_errors(outputs: Floats, targets: Floats, loss: str, one_hot: bool) -> tuple[Floats, NDArray[np.bool_]]:
    """The error (n,) of each sample with these outputs and targets (n, n_outputs), and where it is a lower bound.

    squared_error: ½ Σ (d − o)². cross_entropy: −Σ d log o, and for outputs that are decisions of their own also
    −Σ (1 − d) log(1 − o). An output that was rounded to 0 or 1 no longer says how large its cross-entropy is.
    """
    with np.errstate(over="ignore", invalid="ignore"):
        if loss != "cross_entropy":
            return 0.5 * ((targets - outputs) ** 2).sum(axis=1), np.zeros(len(outputs), dtype=bool)
        missing = 1.0 - outputs
        rounded: NDArray[np.bool_] = (targets > 0) & (outputs <= 0)
        errors = -targets * np.log(np.maximum(outputs, _SMALLEST))
        if not one_hot:
            rounded = rounded | ((targets < 1) & (missing <= 0))
            errors = errors - (1.0 - targets) * np.log(np.maximum(missing, _NEXT_BELOW_ONE))
    return errors.sum(axis=1) + 0.0, np.asarray(rounded.any(axis=1))
