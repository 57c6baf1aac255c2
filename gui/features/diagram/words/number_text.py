"""Numbers on the canvas: short ones for scales, and what a person types."""

from __future__ import annotations

import math

from gui.words.number_text import MINUS


def compact(value: float) -> str:
    """`value` as short as four significant digits allow: 0.53, −12.34, 3."""
    return f"{value:.4g}".replace("-", MINUS)


def parse(text: str) -> float | None:
    """The number that a person typed, with a decimal point or comma and either minus; None if it is none."""
    cleaned = text.strip().replace(MINUS, "-").replace("－", "-").replace(",", ".")
    try:
        value = float(cleaned)
    except ValueError:
        return None
    return value if math.isfinite(value) else None
