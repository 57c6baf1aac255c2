"""This module writes numbers for the window and reads typed ones: one rule for each purpose."""

from __future__ import annotations

import math

MINUS = "−"


def with_minus(text: str) -> str:
    """`text` with true minus signs in place of hyphens."""
    return text.replace("-", MINUS)


def four_figures(value: float) -> str:
    """`value` with four significant figures, trailing zeros kept: 0.5300, −12.34, 1.200e−07. For tables and labels."""
    if not math.isfinite(value):
        return "NaN" if math.isnan(value) else ("∞" if value > 0 else f"{MINUS}∞")
    return with_minus(f"{value:#.4g}".rstrip("."))


def few_figures(value: float, most: int = 4) -> str:
    """`value` as short as `most` significant figures allow: 0.53, −12.34, 3. For plots, maps and sentences."""
    return with_minus(f"{value:.{most}g}") if math.isfinite(value) else four_figures(value)


def table_number(value: float) -> str:
    """Whole numbers as they are, others with four significant figures: 20, 0.5300. For tables of mixed quantities."""
    return with_minus(f"{value:.0f}") if _is_whole(value) else four_figures(value)


def formula_number(value: float) -> str:
    """Whole numbers as they are, others with at most four figures: 20, 0.53. For formulas, which have no −0."""
    value = float(value) + 0.0
    return with_minus(f"{value:.0f}") if _is_whole(value) else few_figures(value)


def bracketed(value: float) -> str:
    """As in formulas, negative numbers in brackets: they stand behind a sign."""
    text = formula_number(value)
    return f"({text})" if text.startswith(MINUS) else text


def exact(value: float) -> str:
    """The shortest text that reads back as the very same number."""
    return with_minus(repr(float(value)))


def read_number(text: str) -> float | None:
    """The number that `text` says, with a point or a comma and any minus sign; None where it says none."""
    typed = text.strip().replace(",", ".").replace(MINUS, "-").replace("－", "-")
    try:
        value = float(typed)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _is_whole(value: float) -> bool:
    return abs(value) < 1e6 and value == round(value)
