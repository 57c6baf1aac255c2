"""This module writes numbers for the window and reads typed ones: one rule for each purpose, and one for all.

A computed number that is rounding dust is 0. One that was given, such as a sample's input, is written as it is.
"""

from __future__ import annotations

import math
import re

from engine.data.cell_numbers import count_in_any_form, number_in_any_form

MINUS = "−"
DUST = 1e-12
"""This part of what a computed number stands beside is what rounding leaves of a zero."""


def with_minus(text: str) -> str:
    """`text` with true minus signs in place of hyphens."""
    return text.replace("-", MINUS)


def without_dust(value: float, beside: float = 1.0) -> float:
    """`value`, or 0 where it is rounding dust beside numbers as large as `beside`; 0 itself has no sign.

    Numbers that people have given stand beside nothing: with `beside` 0 every one of them counts.
    """
    return 0.0 if abs(value) <= DUST * beside else value + 0.0


def four_figures(value: float, beside: float = 1.0) -> str:
    """A computed number with four significant figures, trailing zeros kept: 0.5300, −12.34, 1.200e−07, 0.000.

    For tables and labels; `beside` as in `without_dust`.
    """
    if not math.isfinite(value):
        return "NaN" if math.isnan(value) else ("∞" if value > 0 else f"{MINUS}∞")
    return with_minus(f"{without_dust(value, beside):#.4g}".rstrip("."))


def few_figures(value: float, most: int = 4, beside: float = 0.0) -> str:
    """A given number as short as `most` significant figures allow: 0.53, −12.34, 3. For plots, maps and sentences."""
    return with_minus(f"{without_dust(value, beside):.{most}g}") if math.isfinite(value) else four_figures(value)


def with_figures(text: str, figures: int) -> str:
    """A number that was written by `four_figures`, with fewer of them: "0.03912" becomes "0.039" with two."""
    return with_minus(f"{float(text.replace(MINUS, '-')):#.{figures}g}".rstrip(".").replace(".e", "e"))


def table_number(value: float, beside: float = 0.0) -> str:
    """A given number, whole ones as they are, others with four significant figures: 20, 0.5300. For mixed tables."""
    value = without_dust(float(value), beside)
    return with_minus(f"{value:.0f}") if _is_whole(value) else four_figures(value, beside)


def formula_number(value: float, beside: float = 1.0, most: int = 4) -> str:
    """A computed number, whole ones as they are, others with at most four figures: 20, 0.53. For formulas."""
    value = without_dust(float(value), beside)
    return with_minus(f"{value:.0f}") if _is_whole(value) else few_figures(value, most)


def bracketed(value: float, most: int = 4) -> str:
    """As in formulas, negative numbers in brackets: they stand behind a sign."""
    text = formula_number(value, most=most)
    return f"({text})" if text.startswith(MINUS) else text


def grouped(value: int) -> str:
    """A whole number with commas between its thousands: 11,050."""
    return with_minus(f"{value:,}")


def percent(share: float) -> str:
    """A share as "96.7 %"; a dash where it is undefined."""
    return "–" if math.isnan(share) else f"{100 * share:.1f}".removesuffix(".0") + " %"


def exact(value: float) -> str:
    """The shortest text that reads back as the very same number."""
    return with_minus(repr(float(value)))


def read_number(text: str) -> float | None:
    """The finite number that a person has typed, in any form that tables are read in, or 1/3; None where it is none."""
    above, slash, below = text.replace("／", "/").partition("/")
    value = _finite(number_in_any_form(above.strip()))
    divisor = _finite(number_in_any_form(below.strip())) if slash else 1.0
    return _finite(value / divisor) if value is not None and divisor else None


def read_count(text: str) -> float | None:
    """The same where a whole number is wanted, so that 10.000 and 10,000 are ten thousand."""
    return _finite(count_in_any_form(text.strip()))


_BETWEEN_NUMBERS = re.compile(r"[;；、，]|\s+(?![%％])")
_THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+")


def read_numbers(text: str, whole: bool = False) -> tuple[float, ...]:
    """The numbers that a person has typed one after the other; () for none, and where one of them cannot be read.

    A comma between digits belongs to a number that can be read so, as in "0,1; 0,5"; else it stands between two.
    whole: only whole numbers are wanted, in which a comma stands between thousands.
    """
    found: list[float | None] = []
    for word in filter(None, (part.strip(",") for part in _BETWEEN_NUMBERS.split(text.strip()))):
        value = _read_word(word, whole)
        found += [value] if value is not None else (_read_word(part, whole) for part in word.split(","))
    return () if None in found else tuple(value for value in found if value is not None)


def _read_word(word: str, whole: bool) -> float | None:
    if not whole:
        return read_number(word)
    value = read_count(word) if "," not in word or _THOUSANDS.fullmatch(word) else None
    return value if value is not None and value == round(value) else None


def _finite(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) else None


def _is_whole(value: float) -> bool:
    return abs(value) < 1e6 and value == round(value)
