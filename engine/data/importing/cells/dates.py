"""This module reads dates, times of day and how long something lasted as people write them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

_TIME = r"(?:[T ,]+(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*([AaPp][Mm])?\s*(?:Z|UTC|GMT|[-+]\d\d:?\d\d)?)?"
_MONTHS = {
    name: number
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? )?"
_NAME = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)(?::([0-5]\d(?:[.,]\d+)?))?(?:\s*([AaPp])\.?[Mm]\.?)?")
_FIRST = datetime(1970, 1, 1, tzinfo=UTC)

Order = tuple[int, int, int]
"""The places of year, month and day among the three groups of a pattern."""

_PATTERNS: tuple[tuple[re.Pattern[str], Order], ...] = tuple(
    (re.compile(_WEEKDAY + pattern + _TIME, re.IGNORECASE), order)
    for pattern, order in (
        (r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", (1, 2, 3)),
        (r"(\d{4})年(\d{1,2})月(\d{1,2})[日号]", (1, 2, 3)),
        (r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d\d)", (3, 2, 1)),
        (r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d\d)", (3, 1, 2)),
        (rf"(\d{{1,2}})[-/. ]{_NAME}[-/. ]*(\d{{4}}|\d\d)", (3, 2, 1)),
        (rf"{_NAME} (\d{{1,2}}),? (\d{{4}})", (3, 1, 2)),
        (r"(\d{4})(\d\d)(\d\d)", (1, 2, 3)),
        (r"(\d{4})[-/](\d{1,2})()", (1, 2, 0)),
        (rf"{_NAME}[- ]()(\d{{4}})", (3, 1, 0)),
    )
)


def dates_in(texts: Sequence[str]) -> list[datetime] | None:
    """The dates that stand in all of the texts, written in one way; None where some are none."""
    for pattern, order in _PATTERNS if texts else ():
        found = []
        for text in texts:
            date = _date(text, pattern, order)
            if date is None:
                break
            found.append(date)
        else:
            return found
    return None


def _date(text: str, pattern: re.Pattern[str], order: Order) -> datetime | None:
    match = pattern.fullmatch(text)
    if match is None:
        return None
    year, month, day = (match[place] if place else "1" for place in order)
    number = _MONTHS.get(month[:3].lower()) or int(month)
    hour = int(match[4] or 0) % 12 + 12 * (match[7].lower() == "pm") if match[7] else int(match[4] or 0)
    try:
        return datetime(_year(year), number, int(day), hour, int(match[5] or 0), int(match[6] or 0), tzinfo=UTC)
    except ValueError:
        return None


def _year(text: str) -> int:
    """Two digits stand for 1950 to 2049."""
    return int(text) if len(text) > 2 else int(text) + (1900 if int(text) >= 50 else 2000)


def days(date: datetime) -> float:
    """Days since the first of January 1970, with the time as a fraction."""
    return (date - _FIRST).total_seconds() / 86400


DATE_PARTS: dict[str, Callable[[datetime], float]] = {
    "days": days,
    "year": lambda date: float(date.year),
    "month": lambda date: float(date.month),
    "day": lambda date: float(date.day),
    "weekday": lambda date: float(date.isoweekday()),
    "hour": lambda date: date.hour + date.minute / 60 + date.second / 3600,
}
"""What number a date can become: days since 1970, or one of its parts (Monday is 1)."""


def hours_in(texts: Sequence[str]) -> list[float] | None:
    """The hours that stand in all of the texts, as times of day such as 13:45 or lasting 1:02:03; None where not."""
    found = []
    for text in texts:
        hours = _hours(text)
        if hours is None:
            return None
        found.append(hours)
    return found or None


def _hours(text: str) -> float | None:
    match = _CLOCK.fullmatch(text)
    if match is None:
        return None
    hour, seconds, half = int(match[1]), float((match[3] or "0").replace(",", ".")), match[4]
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + 12 * (half.lower() == "p") if half else hour
    return hour + int(match[2]) / 60 + seconds / 3600


TIME_PARTS: dict[str, float] = {"hours": 1.0, "minutes": 60.0, "seconds": 3600.0}
"""What number a time can become: how many of them an hour has."""
