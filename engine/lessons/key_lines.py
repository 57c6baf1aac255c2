"""This module finds the line of a key in a TOML text, so that a message about its value can name the line."""

from __future__ import annotations

import re

_HEADER = re.compile(r"^\s*(\[\[|\[)\s*([^\]]+?)\s*(\]\]|\])\s*(#.*)?$")
_KEY = re.compile(r"^\s*([A-Za-z0-9_.\-\"]+)\s*=")
_MULTILINE = re.compile(r'"""|\'\'\'')

Path = tuple[str | int, ...]


def line_of(text: str, path: Path) -> int:
    """The line, from 1, of the value at `path` (keys, and places in arrays of tables from 0), or of what holds it.

    Values inside a bracketed array or table that stands in one statement are found by the statement's line.
    """
    lines = key_lines(text)
    for length in range(len(path), 0, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return 1


def key_lines(text: str) -> dict[Path, int]:
    """The line of every header and key of a TOML text that can be parsed."""
    lines: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    closing = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if closing:
            closing = "" if closing in line else closing
            continue
        if header := _HEADER.match(line):
            table = _table(header, counts)
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            names = _names(key.group(1))
            for length in range(1, len(names) + 1):
                lines.setdefault((*table, *names[:length]), number)
            closing = _left_open(line)
    return lines


def _table(header: re.Match[str], counts: dict[Path, int]) -> Path:
    """The path that a [header] or [[header]] opens; arrays of tables are counted on."""
    names = _names(header.group(2))
    path: Path = ()
    for index, name in enumerate(names):
        path = (*path, name)
        is_last = index == len(names) - 1
        if is_last and header.group(1) == "[[":
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def _names(dotted: str) -> list[str]:
    return [name.strip().strip("\"'") for name in dotted.split(".")]


def _left_open(line: str) -> str:
    """The quotation marks of a text that goes on after `line`; empty where none does."""
    marks = _MULTILINE.findall(line)
    return marks[-1] if len(marks) % 2 else ""
