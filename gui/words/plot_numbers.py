"""Numbers as the plots write them: few figures, a real minus sign, thin spaces in long integers."""

from __future__ import annotations

import math

MINUS = "−"
THIN_SPACE = "\u2009"
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def short(value: float) -> str:
    """Up to three figures without trailing zeros, e.g. 1, −0.25."""
    return f"{value:.3g}".replace("-", MINUS)


def fixed(value: float, places: int = 2) -> str:
    """A fixed number of decimals; very large and very small values in powers of ten; not-a-number as a word sign."""
    if not math.isfinite(value):
        return "∞" if value == math.inf else f"{MINUS}∞" if value == -math.inf else "?"
    if abs(value) >= 10_000:
        return f"{value:.3g}".replace("-", MINUS)
    return f"{value:.{places}f}".replace("-", MINUS)


def figures(value: float) -> str:
    """Four significant figures."""
    if not math.isfinite(value):
        return fixed(value)
    return f"{value:.4g}".replace("-", MINUS)


def grouped(value: int) -> str:
    """An integer with thin spaces between its thousands."""
    return f"{value:,}".replace(",", THIN_SPACE).replace("-", MINUS)


def tick_text(value: float) -> str:
    """A number of an axis: as short as it is exact, with a power of ten where it is very small or large."""
    if value == 0:
        return "0"
    exponent = math.floor(math.log10(abs(value)) + 1e-9)
    if -4 <= exponent < 5:
        return f"{value:.6g}".replace("-", MINUS)
    power = f"10{str(exponent).translate(_SUPERSCRIPTS)}"
    mantissa = f"{value / 10.0**exponent:.3g}".replace("-", MINUS)
    return power if mantissa == "1" else f"{mantissa}·{power}"
