"""This module reads dates as people write them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cache

from engine.data.month_names import MONTH, WEEKDAY, WORDS_AS_WELL, month_called

_TIME = r"(?:[T ,]+(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*([AaPp][Mm])?\s*(?:Z|UTC|GMT|[-+]\d\d:?\d\d)?)?"
_ORDINAL = "(?:st|nd|rd|th|er|º|°)?"
_OF = "(?:(?:de|del|of) )?"
_WORD = re.compile(r"[^\W\d_]+")
_FIRST = datetime(1970, 1, 1, tzinfo=UTC)

Order = tuple[int, int, int]
"""The places of year, month and day among the first three groups of a pattern; 0 for none."""

DATE_FORMS: dict[str, tuple[str, Order]] = {
    example: (WEEKDAY + pattern + _TIME, order)
    for example, pattern, order in (
        ("2024-1-31", r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", (1, 2, 3)),
        (
            "2024年1月31日",
            r"(\d{4})年(\d{1,2})月(\d{1,2})[日号](?: ?[(（]?(?:星期|周)[一二三四五六日天][)）]?)?",
            (1, 2, 3),
        ),
        ("31.1.2024", r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d\d)", (3, 2, 1)),
        ("1/31/2024", r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d\d)", (3, 1, 2)),
        ("31 Jan 2024", rf"(\d{{1,2}}){_ORDINAL}[-/. ]{{0,2}}{_OF}{MONTH}[-/., ]*{_OF}(\d{{4}}|\d\d)", (3, 2, 1)),
        ("Jan 31, 2024", rf"{MONTH} (\d{{1,2}}){_ORDINAL},? (\d{{4}})", (3, 1, 2)),
        ("2024 Jan 31", rf"(\d{{4}})[-/. ]{MONTH}[-/. ](\d{{1,2}})", (1, 2, 3)),
        ("20240131", r"(\d{4})(\d\d)(\d\d)", (1, 2, 3)),
        ("2024-1", r"(\d{4})[-/](\d{1,2})()", (1, 2, 0)),
        ("Jan 2024", rf"{MONTH}[-/ ]*{_OF}()(\d{{4}})", (3, 1, 0)),
    )
}
"""Every form of dates, called by an example: a regular expression, whatever the case, and what its groups are."""


def date_form_of(texts: Sequence[str]) -> str | None:
    """The first of `DATE_FORMS` in which all of the texts are dates; None where they are none."""
    if not texts or _are_words(texts):
        return None
    return next((form for form in DATE_FORMS if all(date_in(text, form) is not None for text in texts)), None)


def _are_words(texts: Sequence[str]) -> bool:
    """Whether the only word in all of the texts may be no month, such as that in set 2001."""
    first = _WORD.findall(texts[0].lower())
    return len(first) == 1 and first[0] in WORDS_AS_WELL and all(_WORD.findall(text.lower()) == first for text in texts)


def date_in(text: str, form: str) -> datetime | None:
    """The date in a text that is written in a form; None where there is none."""
    match = _pattern(form).fullmatch(text)
    if match is None:
        return None
    year, month, day = (match[place] if place else "1" for place in DATE_FORMS[form][1])
    number = int(month) if month.isdecimal() else month_called(month)
    hour = int(match[4] or 0) % 12 + 12 * (match[7].lower() == "pm") if match[7] else int(match[4] or 0)
    try:
        return datetime(_year(year), number, int(day), hour, int(match[5] or 0), int(match[6] or 0), tzinfo=UTC)
    except ValueError:
        return None


@cache
def _pattern(form: str) -> re.Pattern[str]:
    return re.compile(DATE_FORMS[form][0], re.IGNORECASE)


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
