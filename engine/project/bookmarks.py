"""This module holds bookmarks: moments of the run that somebody wants to find again, each with a note."""

from __future__ import annotations

from dataclasses import dataclass

from engine.spec.errors import EngineError, Text
from engine.spec.value_checks import check_kind, check_whole

MAX_NOTE = 200
MOST_BOOKMARKS = 100


@dataclass(frozen=True)
class Bookmark:
    """The moment after pass `epoch`, and what is said of it."""

    epoch: int
    note: str = ""

    def __post_init__(self) -> None:
        check_whole(Text("epoch of a bookmark"), self.epoch, 0)
        check_kind("The note of a bookmark", self.note, str)
        if len(self.note) > MAX_NOTE:
            raise EngineError("The note of a bookmark can have {limit} characters.", limit=MAX_NOTE)
