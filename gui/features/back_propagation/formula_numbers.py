"""Numbers as formulas hold them."""

from __future__ import annotations

import math

from gui.words.number_text import MINUS, four_figures


def number(value: float) -> str:
    """`value` with at most four figures, as short as they allow: 0.02, −0.1287, 1."""
    value = float(value) + 0.0
    if value == round(value, 0) and abs(value) < 1e6:
        return f"{value:.0f}".replace("-", MINUS)
    return f"{value:.4g}".replace("-", MINUS) if math.isfinite(value) else four_figures(value)


def bracketed(value: float) -> str:
    """The same, negative ones in brackets, as they stand behind a sign."""
    text = number(value)
    return f"({text})" if text.startswith(MINUS) else text
