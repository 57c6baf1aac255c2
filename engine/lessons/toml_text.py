"""This module parses the TOML text of a lesson, and says in the program's own words where it is no TOML."""

from __future__ import annotations

import re
import tomllib

from engine.spec.errors import EngineError, Text

_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)|\(at end of document\)")
_MAX_DEPTH = 40
_WORD = r"""(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')"""
_LONG_NUMBER = re.compile(r"(?<![0-9A-Fa-f_])[0-9A-Fa-fox_]{1000,}+")
_LONG_KEY = re.compile(rf"(?<![A-Za-z0-9_-]){_WORD}(?:[ \t]*+\.[ \t]*+{_WORD}){{{_MAX_DEPTH},}}")

_TWICE = Text("this name stands here for the second time")
_NO_STATEMENT = Text("a line must read: name = value")
_OPEN_TEXT = Text("a text lacks its closing quotation mark")
_BACKSLASH = Text("in double quotation marks a backslash must be written twice")
_OPEN_BRACKET = Text("a bracket is not closed")
_NO_VALUE = Text("this value is no text in quotation marks, no number, no list, and neither true nor false")
_REASONS = {
    "Cannot overwrite": _TWICE,
    "Cannot declare": _TWICE,
    "Cannot mutate": _TWICE,
    "Cannot redefine": _TWICE,
    "Duplicate": _TWICE,
    "Expected '=": _NO_STATEMENT,
    "Invalid statement": _NO_STATEMENT,
    "Invalid initial": _NO_STATEMENT,
    "Unterminated string": _OPEN_TEXT,
    "Illegal character": _OPEN_TEXT,
    "Expected newline": Text("something stands after the value, or a quotation mark is missing"),
    "Unescaped": _BACKSLASH,
    "Escaped": _BACKSLASH,
    "Invalid hex": _BACKSLASH,
    "Unclosed": _OPEN_BRACKET,
    "Expected ']": _OPEN_BRACKET,
    "Invalid value": _NO_VALUE,
    "Invalid date": _NO_VALUE,
}
"""By the beginnings of tomllib's messages, which are English and meant for programmers."""


def parse_toml(text: str, name: str) -> dict[str, object]:
    """The contents of a TOML text. Raises EngineError naming the file, called `name`, and the line."""
    if _depth(text) > _MAX_DEPTH or _LONG_KEY.search(text):  # a.b.c nests as brackets do
        raise EngineError("{file} is nested too deeply for a lesson; simplify it.", file=name)
    long = _LONG_NUMBER.search(text)
    if long is not None:
        line = text.count("\n", 0, long.start()) + 1
        raise EngineError("{file}, line {line}: this number is too long; shorten it.", file=name, line=line)
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = _PLACE.search(str(error))
        line = int(place.group(1)) if place and place.group(1) else text.count("\n") + 1
        raise EngineError(
            "{file}, line {line}: {reason}. Mend this line and open the file again.",
            file=name,
            line=line,
            reason=_reason(str(error)),
        ) from None


def _reason(message: str) -> Text:
    known = (reason for beginning, reason in _REASONS.items() if message.startswith(beginning))
    return next(known, Text("something is missing here or too much"))


def _depth(text: str) -> int:
    """How deep brackets can stand inside each other at most; an estimate that is never too small."""
    deepest = depth = 0
    for letter in text:
        if letter in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif letter in "]}":
            depth = max(depth - 1, 0)
    return deepest
