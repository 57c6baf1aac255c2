"""This module takes arrays from a caller: always a copy of one type, and EngineError for what is none."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.spec.errors import EngineError, Shown, Text

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


def number_array(name: str, values: ArrayLike) -> Floats:
    """A writable float64 copy of `values` in C order. Raises EngineError where they are no numbers."""
    try:
        given = np.asarray(values)
        if given.dtype.kind in "biufOUS":
            return np.array(values, dtype=np.float64, order="C")
        problem = Text("they are of the type {type}", type=given.dtype)  # dates, for instance, and complex numbers
    except (AttributeError, OverflowError, TypeError, ValueError) as error:
        raise _no_numbers(name, _problem(values, error)) from error
    raise _no_numbers(name, problem)


def flag_array(name: str, values: ArrayLike) -> Bools:
    """A writable bool copy of `values`. Raises EngineError where they are not all True or False, 1 or 0."""
    try:
        given = np.array(values)
    except (AttributeError, TypeError, ValueError):
        given = np.array(None)
    if given.dtype.kind not in "biuf" or not ((given == 0) | (given == 1)).all():
        raise EngineError("The {name} must be True or False everywhere; got {values}.", name=name, values=Shown(values))
    return given.astype(bool)


def _no_numbers(name: str, problem: Text) -> EngineError:
    return EngineError("The {name} must be a table of numbers: {problem}.", name=name, problem=problem)


def _problem(values: object, error: Exception) -> Text:
    """Why NumPy makes no table of numbers of `values`; it says so in English, to programmers."""
    if isinstance(error, OverflowError):
        return Text("a number in it is too large")
    if "inhomogeneous" in str(error):
        return Text("its rows are not equally long")
    stranger = _first_stranger(values)
    return Text("it holds what is no number") if stranger is None else Text("{value} is no number", value=stranger)


def _first_stranger(values: object) -> Shown | None:
    """The first entry that is no number; None where the entries cannot be looked at."""
    try:
        for entry in np.array(values, dtype=object).flat:
            try:
                float(entry)
            except (OverflowError, TypeError, ValueError):
                return Shown(entry)
    except Exception:  # whatever the value of a stranger raises
        return None
    return None
