"""This module limits, follows and cancels the reading of a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

GivenUp = Callable[[], bool]
Progress = Callable[[float], object]
"""Gets the share that is done, from 0 to 1."""


@dataclass(frozen=True)
class Watch:
    """`given_up` is asked and `progress` told every few milliseconds; no more than `max_rows` rows are read."""

    given_up: GivenUp = lambda: False
    progress: Progress = lambda _: None
    max_rows: int | None = None


UNWATCHED = Watch()
