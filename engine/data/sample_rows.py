"""Training samples and test samples are counted in one row: this module picks rows of both by their numbers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def rows_of(train: Floats, test: Floats, samples: NDArray[np.intp]) -> Floats:
    """Rows of training samples and of test samples, which are counted on from them."""
    is_test = samples >= len(train)
    if not is_test.any():
        return np.asarray(train[samples])
    rows = np.empty((len(samples), train.shape[1]))
    rows[~is_test] = train[samples[~is_test]]
    rows[is_test] = test[samples[is_test] - len(train)]
    return rows
