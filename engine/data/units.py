"""This module knows how the units of measured numbers are written."""

from __future__ import annotations

import re

_PREFIX, _POWER = "[munpkMGdchµμ]?", r"(?:\^?[-−]?\d|[²³]|⁻[¹²³])?"
SYMBOL = (
    rf"(?:{_PREFIX}(?:mol|cd|Hz|Pa|bar|eV|Wh|VA|Bq|Gy|Sv|lm|lx|cal|ohm|[mgsAKNJWCVFΩSTHLltbB])|(?:min|hr?|d|yr?|a|sec)s?"
    r"|°?[CF]|°|deg|rad|in|ft|yd|mi|lbs?|oz|gal|mph|km/h|kph|rpm|psi|atm|mmHg|Torr|dB|pH|ha|px|a\.?u\.?"
    rf"|years?|months?|weeks?|days?|hours?|minutes?|seconds?|Jahre?|Monate?|Tage?|Stunden?|Minuten?|Sekunden?"
    rf"|meters?|metres?|grams?|miles|inch(?:es)?|feet|counts?|Stück|pcs|米|平方米|平米|立方米|公里|吨|升|毫升|毫克|斤|人|次|厘米|毫米|千米|千克|公斤|克|秒"
    rf"|分钟|小时|天|年|岁|个|度|℃){_POWER}"
)
"""A regular expression for a single unit, with its power."""
_MORE = rf"[ ·⋅*/]{{1,2}}\(?(?:\d+ ?)?{SYMBOL}\)?"
MEASURE = rf"ppm|ppb|1/{SYMBOL}|{SYMBOL}(?:{_MORE})*"
"""A regular expression for units of measurement, such as m/s."""
UNIT = rf"\[[^\]]*\]|\([^)]*\)|[%‰€$£¥元]|万元|EUR|USD|GBP|CHF|{MEASURE}"
"""A regular expression for what is a unit, or stands in brackets as units do."""

TYPE = (
    r"<[a-z+]{2,9}>|(?i:int|integer|u?int(?:8|16|32|64)|float(?:32|64)?|double|dbl|numeric|number|num|real|decimal|bool"
    r"|boolean|logical|lgl|string|str|text|char|chr|(?:n?var)?char\(\d+\)|factor|fct|category|object|date|datetime)"
)
"""A regular expression for what programs call the types of columns."""

MULTIPLES = {"k": 1e3, "K": 1e3, "M": 1e6, "B": 1e9, "bn": 1e9, "million": 1e6, "billion": 1e9} | {
    "Mio": 1e6,
    "Mio.": 1e6,
    "Mrd": 1e9,
    "Mrd.": 1e9,
    "万": 1e4,
    "亿": 1e8,
    "千元": 1e3,
    "万元": 1e4,
    "亿元": 1e8,
    **dict.fromkeys(("° N", "°N", "° E", "°E"), 1.0),
    **dict.fromkeys(("° S", "°S", "° W", "°W"), -1.0),
}
"""What a number is multiplied with by what stands behind it."""

BEHIND = rf"(.*\d)(\s*)({'|'.join(map(re.escape, MULTIPLES))}|{MEASURE})"
"""A regular expression for a number, what parts it from its unit, and the unit or multiple."""

_BEHIND = re.compile(BEHIND)


def split_unit(cell: str) -> tuple[str, str, float]:
    """What stands before the unit in a cell, the unit, and the factor that it means; the unit is "" for none.

    Behind a blank, K and B are units.
    """
    found = _BEHIND.fullmatch(cell)
    if found is None:
        return cell, "", 1.0
    is_unit = found[2] and found[3] in ("k", "K", "B")
    return found[1], found[3], 1.0 if is_unit else MULTIPLES.get(found[3], 1.0)
