"""This module holds the checks of single values that the specifications share; each raises EngineError."""

from __future__ import annotations

import math
from collections.abc import Iterable
from numbers import Real

import numpy as np

from engine.spec.errors import EngineError, Text


def check_choice(what: Text, value: object, choices: Iterable[str]) -> None:
    """Raises EngineError where `value` is none of `choices`."""
    if value not in tuple(choices):
        raise EngineError(
            "There is no {what} called {value!r}; choose one of {choices}.",
            what=what,
            value=value,
            choices=", ".join(choices),
        )


def check_whole(what: Text, value: object, low: int, high: int | None) -> None:
    """Raises EngineError where `value` is no whole number from `low` to `high`."""
    limits = Text("{low} or more", low=low) if high is None else Text("from {low} to {high}", low=low, high=high)
    if (
        not isinstance(value, (int, np.integer))
        or isinstance(value, bool)
        or value < low
        or (high is not None and value > high)
    ):
        raise EngineError(
            "The {what} must be a whole number, {limits}; got {value!r}.", what=what, limits=limits, value=value
        )


def check_number(what: Text, value: object) -> None:
    """Raises EngineError where `value` is no finite number, 0 or more."""
    if not isinstance(value, Real) or not math.isfinite(value) or value < 0:
        raise EngineError("The {what} must be a number, 0 or more; got {value!r}.", what=what, value=value)
