"""Numbers as the canvas writes them: four significant digits and a real minus sign."""

from __future__ import annotations

MINUS = "−"


def significant(value: float, digits: int = 4) -> str:
    """`value` with `digits` significant digits, trailing zeros kept: 0.5300, −12.34, 1.200e−07."""
    return f"{value:#.{digits}g}".rstrip(".").replace("-", MINUS)


def compact(value: float) -> str:
    """`value` as short as four significant digits allow: 0.53, −12.34, 3."""
    return f"{value:.4g}".replace("-", MINUS)


def exact(value: float) -> str:
    """The shortest text that reads back as the very same float, for editing."""
    return repr(float(value))


def parse(text: str) -> float | None:
    """The number that a person typed, with a decimal point or comma and either minus; None if it is none."""
    cleaned = text.strip().replace(MINUS, "-").replace("－", "-").replace(",", ".")
    try:
        value = float(cleaned)
    except ValueError:
        return None
    return value if abs(value) < float("inf") else None
