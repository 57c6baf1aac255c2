"""This module finds the lines of keys and values in a TOML or JSON text, so that a message can name them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

from engine.spec.errors import brief

Path = tuple[str | int, ...]
"""Where a value stands: keys, and indexes of arrays from 0."""

_TOKEN = re.compile(
    r'"""(?:[^"\\]+|\\.|"(?!""))*"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"[^"\\\n]*(?:\\.[^"\\\n]*)*"'
    r"|'[^'\n]*'"
    r"|(?P<comment>#[^\n]*)"
    r"|(?P<newline>\n)"
    r"|\[\[|\]\]|[\[\]{},=:.]"
    r"|[^\s\[\]{},=:.\"'#]+",
    re.DOTALL,
)


def line_of(text: str, path: Path) -> int:
    """The line, from 1, of what stands at `path` of a text that can be parsed, or of what would hold it."""
    lines = value_lines(text)
    for length in range(len(path), 0, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return 1


def dotted(path: Path) -> str:
    """A path as people count: steps.3.text; cut where a key of the file is too long for a sentence."""
    return brief(".".join(str(part + 1) if isinstance(part, int) else part for part in path))


def value_lines(text: str) -> dict[Path, int]:
    """The line of every key and every element of an array in a TOML or JSON text that can be parsed."""
    return _Reader(text).lines()


@dataclass
class _Open:
    """A bracket that is not closed yet: the path of its table or array, and the index of the element in an array."""

    path: Path
    is_array: bool
    index: int = 0
    key: list[str] = field(default_factory=list)
    has_key: bool = False


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: dict[Path, int] = {}
        self._line = 1
        self._stack = [_Open((), is_array=False)]
        self._counts: dict[Path, int] = {}
        self._header: list[str] | None = None  # the names in a [header] that is being read
        self._header_is_array = False

    def lines(self) -> dict[Path, int]:
        for match in _TOKEN.finditer(self._text):
            token = match.group()
            if match["newline"]:
                self._end_line()
            elif not match["comment"]:
                self._take(token)
            self._line += token.count("\n")
        return self._lines

    def _end_line(self) -> None:
        """In TOML a statement ends with its line, unless a bracket is open."""
        if len(self._stack) == 1:
            self._stack[0].key, self._stack[0].has_key = [], False

    def _take(self, token: str) -> None:
        place = self._stack[-1]
        if self._header is not None:
            self._take_header(token)
        elif token[0] in "[]{}":
            for bracket in token:
                self._take_bracket(bracket, token)
        elif token == ",":
            place.index += 1
            place.key, place.has_key = [], False
        elif token in ("=", ":") and not place.is_array:
            place.has_key = True
        elif place.is_array:
            self._note((*place.path, place.index))
        elif not place.has_key and token != ".":
            place.key.append(_plain(token))
            self._note((*place.path, *place.key))

    def _take_bracket(self, bracket: str, token: str) -> None:
        place = self._stack[-1]
        if self._header is not None:
            return  # the second bracket of [[
        if bracket in "]}":
            if len(self._stack) > 1:
                self._stack.pop()
        elif bracket == "[" and len(self._stack) == 1 and not place.has_key:
            self._header, self._header_is_array = [], token == "[["
        else:
            path = (*place.path, place.index) if place.is_array else (*place.path, *place.key)
            self._note(path)
            self._stack.append(_Open(path, is_array=bracket == "["))

    def _take_header(self, token: str) -> None:
        assert self._header is not None
        if token not in ("]", "]]"):
            self._header += [] if token == "." else [_plain(token)]
            return
        path: Path = ()
        for index, name in enumerate(self._header):
            path = (*path, name)
            if self._header_is_array and index == len(self._header) - 1:
                self._counts[path] = self._counts.get(path, -1) + 1
            if path in self._counts:
                path = (*path, self._counts[path])
            self._note(path)
        self._header = None
        self._stack = [_Open(path, is_array=False)]

    def _note(self, path: Path) -> None:
        self._lines.setdefault(path, self._line)


def _plain(token: str) -> str:
    """The name that a token spells, without quotation marks and backslashes."""
    if token.startswith("'"):
        return token.strip("'")
    if token.startswith('"'):
        try:
            return str(json.loads(token))
        except ValueError:  # an escape that TOML alone has
            return token.strip('"')
    return token
