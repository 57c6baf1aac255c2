"""This module writes numbers with every digit, names and regular expressions into exported scripts, in short lines."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_WIDTH = 116
_CHUNK = r"(?:[^\\]|\\.){1,90}"  # of a regular expression, which may not end in half a sign


def literal(values: Floats, indent: int = 4) -> str:
    """A list, or a list of lists a row each, from which Python reads the very same numbers."""
    pad = " " * indent
    if values.ndim == 1:
        return _row(values, pad)
    rows = ",\n".join(pad + _row(row, pad) for row in values)
    return f"[\n{rows},\n{pad[4:]}]"


def _row(values: Floats, pad: str) -> str:
    """One list; a long one goes on in further lines."""
    text = "[" + ", ".join(repr(float(value)) for value in values) + "]"
    lines = textwrap.wrap(text, width=_WIDTH - len(pad), break_long_words=False)
    return f"\n{pad} ".join(lines)


def quoted(names: tuple[str, ...]) -> str:
    """Column names as a Python list, which can stand in a docstring, too: no name can end it and begin a statement."""
    return "[" + ", ".join(f"'{''.join(map(_escaped, name))}'" for name in names) + "]"


def collection(items: Iterable[str], brackets: str) -> str:
    """A list or dictionary of items as they are written in Python; a long one takes several lines."""
    lines = [""]
    for item in items:
        if len(lines[-1]) + len(item) > _WIDTH - 4:
            lines.append("")
        lines[-1] += f"{item}, "
    text = [line.rstrip() for line in lines]
    if len(text) == 1:
        return f"{brackets[0]}{text[0].removesuffix(',')}{brackets[1]}"
    return f"{brackets[0]}\n" + "".join(f"    {line}\n" for line in text) + brackets[1]


def mapping(numbers: Mapping[str, float]) -> str:
    """A dictionary of numbers in Python."""
    return collection((f"{name!r}: {number!r}" for name, number in numbers.items()), "{}")


def pattern(text: str, parts: Mapping[str, str]) -> str:
    """A regular expression in Python; where one of `parts` stands in it, its name does, and a long one takes lines."""
    name = next((name for name, part in parts.items() if part in text), None)
    pieces = [text] if name is None else text.split(parts[name])
    chunks = [re.findall(_CHUNK, piece.replace('"', r"\x22")) for piece in pieces]
    literals = [[f'r"{chunk}"' for chunk in each] or ['""'] for each in chunks]
    joined = f" + {name} + ".join(" ".join(each) for each in literals)
    if len(joined) <= _WIDTH - 20:
        return joined
    lines = f"\n    + {name}\n    + ".join("\n    ".join(each) for each in literals)
    return f"(\n    {lines}\n)"


def remark(name: str) -> str:
    """A name as it can stand in a comment: on one line."""
    return "".join(letter if letter.isprintable() else " " for letter in name)


def _escaped(letter: str) -> str:
    if letter in "'\"\\":
        return f"\\{letter}"
    return letter if letter.isprintable() else f"\\U{ord(letter):08x}"
