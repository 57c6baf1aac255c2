"""This module makes the printed names of data columns."""

from __future__ import annotations

import re

_TO_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_NUMBERED = re.compile(r"([^\W\d_])([0-9]+)")


def shown_input(name: str) -> str:
    """The name of a column in print: x1 becomes x₁, others stay."""
    numbered = _NUMBERED.fullmatch(name)
    return numbered[1] + numbered[2].translate(_TO_SUBSCRIPTS) if numbered else name
