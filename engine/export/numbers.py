"""This module writes numbers into exported scripts with every digit, in readable lines."""

from __future__ import annotations

import textwrap

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


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
    lines = textwrap.wrap(text, width=116 - len(pad), break_long_words=False)
    return f"\n{pad} ".join(lines)


def quoted(names: tuple[str, ...]) -> str:
    """Column names as a Python list, which can stand in a docstring, too: no name can end it and begin a statement."""
    return "[" + ", ".join(f"'{''.join(map(_escaped, name))}'" for name in names) + "]"


def remark(name: str) -> str:
    """A name as it can stand in a comment: on one line."""
    return "".join(letter if letter.isprintable() else " " for letter in name)


def _escaped(letter: str) -> str:
    if letter in "'\"\\":
        return f"\\{letter}"
    return letter if letter.isprintable() else f"\\U{ord(letter):08x}"
