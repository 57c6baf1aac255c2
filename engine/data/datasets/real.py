"""This module reads the real data sets in `resources/datasets`; the README there names sources and licences."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from engine.files.resources import RESOURCES

FOLDER = RESOURCES / "datasets"

REAL_SETS: tuple[str, ...] = ("iris", "wine", "digits")
"""Their names, in the order of the gallery; each is read from its file when it is first asked for."""
REAL_TEST_SHARE = 0.2
"""The part that is kept for testing to begin with: what counts is how samples are told that were not learned."""


@dataclass(frozen=True, eq=False)
class RealSet:
    """A real set holds inputs (n_samples, n_inputs) and labels (n_samples,), indices into `classes`; read-only."""

    inputs: NDArray[np.float64]
    labels: NDArray[np.int64]
    input_names: tuple[str, ...]
    classes: tuple[str, ...]


@cache
def real_set(name: str) -> RealSet:
    """The real data set called `name`, one of `REAL_SETS`."""
    header, *lines = (FOLDER / f"{name}.csv").read_text(encoding="utf-8").splitlines()
    names = tuple(header.split(",")[:-1])
    inputs = np.loadtxt(lines, delimiter=",", usecols=range(len(names)), ndmin=2)
    classes, labels = np.unique([line.rpartition(",")[2] for line in lines], return_inverse=True)
    for values in (inputs, labels):
        values.flags.writeable = False
    return RealSet(inputs, labels.astype(np.int64, copy=False), names, tuple(str(label) for label in classes))
