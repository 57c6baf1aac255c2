"""This module knows how the units of measured numbers are written."""

from __future__ import annotations

_PREFIX, _POWER = "[munpkMGdchµμ]?", r"(?:\^?[-−]?\d|[²³]|⁻[¹²³])?"
_SYMBOL = (
    rf"(?:{_PREFIX}(?:mol|cd|Hz|Pa|bar|eV|Wh|VA|Bq|Gy|Sv|lm|lx|cal|ohm|[mgsAKNJWCVFΩSTHLltbB])|(?:min|hr?|d|yr?|a|sec)s?"
    r"|°?[CF]|°|deg|rad|in|ft|yd|mi|lbs?|oz|gal|mph|km/h|kph|rpm|psi|atm|mmHg|Torr|dB|pH|ha|px|a\.?u\.?"
    rf"|years?|months?|weeks?|days?|hours?|minutes?|seconds?|Jahre?|Monate?|Tage?|Stunden?|Minuten?|Sekunden?"
    rf"|meters?|metres?|grams?|miles|inch(?:es)?|feet|counts?|Stück|pcs|EUR|USD|GBP|CHF|米|厘米|毫米|千米|千克|公斤|克|秒"
    rf"|分钟|小时|天|年|岁|元|万元|个|度|℃){_POWER}"
)
_MORE = rf"[ ·⋅*/]{{1,2}}\(?(?:\d+ ?)?{_SYMBOL}\)?"
UNIT = rf"\[[^\]]*\]|\([^)]*\)|[%‰€$£¥]|ppm|ppb|1/{_SYMBOL}|{_SYMBOL}(?:{_MORE})*"
"""A regular expression for what is a unit, or stands in brackets as units do."""
