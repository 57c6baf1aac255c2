"""This module takes arrays from a caller: always a copy of one type, and EngineError for what is none."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.spec.errors import EngineError, Shown, brief

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


def number_array(name: str, values: ArrayLike) -> Floats:
    """A writable float64 copy of `values` in C order. Raises EngineError where they are no numbers."""
    try:
        given = np.asarray(values)
        if given.dtype.kind not in "biufOUS":  # dates, for instance, and complex numbers
            raise TypeError(f"they are of type {given.dtype}")
        return np.array(values, dtype=np.float64, order="C")
    except (AttributeError, OverflowError, TypeError, ValueError) as error:
        raise EngineError("The {name} must be a table of numbers: {error}.", name=name, error=brief(error)) from error


def flag_array(name: str, values: ArrayLike) -> Bools:
    """A writable bool copy of `values`. Raises EngineError where they are not all True or False, 1 or 0."""
    try:
        given = np.array(values)
    except (AttributeError, TypeError, ValueError):
        given = np.array(None)
    if given.dtype.kind not in "biuf" or not ((given == 0) | (given == 1)).all():
        raise EngineError("The {name} must be True or False everywhere; got {values}.", name=name, values=Shown(values))
    return given.astype(bool)
