"""This module writes the numbers of plots: few figures, a real minus sign, powers of ten."""

from __future__ import annotations

import math
from collections.abc import Sequence

from gui.words.number_text import MINUS, few_figures, grouped, with_minus

_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def fixed(value: float, places: int = 2) -> str:
    """A fixed number of decimals, no −0; very large values in powers of ten; not-a-number as a word sign."""
    if not math.isfinite(value):
        return "∞" if value == math.inf else f"{MINUS}∞" if value == -math.inf else "?"
    if abs(value) >= 10_000:
        return with_minus(f"{value:.3g}")
    return with_minus(f"{round(value, places) + 0.0:.{places}f}")


def figures(value: float, beside: float = 1.0) -> str:
    """A computed number with four significant figures; `beside` as in `without_dust`."""
    return few_figures(value, beside=beside) if math.isfinite(value) else fixed(value)


def power_of_ten(exponent: int) -> str:
    """10 with a raised exponent: 10⁻⁶."""
    return f"10{str(exponent).translate(_SUPERSCRIPTS)}"


def tick_texts(values: Sequence[float]) -> list[str]:
    """The numbers of an axis, as `tick_text` writes them; with more figures where these would not tell them apart."""
    texts = [tick_text(value) for value in values]
    return texts if len({*texts}) == len({*values}) else [with_minus(f"{value:.12g}") for value in values]


def tick_text(value: float) -> str:
    """A number of an axis: as short as it is exact, with a power of ten where it is very small or large."""
    if value == 0:
        return "0"
    exponent = math.floor(math.log10(abs(value)) + 1e-9)
    if -4 <= exponent < 5:
        return grouped(round(value)) if value == round(value) else with_minus(f"{value:.6g}")
    power = power_of_ten(exponent)
    mantissa = with_minus(f"{value / 10.0**exponent:.3g}")
    return power if mantissa == "1" else f"{mantissa}·{power}"
