"""Numbers as the window writes them: four significant figures, a true minus sign, every digit on demand."""

from __future__ import annotations

import math

MINUS = "−"


def four_figures(value: float) -> str:
    """`value` with four significant figures, trailing zeros kept: 0.5300, −12.34, 1.200e−07."""
    if not math.isfinite(value):
        return "NaN" if math.isnan(value) else ("∞" if value > 0 else f"{MINUS}∞")
    return f"{value:#.4g}".rstrip(".").replace("-", MINUS)


def exact(value: float) -> str:
    """The shortest text that reads back as the very same number."""
    return repr(float(value)).replace("-", MINUS)
