"""This module holds the checks of single values that the specifications share; each raises EngineError."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from numbers import Real
from typing import Any, TypeGuard

import numpy as np

from engine.spec.errors import EngineError, Shown, Text

LARGEST = 2**53
"""The largest whole number: up to here it is the same in files, in kernels and as a float64."""
LARGEST_SEED = 2_147_483_647
_FAR = 10_000  # a limit from here on is told to whoever meets it


def check_choice(what: Text, value: object, choices: Iterable[str]) -> None:
    """Raises EngineError where `value` is none of `choices`."""
    names = tuple(choices)
    if not isinstance(value, str) or value not in names:
        raise EngineError(
            "There is no {what} called {value!r}; choose one of {choices}.",
            what=what,
            value=Shown(value),
            choices=", ".join(names),
        )


def check_whole(what: Text, value: object, low: int, high: int = LARGEST) -> None:
    """Raises EngineError where `value` is no whole number from `low` to `high`."""
    is_too_large = is_whole(value) and value > high
    if is_whole(value) and value >= low and not is_too_large:
        return
    if is_too_large or high < _FAR:
        limits = Text("from {low} to {high}", low=low, high=high)
    else:
        limits = Text("{low} or more", low=low)
    raise EngineError(
        "The {what} must be a whole number, {limits}; got {value!r}.", what=what, limits=limits, value=Shown(value)
    )


def check_number(what: Text, value: object, high: float = math.inf) -> None:
    """Raises EngineError where `value` is no finite number from 0 to `high`."""
    if not is_number(value) or value < 0:
        raise EngineError("The {what} must be a number, 0 or more; got {value!r}.", what=what, value=Shown(value))
    if value > high:
        raise EngineError(
            "The {what} must be a number from 0 to {high:g}; got {value!r}.", what=what, high=high, value=Shown(value)
        )


def check_flag(what: str, value: object) -> None:
    """Raises EngineError where `value` is neither True nor False."""
    if not isinstance(value, (bool, np.bool_)):
        raise EngineError("{what} must be True or False; got {value}.", what=what, value=Shown(value))


def check_kind(what: str, value: object, kind: type) -> None:
    """Raises EngineError where `value` is not of type `kind`."""
    if not isinstance(value, kind):
        raise EngineError("{what} must be a {kind}; got {value}.", what=what, kind=kind.__name__, value=Shown(value))


def checked_tuple(what: str, values: object) -> tuple[Any, ...]:
    """`values` as a tuple. Raises EngineError where they are no list of values; texts and mappings are none."""
    if isinstance(values, str | bytes | Mapping) or not isinstance(values, Iterable):
        raise EngineError("The {what} must be a list; got {values}.", what=what, values=Shown(values))
    return tuple(values)


def is_whole(value: object) -> TypeGuard[int]:
    """Whether `value` is a whole number; True and False are none."""
    return isinstance(value, int | np.integer) and not isinstance(value, bool)


def is_real(value: object) -> TypeGuard[float]:
    """Whether `value` can be a float64, be it infinite or NaN; True and False cannot."""
    if not isinstance(value, Real) or isinstance(value, bool):
        return False
    try:
        float(value)
    except OverflowError:  # a whole number beyond all of them
        return False
    return True


def is_number(value: object) -> TypeGuard[float]:
    """Whether `value` is a finite number that a float64 can hold; True and False are none."""
    return is_real(value) and math.isfinite(value)
