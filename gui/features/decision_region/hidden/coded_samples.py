"""Samples stand where a layer puts them: its codes take the place of their inputs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Dataset


def coded_samples(data: Dataset, codes: NDArray[np.float64], names: tuple[str, ...]) -> Dataset:
    """`data` with `codes` (training samples, then test samples) called `names` in place of the inputs."""
    n_train = data.n_samples
    return Dataset(
        codes[:n_train],
        data.targets,
        codes[n_train:] if data.n_test_samples else None,
        data.test_targets if data.n_test_samples else None,
        input_names=names,
        target_names=data.target_names,
        target_codes=data.target_codes,
    )
