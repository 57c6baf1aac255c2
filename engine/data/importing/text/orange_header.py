"""This module understands the headers of Orange: types and roles on two more lines, or before the names.

Orange writes a line of names, a line of types (continuous, discrete, string, time or the values themselves) and a line
of flags (class, meta, ignore); or it puts letters before each name, such as `cD#kind` for a discrete class.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from engine.data.importing.raw_table import Role

_TYPES = {"continuous": "C", "c": "C", "numeric": "C", "n": "C", "discrete": "D", "d": "D", "categorical": "D"} | {
    "string": "S",
    "s": "S",
    "text": "S",
    "time": "T",
    "t": "T",
}
_PREFIXED = re.compile(r"([mci]?)([CDST]?)#(.+)", re.DOTALL)

_VALUE = re.compile(r"(?:\\ |\S)+")


@dataclass(frozen=True)
class Declaration:
    """What a header says of a column: its name, its role, its type (a letter, or ""), its classes in order.

    encoding: how its words become inputs, or "".
    """

    name: str
    role: Role | None
    letter: str = ""
    classes: tuple[str, ...] | None = None
    encoding: str = ""


def orange_header(rows: Sequence[Sequence[str]]) -> tuple[tuple[Declaration, ...], int] | None:
    """What the first rows declare and how many of them do it; None where they are no such header."""
    if rows and any(_PREFIXED.fullmatch(cell.strip()) for cell in rows[0]):
        return tuple(_prefixed(cell.strip()) for cell in rows[0]), 1
    if len(rows) < 4 or not len(rows[0]) == len(rows[1]) == len(rows[2]):
        return None
    names, types, flags = ([cell.strip() for cell in row] for row in rows[:3])
    known = [kind.lower() in _TYPES for kind in types if kind]
    if not known or not all(_is_type(kind) for kind in types) or not any(known):
        return None
    if not all(flag == "" or _flag(flag) is not None or "=" in flag for flag in flags):
        return None
    return tuple(_declared(*cells) for cells in zip(names, types, flags, strict=True)), 3


def _is_type(kind: str) -> bool:
    return kind.lower() in _TYPES or len(kind.split()) > 1 or not kind


def _declared(name: str, kind: str, flag: str) -> Declaration:
    letter = _TYPES.get(kind.lower(), "D" if kind else "")
    classes = _values(kind) if kind and kind.lower() not in _TYPES else None
    return Declaration(name, _flag(flag) or ("leave_out" if letter == "S" else "input"), letter, classes)


def _values(kind: str) -> tuple[str, ...]:
    """The declared values, between which blanks stand; a blank in a value has a backslash before it."""
    return tuple(value.replace("\\ ", " ") for value in _VALUE.findall(kind))


def _flag(flag: str) -> Role | None:
    """The role that the first word of a flag gives."""
    word = flag.split(maxsplit=1)[0].lower() if flag.split() else ""
    if word in ("class", "c"):
        return "target"
    return "leave_out" if word in ("meta", "m", "ignore", "i", "skip") else None


def _prefixed(cell: str) -> Declaration:
    match = _PREFIXED.fullmatch(cell)
    if match is None:
        return Declaration(cell, "input")
    flag, letter, name = match[1], match[2], match[3]
    return Declaration(name, _flag(flag) or ("leave_out" if letter == "S" else "input"), letter)
