"""This module marks parts of a formula's line of text, so that a picture of it knows where they stand."""

from __future__ import annotations

import re

END = "\ue000"
_FIRST = 0xE001
MOST = 4000
"""Marks with room in the private characters."""
_MARKS = re.compile("[\ue000-\uefff]")


def marked(text: str, number: int) -> str:
    """`text` as part `number`, which counts from 0; beyond MOST it is left as it is."""
    return f"{chr(_FIRST + number)}{text}{END}" if number < MOST else text


def unmarked(text: str) -> str:
    """`text` as it is read."""
    return _MARKS.sub("", text)


def number_of(character: str) -> int | None:
    """Which part begins with `character`; None where it is no mark."""
    number = ord(character) - _FIRST if len(character) == 1 else -1
    return number if 0 <= number < MOST else None


def colour_of(number: int) -> str:
    """The colour in which the part is set: nothing else has it."""
    return f"#fa{number:04x}"


def number_of_colour(colour: str) -> int | None:
    """The part that is set in `colour`; None for a colour of another use."""
    return int(colour[3:], 16) if re.fullmatch("#fa[0-9a-f]{4}", colour) else None
