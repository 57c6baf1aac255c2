"""This module splits lines of ARFF, Weka's format, into values: quoted either way, with escapes, full or sparse."""

from __future__ import annotations

import re
from collections.abc import Iterator

_QUOTED = r"""'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|"""
_VALUE = re.compile(rf"""\s*(?:{_QUOTED}([^,'"{{}}\t ][^,{{}}\t]*?)?)\s*(,|\t|$)""", re.DOTALL)
_ENTRY = re.compile(rf"""\s*(\d+)\s+(?:{_QUOTED}([^,'"}}\s][^,}}]*?))\s*(?:,|$)""", re.DOTALL)
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.DOTALL)
_COMMENT = re.compile(r"""^(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|(?<!\s)%|[^%'"])*?(?<=\s)(%.*)$""", re.DOTALL)
_NAMED = {"n": "\n", "t": "\t", "r": "\r"}


def without_comment(line: str) -> str:
    """A line without what follows a percent sign behind a blank, unless that stands between quotation marks."""
    match = _COMMENT.search(line) if "%" in line else None
    return line[: match.start(1)].rstrip() if match is not None and match[1] else line


def plain(text: str) -> str:
    """A text without its escapes, as Weka and liac-arff read them."""
    if "\\" not in text:
        return text
    return _ESCAPE.sub(lambda m: chr(int(m[1][1:], 16)) if len(m[1]) > 1 else _NAMED.get(m[1], m[1]), text)


def values_in(line: str) -> list[str] | None:
    """The values of a line, separated by commas or tabs; None where the quotation marks do not fit."""
    if "'" not in line and '"' not in line and "\\" not in line:
        return [value.strip() for value in re.split(r"[,\t]", line)] if "\t" in line else line.split(",")
    found, at = [], 0
    while True:
        match = _VALUE.match(line, at)
        if match is None:
            return None
        found.append(_text(match[1], match[2], match[3]))
        at = match.end()
        if not match[4]:
            return found if at == len(line) else None


def entries_in(line: str) -> Iterator[tuple[int, str]] | None:
    """Place and value of each entry of a sparse row {place value, …}; None where it is no such row."""
    match = re.fullmatch(r"\{(.*)\}\s*(?:,\s*\{[^}]*\})?", line, re.DOTALL)  # Weka may give a weight behind it
    if match is None:
        return None
    inner, found, at = match[1].strip(), [], 0
    while at < len(inner):
        entry = _ENTRY.match(inner, at)
        if entry is None or entry.end() == at:
            return None
        found.append((int(entry[1]), _text(entry[2], entry[3], entry[4])))
        at = entry.end()
    return iter(found)


def _text(single: str | None, double: str | None, bare: str | None) -> str:
    quoted = single if single is not None else double
    return plain(quoted) if quoted is not None else plain((bare or "").strip())
