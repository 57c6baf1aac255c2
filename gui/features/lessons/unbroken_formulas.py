"""This module keeps formulas in one piece: no line of a lesson ends inside one."""

from __future__ import annotations

import re

_SPACE = "\u00a0"
_AROUND = re.compile(r" ([=+−·≥≤≈∘]) (?=\S)")
_IN_BRACKETS = re.compile(r"\(([^()\n]{1,40})\)")
_PLAIN_WORDS = re.compile(r"[a-z]{4,}")
_IN_ONE_PIECE = re.compile(r"[^ \u3000-\u9fff\uff00-\uffef]+")
"""What no line ends in: Chinese text may end a line at any character."""
_LONG = 34
"""Letters of a formula that has no room in one line; it may end before an = sign."""


def unbroken(text: str) -> str:
    """`text` with spaces that no line ends at around the signs and within the brackets of formulas."""
    together = _IN_BRACKETS.sub(lambda found: f"({_bound(found[1])})", text)
    together = _AROUND.sub(lambda found: f"{_SPACE}{found[1]}{_SPACE}", together)
    return "\n".join(_with_breaks(line) for line in together.split("\n"))


def _bound(inside: str) -> str:
    """What stands in brackets is a formula unless words stand in it."""
    return inside if _PLAIN_WORDS.search(inside) else inside.replace(" ", _SPACE)


def _with_breaks(line: str) -> str:
    return _IN_ONE_PIECE.sub(lambda found: _split(found[0]), line)


def _split(piece: str) -> str:
    return piece.replace(f"{_SPACE}={_SPACE}", f" ={_SPACE}") if len(piece) > _LONG else piece
